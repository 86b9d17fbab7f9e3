// One message in quarantine: why it waits and where in it, what can be done, what it says field by field, and the forms that settle it.
import { formatMoment } from '../../../platform/i18n/index.ts';
import { Button } from '../../../web/components/button.tsx';
import { ErrorSummary } from '../../../web/components/error-summary.tsx';
import { Form } from '../../../web/components/form.tsx';
import { SummaryList } from '../../../web/components/summary-list.tsx';
import { Table } from '../../../web/components/table.tsx';
import { TextArea } from '../../../web/components/text-area.tsx';
import { TextInput } from '../../../web/components/text-input.tsx';
import { type FormState, typedIn } from '../../../web/form-state.ts';
import type { View } from '../../../web/view.ts';
import type { PaperMessage } from '../messages/index.ts';
import { fieldsOf, lineByLine, pathsOf } from '../quarantine/fields-shown.ts';
import type { Done, Held } from '../quarantine/quarantine-store.ts';
import { paperOfStation } from './paper-words.ts';
import { reasonText, remedyText } from './words.ts';

type Props = { view: View; held: Held; stands: PaperMessage | undefined; acts: readonly Done[]; mayRaw: boolean; form: FormState };

const PATH = '/exchange/quarantine';

export function HeldPage(props: Props) {
  const { view, held, acts, form } = props;
  const { t } = view;
  const paths = pathsOf(held.facts);
  const waits = held.state === 'quarantined';
  return (
    <>
      <p>
        <a href={PATH}>{t('quarantine.title')}</a>
      </p>
      <h1>{waits ? reasonText(view, held.reason) : t('quarantine.one')}</h1>
      <ErrorSummary view={view} form={form} />
      <p>{waits ? remedyText(view, held.reason) : t('quarantine.settled')}</p>
      <SummaryList
        view={view}
        rows={[
          {
            label: t('quarantine.column.paper'),
            value: held.paperKey ? <bdi>{paperOfStation(view, held.paperKey, held.stationName)}</bdi> : null,
          },
          { label: t('quarantine.column.type'), value: held.type ? t(`quarantine.type.${held.type}`) : null },
          {
            label: t('quarantine.where'),
            value: paths.some(Boolean) ? paths.filter(Boolean).map((path) => <Path key={path} path={path} />) : null,
          },
          { label: t('quarantine.node'), value: <bdi>{held.nodeName}</bdi> },
          { label: t('quarantine.column.received'), value: formatMoment(view, held.receivedAt) },
        ]}
      />
      <Said {...props} />
      {waits ? <Settling {...props} /> : null}
      {acts.length > 0 ? (
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
      ) : null}
    </>
  );
}

function Path({ path }: { path: string }) {
  return (
    <>
      <code>{path}</code>{' '}
    </>
  );
}

/** What the message says; beside it, of two that contradict each other, what stands. */
function Said({ view, held, stands }: Props) {
  const { t } = view;
  if (!held.content) return <p>{t('quarantine.unread')}</p>;
  const wrong = new Set(pathsOf(held.facts));
  const other = new Map(fieldsOf(stands).map(({ path, value }) => [path, value]));
  const columns = [{ label: t('quarantine.column.field') }, { label: t('quarantine.column.says') }];
  return (
    <Table
      caption={t('quarantine.fields')}
      columns={stands ? [...columns, { label: t('quarantine.column.stands') }] : columns}
      rows={fieldsOf(held.content).map(({ path, value }) => {
        const marked = wrong.has(path) || (stands !== undefined && path !== '/messageId' && other.get(path) !== value);
        const cells = [<code>{path}</code>, marked ? <mark dir="auto">{value}</mark> : <bdi>{value}</bdi>];
        return { id: path, cells: stands ? [...cells, <bdi>{other.get(path) ?? '–'}</bdi>] : cells };
      })}
    />
  );
}

function Settling({ view, held, mayRaw, form }: Props) {
  const { t } = view;
  return (
    <>
      {mayRaw ? (
        <p>
          <a href={`${PATH}/${held.row}/raw`}>{t('quarantine.raw')}</a>
        </p>
      ) : null}
      {typedIn(form, 'message') === '' ? null : <Again view={view} row={held.row} form={form} />}
      <h2>{t('quarantine.aside')}</h2>
      <Form view={view} action={`${PATH}/${held.row}/dismiss`}>
        <p class="hint">{t('quarantine.asideHint')}</p>
        <TextArea view={view} form={form} name="aside" label={t('quarantine.whyAside')} rows={2} />
        <Button kind="secondary">{t('quarantine.dismiss')}</Button>
      </Form>
    </>
  );
}

/** Only with something to put right: what could not be read is put right where it is seen as it came. */
function Again({ view, row, form }: { view: View; row: number; form: FormState }) {
  const { t } = view;
  return (
    <>
      <h2>{t('quarantine.again')}</h2>
      <Form view={view} action={`${PATH}/${row}`}>
        <p class="hint">{t('quarantine.againHint')}</p>
        <TextArea view={view} form={form} name="message" label={t('quarantine.message')} rows={16} />
        <TextArea view={view} form={form} name="words" label={t('quarantine.why')} rows={2} />
        <Button>{t('quarantine.send')}</Button>
      </Form>
    </>
  );
}

export function RawPage({ view, held, text, form }: { view: View; held: Held; text: string | null; form: FormState }) {
  const { t } = view;
  const { row } = held;
  return (
    <>
      <p>
        <a href={`${PATH}/${row}`}>{t('quarantine.one')}</a>
      </p>
      <h1>{t('quarantine.raw')}</h1>
      <p>{t('quarantine.rawHint')}</p>
      {text === null ? (
        <>
          <ErrorSummary view={view} form={form} />
          <Form view={view} action={`${PATH}/${row}/raw`}>
            <TextInput view={view} form={form} name="words" label={t('quarantine.why')} />
            <Button>{t('quarantine.rawShow')}</Button>
          </Form>
        </>
      ) : (
        <>
          <pre dir="auto">{text}</pre>
          {/* What comes in again is read as JSON: XML is mended where it was made. */}
          {text.trimStart().startsWith('<') ? null : (
            <Again view={view} row={row} form={{ values: { message: lineByLine(text) }, errors: {} }} />
          )}
        </>
      )}
    </>
  );
}
