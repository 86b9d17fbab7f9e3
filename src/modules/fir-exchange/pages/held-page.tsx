// One message in quarantine: why it waits, of which child and paper, the forms that put it right or set it aside, and what was done with it.
import { formatMoment } from '../../../platform/i18n/index.ts';
import { Button } from '../../../web/components/button.tsx';
import { ErrorSummary } from '../../../web/components/error-summary.tsx';
import { Form } from '../../../web/components/form.tsx';
import { SummaryList } from '../../../web/components/summary-list.tsx';
import { Table } from '../../../web/components/table.tsx';
import { TextArea } from '../../../web/components/text-area.tsx';
import type { FormState } from '../../../web/form-state.ts';
import type { View } from '../../../web/view.ts';
import type { Fill, PaperChild } from '../quarantine/fill.ts';
import { isHeld } from '../quarantine/quarantine.ts';
import type { Done, Held } from '../quarantine/quarantine-store.ts';
import { HeldForm, TextForm } from './held-form.tsx';
import { paperOfStation } from './paper-words.ts';
import { reasonText, remedyText } from './words.ts';

/** One field as two messages have it, in words. */
export type Said = { id: string; field: string; says: string; stands: string };

/** `refused`: what is wrong with what was typed, told above; what was wrong before stands at its fields alone. `differs`: of two that contradict each other. `said`: where it waits no longer. */
export type HeldProps = {
  view: View;
  held: Held;
  fill: Fill;
  form: FormState;
  refused: FormState['errors'];
  names: readonly string[];
  children: readonly PaperChild[];
  differs: readonly Said[] | null;
  said: readonly Said[];
  acts: readonly Done[];
  mayRaw: boolean;
};

const PATH = '/exchange/quarantine';

export function HeldPage(props: HeldProps) {
  const { view, held, form, refused, differs, said } = props;
  const { t } = view;
  const waits = held.state === 'quarantined';
  return (
    <>
      <p class="back">
        <a href={PATH}>{t('quarantine.title')}</a> ›
      </p>
      <h1>{waits ? reasonText(view, held.reason) : t('quarantine.one')}</h1>
      <ErrorSummary view={view} form={{ ...form, errors: refused }} />
      {waits && props.fill.fields.length === 0 ? null : (
        <p>{waits ? remedyText(view, held.reason) : t(isHeld(held) ? 'quarantine.isHeld' : 'quarantine.settled')}</p>
      )}
      {waits && held.askedAgainAt ? <p>{t('quarantine.askedAgain', { when: formatMoment(view, held.askedAgainAt) })}</p> : null}
      <Facts {...props} />
      {differs ? <Differs view={view} differs={differs} /> : null}
      {waits ? <Settling {...props} /> : null}
      {isHeld(held) ? <Releasing view={view} row={held.row} form={form} /> : null}
      {said.length > 0 ? (
        <details>
          <summary>{t('quarantine.fields')}</summary>
          <Table
            caption={t('quarantine.fields')}
            captionUnseen
            narrow="running"
            columns={[{ label: t('quarantine.column.field') }, { label: t('quarantine.column.says') }]}
            rows={said.map(({ id, field, says }) => ({ id, cells: [field, <bdi>{says}</bdi>] }))}
          />
        </details>
      ) : null}
      <Acts {...props} />
    </>
  );
}

function Facts({ view, held, names, children }: HeldProps) {
  const { t } = view;
  const paper = held.paperKey ? <bdi>{paperOfStation(view, held.paperKey, held.stationName)}</bdi> : null;
  return (
    <SummaryList
      view={view}
      rows={[
        { label: t('quarantine.column.paper'), value: paper },
        { label: t('quarantine.column.type'), value: held.type ? t(`quarantine.type.${held.type}`) : null },
        ...(names.length > 0 ? [{ label: t('quarantine.children'), value: <bdi>{names.join('; ')}</bdi> }] : []),
        ...(children.some(({ path }) => path) ? [{ label: t('quarantine.records'), value: children.filter(({ path }) => path).map((child) => <RecordLink key={child.number} child={child} />) }] : []),
        { label: t('quarantine.node'), value: <bdi>{held.nodeName}</bdi> },
        { label: t('quarantine.column.received'), value: formatMoment(view, held.receivedAt) },
      ]}
    />
  ); // prettier-ignore
}

function RecordLink({ child: { reference, path, name } }: { child: PaperChild }) {
  return (
    <>
      <a href={`${path!}#police-system`}>{reference}</a> {name ? <bdi>{name}</bdi> : null}{' '}
    </>
  );
}

function Differs({ view, differs }: { view: View; differs: readonly Said[] }) {
  const { t } = view;
  return (
    <Table
      caption={t('quarantine.differs')}
      columns={(['field', 'thisSays', 'stands'] as const).map((name) => ({ label: t(`quarantine.column.${name}`) }))}
      rows={differs.map(({ id, field, says, stands }) => ({ id, cells: [field, <mark dir="auto">{says}</mark>, <bdi>{stands}</bdi>] }))}
    />
  );
}

/** A State speaks of its own papers alone: of a trespass nothing is put right. */
const notMended: ReadonlySet<string> = new Set(['not-your-state']);

function Settling({ view, held, fill, mayRaw, form }: HeldProps) {
  const { t } = view;
  const mends = !notMended.has(held.reason);
  const isRead = fill.fields.length > 0;
  const raw = (
    <p>
      <a href={`${PATH}/${held.row}/raw`}>{t('quarantine.raw')}</a>
    </p>
  );
  return (
    <>
      {mends && isRead ? (
        <>
          <h2>{t('quarantine.again')}</h2>
          <HeldForm view={view} row={held.row} form={form} fill={fill} />
        </>
      ) : null}
      {isRead ? null : <p>{t(mayRaw ? 'quarantine.unread' : 'quarantine.unreadStation')}</p>}
      {mayRaw && !isRead ? raw : null}
      {mends && !isRead ? <TextForm view={view} row={held.row} form={form} /> : null}
      <h2>{t('quarantine.aside')}</h2>
      <Form view={view} action={`${PATH}/${held.row}/dismiss`}>
        <p class="hint">{t('quarantine.asideHint')}</p>
        <TextArea view={view} form={form} name="aside" label={t('quarantine.whyAside')} rows={2} />
        <Button kind="secondary">{t('quarantine.dismiss')}</Button>
      </Form>
      {mayRaw && isRead ? raw : null}
    </>
  );
}

function Releasing({ view, row, form }: { view: View; row: number; form: FormState }) {
  const { t } = view;
  return (
    <Form view={view} action={`${PATH}/${row}/release`}>
      <TextArea view={view} form={form} name="letThrough" label={t('quarantine.whyRelease')} hint={t('quarantine.releaseHint')} rows={2} />
      <Button>{t('quarantine.release')}</Button>
    </Form>
  );
}

function Acts({ view, acts }: HeldProps) {
  const { t } = view;
  if (acts.length === 0) return null;
  return (
    <>
      <h2>{t('quarantine.acts')}</h2>
      <ul>
        {acts.map((act) => (
          <li key={act.at}>
            {t(`quarantine.act.${act.act}`, { officer: act.officerName, when: formatMoment(view, act.at) })} <bdi>{act.words}</bdi>
          </li>
        ))}
      </ul>
    </>
  );
}
