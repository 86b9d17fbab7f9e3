// The report that goes with the child to the Committee (Form 17), to fill in and as it was filed.
import { formatMoment } from '../../../platform/i18n/index.ts';
import { DateInput } from '../../../web/components/date-input.tsx';
import { Radios } from '../../../web/components/radios.tsx';
import { SummaryList } from '../../../web/components/summary-list.tsx';
import { TextArea } from '../../../web/components/text-area.tsx';
import { TextInput } from '../../../web/components/text-input.tsx';
import { TimeInput } from '../../../web/components/time-input.tsx';
import { WhenFields } from '../../../web/components/when-fields.tsx';
import type { View } from '../../../web/view.ts';
import { reportInWords } from '../facts-in-words.ts';
import { childSignings, producerSexes } from '../form.ts';
import type { ProductionReport } from '../production-report.ts';
import { ActionForm, type ActionProps } from './action-pages.tsx';

export function ProductionReportPage(props: ActionProps) {
  const { view, form } = props;
  const { t } = view;
  const about = (name: string) => ({ view, form, name, label: t(`found-children.form17.${name}`), optional: true });
  const choices = (name: string, values: readonly string[]) =>
    values.map((value) => ({ value, label: t(`found-children.form17.${name}.${value}`) }));
  return (
    <ActionForm {...props} action="production-report">
      <TextArea view={view} form={form} name="effortsToTrace" label={t('found-children.field.effortsToTrace')} maxLength={2000} />
      <h2>{t('found-children.form17.producer')}</h2>
      <TextInput {...about('producerName')} maxLength={120} />
      <TextInput {...about('producerDesignation')} maxLength={120} />
      <TextInput {...about('producerOrganisation')} maxLength={200} />
      <Radios {...about('producerSex')} options={choices('producerSex', producerSexes)} inline />
      <TextInput {...about('producerAge')} width="short" inputMode="numeric" maxLength={3} />
      <TextInput {...about('producerAddress')} maxLength={300} />
      <TextInput {...about('producerTelephone')} type="tel" width="medium" maxLength={20} />
      <h2>{t('found-children.form17.parents')}</h2>
      <TextInput {...about('parentsAddress')} maxLength={300} />
      <TextInput {...about('parentsTelephone')} type="tel" width="medium" maxLength={20} />
      <TextInput {...about('parentsOccupation')} maxLength={120} />
      <h2>{t('found-children.form17.production')}</h2>
      <TextInput {...about('caseNumber')} width="medium" maxLength={60} />
      <TextInput {...about('producedIn')} maxLength={200} />
      <DateInput {...about('homeReachedOn')} />
      <TimeInput {...about('homeReachedAt')} />
      <Radios {...about('childSigned')} options={choices('childSigned', childSignings)} />
      <WhenFields view={view} form={form} />
    </ActionForm>
  );
}

/** What the report says beside the record itself; nothing of what was left out. */
export function ProductionReportFacts({ view, report }: { view: View; report: ProductionReport }) {
  const { t } = view;
  const { producer, parents, production } = reportInWords(view, report);
  return (
    <section aria-labelledby={`report-${report.id}`}>
      <h2 id={`report-${report.id}`}>{t('found-children.form17.title')}</h2>
      <p>{t('found-children.form17.filed', { when: formatMoment(view, report.filedAt), office: report.officeName })}</p>
      <SummaryList
        view={view}
        rows={[...producer, ...parents, ...production].map(({ label, value }) => ({ label, value: <bdi>{value}</bdi> }))}
      />
      <p dir="auto">{report.effortsToTrace}</p>
    </section>
  );
}
