// An office's own year: entries of each month, and where there were none, why.
import { formatMonth } from '../../../platform/i18n/index.ts';
import { Button } from '../../../web/components/button.tsx';
import { ErrorSummary } from '../../../web/components/error-summary.tsx';
import { Form } from '../../../web/components/form.tsx';
import { Radios } from '../../../web/components/radios.tsx';
import { Select } from '../../../web/components/select.tsx';
import { Table } from '../../../web/components/table.tsx';
import { TextArea } from '../../../web/components/text-area.tsx';
import type { FormState } from '../../../web/form-state.ts';
import type { View } from '../../../web/view.ts';
import type { OwnMonth } from '../answer-store.ts';
import { nilCodes } from '../nil-return.ts';

type ToExplain = readonly { record: { reference: string }; late: number }[];
type Props = { view: View; months: readonly OwnMonth[]; toExplain: ToExplain; form: FormState };

export function OfficePage({ view, months, toExplain, form }: Props) {
  const { t } = view;
  const silent = months.filter(({ entries, nilCode }) => entries === 0 && nilCode === null);
  return (
    <>
      <h1>{t('timeliness.office.title', { office: view.officer?.office ?? '' })}</h1>
      <p>{t('timeliness.office.about')}</p>
      <ErrorSummary view={view} form={form} />
      {silent.length > 0 ? <NilForm view={view} silent={silent} form={form} /> : <p>{t('timeliness.office.noneSilent')}</p>}
      <LateRecords view={view} toExplain={toExplain} />
      <p>
        <a href="/back-dated">{t('timeliness.office.backDated')}</a>
      </p>
      <h2>{t('timeliness.office.months')}</h2>
      <Table
        caption={t('timeliness.office.months')}
        captionUnseen
        columns={[
          { label: t('timeliness.column.month') },
          { label: t('timeliness.column.entries'), numeric: true },
          { label: t('timeliness.column.said') },
        ]}
        rows={months.map(({ month, entries, nilCode }) => ({
          id: month,
          cells: [
            formatMonth(view, month),
            String(entries),
            nilCode ? (
              t(`timeliness.nil.${nilCode}`)
            ) : entries === 0 ? (
              <span class="late-word">{t('timeliness.office.silent')}</span>
            ) : null,
          ],
        }))}
      />
    </>
  );
}

function LateRecords({ view, toExplain }: { view: View; toExplain: ToExplain }) {
  const { t } = view;
  if (toExplain.length === 0) return null;
  return (
    <>
      <h2>{t('timeliness.office.late')}</h2>
      <ul class="silent-places">
        {toExplain.map(({ record: { reference }, late }) => (
          <li key={reference}>
            <a href={`/timeliness/late/${reference}`} class="reference">
              {reference}
            </a>
            : {t('timeliness.gaps.entries', { count: late })}
          </li>
        ))}
      </ul>
    </>
  );
}

function NilForm({ view, silent, form }: { view: View; silent: readonly OwnMonth[]; form: FormState }) {
  const { t } = view;
  return (
    <Form view={view} action="/timeliness/office">
      <h2>{t('timeliness.office.nilTitle')}</h2>
      <Select
        view={view}
        form={form}
        name="month"
        label={t('timeliness.office.nilMonth')}
        options={silent.map(({ month }) => ({ value: month.slice(0, 7), label: formatMonth(view, month) }))}
      />
      <Radios
        view={view}
        form={form}
        name="code"
        label={t('timeliness.office.nilWhy')}
        options={nilCodes.map((code) => ({ value: code, label: t(`timeliness.nil.${code}`) }))}
      />
      <TextArea view={view} form={form} name="note" label={t('timeliness.note')} hint={t('timeliness.noteHint')} rows={3} optional />
      <Button>{t('timeliness.office.nilSend')}</Button>
    </Form>
  );
}
