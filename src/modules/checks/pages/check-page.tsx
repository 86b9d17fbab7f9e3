// One private check: whom to call and by when, what was told, the children found that the reader may see and why, and the call to write down.
import { dayOf } from '../../../kernel/time.ts';
import { formatDay, formatDeadline, formatMoment } from '../../../platform/i18n/index.ts';
import { Button } from '../../../web/components/button.tsx';
import { ErrorSummary } from '../../../web/components/error-summary.tsx';
import { Form } from '../../../web/components/form.tsx';
import { Radios } from '../../../web/components/radios.tsx';
import { SummaryList } from '../../../web/components/summary-list.tsx';
import { TextArea } from '../../../web/components/text-area.tsx';
import { WhenFields } from '../../../web/components/when-fields.tsx';
import { WordStatus } from '../../../web/components/word-status.tsx';
import type { FormState } from '../../../web/form-state.ts';
import type { View } from '../../../web/view.ts';
import { type ChildRecord, DescriptionSummary, recordPath, toDescription } from '../../children/index.ts';
import { type FoundLike, aspectSentence, probabilityInWords } from '../../matching/index.ts';
import { sayings, standingOf } from '../check.ts';
import type { DeskCheck, WrittenCall } from '../check-store.ts';

export type PairShown = { record: ChildRecord; officeName: string; comparison: FoundLike['comparison'] };

type Props = {
  view: View;
  check: DeskCheck;
  form: FormState;
  calls: readonly WrittenCall[];
  pairs: readonly PairShown[];
  officeName: string;
  districtName: string;
  mayCall: boolean;
};

function Standing({ view, check, officeName }: Props) {
  const { state, due } = standingOf(check, view.now);
  const facts = { office: officeName, when: formatMoment(view, due) };
  const left = state === 'called' || state === 'withdrawn' ? '' : ` (${formatDeadline(view, due, view.now)})`;
  return (
    <p>
      <WordStatus kind={state === 'overdue' ? 'late' : state === 'called' || state === 'withdrawn' ? 'done' : 'waiting'}>
        {view.t(`checks.desk.standing.${state}`, facts) + left}
      </WordStatus>
    </p>
  );
}

function Asker({ view, check: { told, askedAt }, districtName }: Props) {
  const { t } = view;
  const { informantName, informantRelation, informantTelephone } = told;
  const place = [told.lastSeenPlace, districtName].filter(Boolean).join(', ');
  return (
    <SummaryList
      view={view}
      rows={[
        { label: t('checks.desk.who'), value: `${informantName} (${t(`missing-reports.relation.${informantRelation}`)})` },
        { label: t('checks.desk.ring'), value: <a href={`tel:${informantTelephone}`}>{informantTelephone}</a> },
        { label: t('checks.desk.column.asked'), value: formatMoment(view, askedAt) },
        { label: t('missing-reports.field.lastSeenOn'), value: told.lastSeenOnUnknown ? null : formatDay(view, told.lastSeenOn) },
        { label: t('missing-reports.field.lastSeenPlace'), value: place },
        { label: t('missing-reports.field.anythingElse'), value: told.details ?? null },
      ]}
    />
  );
}

function Pair({ view, pair: { record, officeName, comparison } }: { view: View; pair: PairShown }) {
  return (
    <li>
      <h3>
        <a href={recordPath(record)}>{record.reference}</a> · {officeName} · {probabilityInWords(view, comparison.probability)}
      </h3>
      <ul>
        {comparison.aspects
          .filter(({ outcome }) => outcome !== 'unknown')
          .map((aspect) => (
            <li key={aspect.aspect}>{aspectSentence(view, aspect, { seen: false })}</li>
          ))}
      </ul>
    </li>
  );
}

function Pairs({ view, pairs }: Props) {
  const { t } = view;
  return (
    <section>
      <h2>{t('checks.desk.found')}</h2>
      {pairs.length === 0 ? <p>{t('checks.desk.noneSeen')}</p> : null}
      <ul>
        {pairs.map((pair) => (
          <Pair key={pair.record.id} view={view} pair={pair} />
        ))}
      </ul>
    </section>
  );
}

function Calls({ view, calls }: Props) {
  if (calls.length === 0) return null;
  const { t } = view;
  return (
    <section>
      <h2>{t('checks.desk.calls')}</h2>
      <ul>
        {calls.map((call) => (
          <li key={call.id}>
            {formatMoment(view, call.calledAt)} · {call.officerName}: {t(`checks.said.${call.said}`)}
            {call.asked ? <p dir="auto">{call.asked}</p> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

function CallForm({ view, check, form }: Props) {
  const { t } = view;
  const field = { view, form };
  return (
    <section>
      <h2>{t('checks.desk.writeCall')}</h2>
      <p class="alert refused">{t('checks.desk.neverSay')}</p>
      <Form view={view} action={`/checks/${check.id}`}>
        <Radios
          {...field}
          name="said"
          label={t('checks.field.said')}
          options={sayings.map((value) => ({ value, label: t(`checks.said.${value}`) }))}
        />
        <TextArea {...field} name="asked" label={t('checks.field.asked')} hint={t('checks.hint.asked')} maxLength={2000} optional />
        <WhenFields view={view} form={form} />
        <Button>{t('checks.desk.save')}</Button>
      </Form>
    </section>
  );
}

export function CheckPage(props: Props) {
  const { view, check, form, mayCall } = props;
  const { told } = check;
  return (
    <>
      <ErrorSummary view={view} form={form} />
      <h1>{check.code}</h1>
      <Standing {...props} />
      <Asker {...props} />
      <h2>{view.t('checks.desk.told')}</h2>
      <DescriptionSummary view={view} description={toDescription(told, told.lastSeenOn ?? dayOf(check.askedAt), 'told')} />
      <Pairs {...props} />
      <Calls {...props} />
      {mayCall ? <CallForm {...props} /> : null}
    </>
  );
}
