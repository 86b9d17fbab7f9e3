// The roster of an office: who is on duty in the coming day and night, gaps in red; its turns; and a further one.
import { dayOf } from '../../../kernel/time.ts';
import { formatDay, formatMoment } from '../../../platform/i18n/index.ts';
import { Button } from '../../../web/components/button.tsx';
import { Checkboxes } from '../../../web/components/checkboxes.tsx';
import { DateInput } from '../../../web/components/date-input.tsx';
import { EmptyState } from '../../../web/components/empty-state.tsx';
import { ErrorSummary } from '../../../web/components/error-summary.tsx';
import { Form, Hidden } from '../../../web/components/form.tsx';
import { Select } from '../../../web/components/select.tsx';
import { Table } from '../../../web/components/table.tsx';
import { TimeInput } from '../../../web/components/time-input.tsx';
import type { FormState } from '../../../web/form-state.ts';
import type { View } from '../../../web/view.ts';
import type { InPost } from '../../officers/index.ts';
import type { Stretch } from '../coverage.ts';
import { weekdays } from '../form.ts';
import type { KeptTurn } from '../roster-store.ts';

type Props = {
  view: View;
  form: FormState;
  office: string;
  colleagues: readonly InPost[];
  turns: readonly KeptTurn[];
  ahead: readonly Stretch<KeptTurn>[];
};

type Names = (officerId: string) => string | undefined;

export function RosterPage({ view, form, office, colleagues, turns, ahead }: Props) {
  const { t } = view;
  const names = new Map<string, string>(colleagues.map((one) => [one.officerId, titled(one)]));
  const nameOf: Names = (officerId) => names.get(officerId);
  return (
    <>
      <h1>{t('intimations.roster.title')}</h1>
      <p class="lead">{office}</p>
      <p>{t('intimations.roster.about')}</p>
      <ErrorSummary view={view} form={form} />
      <Ahead view={view} ahead={ahead} nameOf={nameOf} />
      <Turns view={view} turns={turns} nameOf={nameOf} />
      <NewTurn view={view} form={form} colleagues={colleagues} />
    </>
  );
}

const titled = ({ name, rank }: InPost): string => (rank ? `${rank} ${name}` : name);

function Ahead({ view, ahead, nameOf }: { view: View; ahead: Props['ahead']; nameOf: Names }) {
  const { t } = view;
  return (
    <section aria-labelledby="ahead">
      <h2 id="ahead">{t('intimations.roster.ahead')}</h2>
      <ul class="plain">
        {ahead.map(({ from, to, turns }) => (
          <li key={from} class={turns.length === 0 ? 'late' : undefined}>
            {t('intimations.roster.stretch', { from: formatMoment(view, from), to: formatMoment(view, to) })}{' '}
            {turns.length === 0 ? (
              <strong>{t('intimations.roster.gap')}</strong>
            ) : (
              [...new Set(turns.map(({ officerId }) => nameOf(officerId)))].join(', ')
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Turns({ view, turns, nameOf }: { view: View; turns: readonly KeptTurn[]; nameOf: Names }) {
  const { t } = view;
  const columns = ['officer', 'days', 'hours', 'since', 'end'] as const;
  return (
    <section aria-labelledby="turns">
      <h2 id="turns">{t('intimations.roster.turns')}</h2>
      <Table
        caption={t('intimations.roster.turns')}
        captionUnseen
        columns={columns.map((column) => ({ label: t(`intimations.roster.column.${column}`) }))}
        rows={turns.map((turn) => ({
          id: turn.id,
          cells: [
            nameOf(turn.officerId) ?? <span class="late">{t('intimations.roster.left')}</span>,
            daysOf(view, turn),
            t('intimations.roster.hours', { from: turn.from, to: turn.to }),
            formatDay(view, turn.fromOn),
            <Form view={{ ...view, idempotencyKey: `${view.idempotencyKey}-${turn.id}` }} action="/roster/end" inline>
              <Hidden name="turn" value={turn.id} />
              <Button kind="secondary">{t('intimations.roster.endTurn')}</Button>
            </Form>,
          ],
        }))}
        empty={<EmptyState view={view} title={t('intimations.roster.none')} text={t('intimations.roster.noneText')} />}
      />
    </section>
  );
}

function daysOf({ t }: View, turn: KeptTurn): string {
  if (turn.weekdays.length === weekdays.length) return t('intimations.weekday.all');
  return turn.weekdays
    .toSorted((one, other) => one - other)
    .map((weekday) => t(`intimations.weekday.${weekday}`))
    .join(', ');
}

function NewTurn({ view, form, colleagues }: { view: View; form: FormState; colleagues: readonly InPost[] }) {
  const { t } = view;
  const begun = form.values['fromOn'] === undefined ? { ...form, values: { ...form.values, fromOn: dayOf(view.now) } } : form;
  return (
    <section aria-labelledby="new-turn">
      <h2 id="new-turn">{t('intimations.roster.add')}</h2>
      <Form view={view} action="/roster">
        <Select
          view={view}
          form={form}
          name="officerId"
          label={t('intimations.field.officerId')}
          options={colleagues.map((one) => ({ value: one.officerId, label: titled(one) }))}
        />
        <Checkboxes
          view={view}
          form={form}
          name="weekdays"
          label={t('intimations.field.weekdays')}
          hint={t('intimations.field.weekdaysHint')}
          options={weekdays.map((value) => ({ value, label: t(`intimations.weekday.${value}`) }))}
          inline
        />
        <TimeInput view={view} form={form} name="from" label={t('intimations.field.from')} />
        <TimeInput view={view} form={form} name="to" label={t('intimations.field.to')} hint={t('intimations.field.toHint')} />
        <DateInput view={view} form={begun} name="fromOn" label={t('intimations.field.fromOn')} latest={null} />
        <Button>{t('intimations.roster.save')}</Button>
      </Form>
    </section>
  );
}
