// The Committee's calendar, and one day of it: who came, and whom to hear.
import type { ComponentChildren } from 'preact';
import { dayOf } from '../../../../kernel/time.ts';
import { formatDay, formatMoment } from '../../../../platform/i18n/index.ts';
import { Button } from '../../../../web/components/button.tsx';
import { Checkboxes } from '../../../../web/components/checkboxes.tsx';
import { DateInput } from '../../../../web/components/date-input.tsx';
import { EmptyState } from '../../../../web/components/empty-state.tsx';
import { ErrorSummary } from '../../../../web/components/error-summary.tsx';
import { Form } from '../../../../web/components/form.tsx';
import { Radios } from '../../../../web/components/radios.tsx';
import { Table } from '../../../../web/components/table.tsx';
import { TimeInput } from '../../../../web/components/time-input.tsx';
import { WordStatus } from '../../../../web/components/word-status.tsx';
import type { FormState } from '../../../../web/form-state.ts';
import type { View } from '../../../../web/view.ts';
import { sittings as benches } from '../../identity.ts';
import { type Sitting, hasQuorum } from '../sitting.ts';

export type SittingsShown = { sittings: readonly Sitting[]; office: string; month: string; days: number | null };

/** `days`: of the month that runs, on which the Committee sat in full. */
export function SittingsPage({ view, form, shown }: { view: View; form: FormState; shown: SittingsShown }) {
  const { t } = view;
  const about = (name: string) => ({ view, form, name, label: t(`cwc-sittings.field.${name}`) });
  const columns = ['day', 'bench', 'members', 'standing'].map((name) => ({ label: t(`cwc-sittings.column.${name}`) }));
  const rows = shown.sittings.map((sitting) => ({
    id: sitting.id,
    cells: [
      <a key="day" href={`/cwc/sittings/${sitting.id}`}>
        {formatDay(view, sitting.sitsOn)}
      </a>,
      t(`cwc.sitting.${sitting.bench}`),
      sitting.members.map(({ name }) => name).join(', ') || '–',
      <SittingStanding key="standing" view={view} sitting={sitting} />,
    ],
  }));
  return (
    <>
      <ErrorSummary view={view} form={form} />
      <h1>{t('cwc-sittings.title')}</h1>
      <p>{t('cwc-sittings.counted', { month: shown.month, days: shown.days ?? 0 })}</p>
      <Table
        caption={t('cwc-sittings.title')}
        captionUnseen
        columns={columns}
        rows={rows}
        empty={<EmptyState view={view} title={t('cwc-sittings.none')} text={t('cwc-sittings.empty')} />}
      />
      <h2>{t('cwc-sittings.plan')}</h2>
      <Form view={view} action="/cwc/sittings">
        <DateInput {...about('sitsOn')} latest={null} />
        <TimeInput {...about('sitsAt')} />
        <Radios {...about('bench')} options={benches.map((value) => ({ value, label: t(`cwc.sitting.${value}`) }))} />
        <Button>{t('cwc-sittings.save')}</Button>
      </Form>
    </>
  );
}

export function SittingStanding({ view, sitting }: { view: View; sitting: Sitting }) {
  const { t } = view;
  if (sitting.heldAt === null) return <WordStatus kind="waiting">{t('cwc-sittings.planned')}</WordStatus>;
  return hasQuorum(sitting) ? (
    <WordStatus kind="done">{t('cwc-sittings.sat')}</WordStatus>
  ) : (
    <WordStatus kind="late">{t('cwc-sittings.noQuorum')}</WordStatus>
  );
}

export type HeardChild = { reference: string; name: string };
export type SittingShown = {
  sitting: Sitting;
  members: readonly { value: string; label: string }[];
  /** Null before the sitting is held. */
  heard: readonly HeardChild[] | null;
  /** Null of a day gone by. */
  list: ComponentChildren;
};

export function SittingPage({ view, form, shown }: { view: View; form: FormState; shown: SittingShown }) {
  const { t } = view;
  const { sitting } = shown;
  return (
    <>
      <ErrorSummary view={view} form={form} />
      <p>
        <a href="/cwc/sittings">{t('cwc-sittings.title')}</a>
      </p>
      <h1>{t('cwc-sittings.dayTitle', { when: formatMoment(view, sitting.sitsAt), bench: t(`cwc.sitting.${sitting.bench}`) })}</h1>
      <p>
        <SittingStanding view={view} sitting={sitting} />
      </p>
      {sitting.heldAt === null && sitting.sitsOn > dayOf(view.now) ? <p>{t('cwc-sittings.onTheDay')}</p> : null}
      {sitting.heldAt === null && sitting.sitsOn <= dayOf(view.now) ? (
        <Form view={view} action={`/cwc/sittings/${sitting.id}`}>
          <Checkboxes view={view} form={form} name="members" label={t('cwc-sittings.field.members')} options={shown.members} />
          <Button>{t('cwc-sittings.saveMembers')}</Button>
        </Form>
      ) : null}
      {sitting.heldAt === null ? null : <p>{t('cwc-sittings.came', { names: sitting.members.map(({ name }) => name).join(', ') })}</p>}
      {shown.heard ? <Heard view={view} heard={shown.heard} /> : null}
      {shown.list ?? (
        <p>
          <a href="/cwc">{t('cwc-sittings.toList')}</a>
        </p>
      )}
    </>
  );
}

function Heard({ view: { t }, heard }: { view: View; heard: readonly HeardChild[] }) {
  return (
    <section>
      <h2>{t('cwc-sittings.heardThere', { count: heard.length })}</h2>
      {heard.length === 0 ? <p>{t('cwc-sittings.nobodyHeard')}</p> : null}
      <ul>
        {heard.map(({ reference, name }) => (
          <li key={reference}>
            <a href={`/cwc/${reference}/file`}>
              <bdi>{name}</bdi>
            </a>{' '}
            <span class="quiet-text">{reference}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
