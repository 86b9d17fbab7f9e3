// How a Committee worked: its months, what fell short, and complaints about it; with the forms of whoever may send them.
import { dayOf } from '../../../kernel/time.ts';
import { titleCode } from '../../../law/index.ts';
import { formatDay, formatMoment } from '../../../platform/i18n/index.ts';
import { Button } from '../../../web/components/button.tsx';
import { DateInput } from '../../../web/components/date-input.tsx';
import { Select } from '../../../web/components/select.tsx';
import { Table } from '../../../web/components/table.tsx';
import { TextArea } from '../../../web/components/text-area.tsx';
import { TextInput } from '../../../web/components/text-input.tsx';
import { periodInWords } from '../../journals/index.ts';
import type { Complaint, WorkedMonth } from '../functioning-store.ts';
import { LEAST_SITTINGS, LEAST_VISITS, type Shortfall } from '../functioning.ts';
import { ActForm, type ActProps } from './acts.tsx';

export type Functioning = {
  months: readonly WorkedMonth[];
  /** Months over and not yet counted. */
  uncounted: readonly string[];
  shortfalls: readonly Shortfall[];
  complaints: readonly Complaint[];
};
type Props = ActProps & { functioning: Functioning; may: { sign: boolean; review: boolean } };

export function FunctioningPart(props: Props) {
  const { view, functioning, may } = props;
  const { t } = view;
  const { months, uncounted, shortfalls, complaints } = functioning;
  return (
    <section aria-labelledby="functioning">
      <h2 id="functioning">{t('returns.work.title')}</h2>
      {months.length === 0 ? <p>{t('returns.work.none')}</p> : <Months {...props} />}
      {may.sign && uncounted.length > 0 ? <WorkedForm {...props} /> : null}
      {may.review && shortfalls.length > 0 ? <ShortfallForm {...props} /> : null}
      {may.review || complaints.length > 0 ? <Complaints {...props} /> : null}
    </section>
  );
}

function Months({ view, functioning: { months } }: Props) {
  const { t } = view;
  const few = (count: number, least: number) => (count < least ? <strong class="late-word">{count}</strong> : String(count));
  return (
    <Table
      caption={t('returns.work.title')}
      captionUnseen
      columns={[
        { label: t('returns.column.month') },
        { label: t('returns.column.sittings'), numeric: true },
        { label: t('returns.column.visits'), numeric: true },
        { label: t('returns.column.said') },
      ]}
      rows={months.map(({ period, sittings, visits, saidAt }) => ({
        id: period,
        cells: [periodInWords(view, period), few(sittings, LEAST_SITTINGS), few(visits, LEAST_VISITS), formatMoment(view, saidAt)],
      }))}
    />
  );
}

function WorkedForm(props: Props) {
  const { view, form, functioning } = props;
  const { t } = view;
  return (
    <ActForm {...props} name="worked" folded={t('returns.work.count')}>
      <p>{t('returns.work.about', { sittings: LEAST_SITTINGS, visits: LEAST_VISITS })}</p>
      <Select
        view={view}
        form={form}
        name="month"
        label={t('returns.column.month')}
        options={functioning.uncounted.map((value) => ({ value, label: periodInWords(view, value) }))}
      />
      <TextInput view={view} form={form} name="sittings" label={t('returns.column.sittings')} width="short" inputMode="numeric" />
      <TextInput view={view} form={form} name="visits" label={t('returns.column.visits')} width="short" inputMode="numeric" />
      <Button kind="secondary">{t('returns.work.do')}</Button>
    </ActForm>
  );
}

function ShortfallForm(props: Props) {
  const { view, form, functioning } = props;
  const { t } = view;
  return (
    <ActForm {...props} name="shortfall" folded={t('returns.short.title')}>
      <p>{t('returns.short.about')}</p>
      <Select
        view={view}
        form={form}
        name="short"
        label={t('returns.short.which')}
        options={functioning.shortfalls.map(({ key, ruleId, period }) => ({
          value: key,
          label: `${t(titleCode(ruleId))} · ${periodInWords(view, period)}`,
        }))}
      />
      <TextArea view={view} form={form} name="shortWords" label={t('returns.review.found')} rows={3} />
      <Button kind="secondary">{t('returns.short.do')}</Button>
    </ActForm>
  );
}

function Complaints(props: Props) {
  const { view, form, functioning, may } = props;
  const { t } = view;
  const open = functioning.complaints.filter(({ decidedOn }) => decidedOn === null);
  return (
    <>
      <h3>{t('returns.complaint.title')}</h3>
      {functioning.complaints.length === 0 ? <p>{t('returns.complaint.none')}</p> : null}
      {functioning.complaints.map((one) => (
        <div key={one.id}>
          <p class="quiet-text">
            {t('returns.complaint.of', { reference: one.reference, day: formatDay(view, one.receivedOn) })}
            {dayOf(one.recordedAt) === one.receivedOn ? null : (
              <span class="late-word"> ({t('returns.direct.saidLate', { at: formatMoment(view, one.recordedAt) })})</span>
            )}
          </p>
          <p class="as-written">{one.words}</p>
          {one.decidedOn ? (
            <p class="as-written">{t('returns.complaint.decided', { day: formatDay(view, one.decidedOn), words: one.decision ?? '' })}</p>
          ) : null}
        </div>
      ))}
      {may.review && open.length > 0 ? (
        <ActForm {...props} name="decide" folded={t('returns.complaint.wasDecided')}>
          <Select
            view={view}
            form={form}
            name="complaintId"
            label={t('returns.complaint.which')}
            options={open.map(({ id, reference, receivedOn }) => ({
              value: id,
              label: t('returns.complaint.of', { reference, day: formatDay(view, receivedOn) }),
            }))}
          />
          <DateInput view={view} form={form} name="decidedOn" label={t('returns.complaint.decidedOn')} />
          <TextArea view={view} form={form} name="decision" label={t('returns.complaint.decision')} rows={3} />
          <Button kind="secondary">{t('returns.complaint.decide')}</Button>
        </ActForm>
      ) : null}
      {may.review ? (
        <ActForm {...props} name="complain" folded={t('returns.complaint.new')}>
          <TextInput view={view} form={form} name="complaint" label={t('returns.complaint.number')} width="medium" />
          <DateInput view={view} form={form} name="complainedOn" label={t('returns.complaint.on')} hint={t('returns.complaint.hint')} />
          <TextArea
            view={view}
            form={form}
            name="complaintWords"
            label={t('returns.complaint.words')}
            hint={t('returns.complaint.noName')}
            rows={3}
          />
          <Button kind="secondary">{t('returns.complaint.do')}</Button>
        </ActForm>
      ) : null}
    </>
  );
}
