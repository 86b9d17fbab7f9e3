// Form 22 on screen: one part at a time to fill in, the whole to submit, and as the Committee reads it; what is sealed is opened apart.
import { formatDay, formatMoment } from '../../../../platform/i18n/index.ts';
import { Button } from '../../../../web/components/button.tsx';
import { Checkboxes } from '../../../../web/components/checkboxes.tsx';
import { DateInput } from '../../../../web/components/date-input.tsx';
import { Form, Hidden } from '../../../../web/components/form.tsx';
import { LinkButton } from '../../../../web/components/link-button.tsx';
import { Radios } from '../../../../web/components/radios.tsx';
import { SummaryList } from '../../../../web/components/summary-list.tsx';
import { Tabs } from '../../../../web/components/tabs.tsx';
import { TextArea } from '../../../../web/components/text-area.tsx';
import { TextInput } from '../../../../web/components/text-input.tsx';
import type { FormState } from '../../../../web/form-state.ts';
import { PrintLanguages } from '../../../../web/print-languages.tsx';
import type { View } from '../../../../web/view.ts';
import { FileForm, type FileFormProps, carried } from '../../pages/file-form.tsx';
import { answerInWords } from '../answer-in-words.ts';
import { isNeeded, type ReportField, type ReportPart, fieldsOfPart, reportParts } from '../report-fields.ts';
import { type ReportAnswer, type SocialReport, filledIn, missingToSubmit } from '../social-report.ts';

type Answers = ReadonlyMap<string, ReportAnswer>;
type Props = FileFormProps & { report: SocialReport; part: ReportPart; answers: Answers };

export function ReportPartPage(props: Props) {
  const { view, form, reference, report, part, answers } = props;
  const { t } = view;
  const path = `reports/${report.id}`;
  const tabs = reportParts.map((each) => {
    const { filled, of } = filledIn(each, answers);
    return {
      label: `${t(`cwc-report.part.${each}`)} ${filled}/${of}`,
      href: carried(view, `/cwc/${reference}/${path}?part=${each}`),
      current: each === part,
    };
  });
  return (
    <>
      <FileForm
        {...props}
        path={`${path}?part=${part}`}
        why={t('cwc-report.why', { day: formatDay(view, report.dueOn) })}
        save={t('cwc-report.save')}
        before={<Tabs label={t('cwc-report.parts')} tabs={tabs} />}
      >
        <h2>{t(`cwc-report.part.${part}`)}</h2>
        {fieldsOfPart(part).some(({ sealed }) => sealed) ? <p role="note">{t('cwc-report.sealedPart')}</p> : null}
        <Hidden name="part" value={part} />
        <Hidden name="seen" value={String(report.version)} />
        {fieldsOfPart(part).map((field) => (
          <Item key={field.name} view={view} form={form} field={field} />
        ))}
      </FileForm>
      <h2>{t('cwc-report.submit')}</h2>
      {missingToSubmit(answers).length > 0 ? (
        <p>
          {t('cwc-report.stillNeeded')}{' '}
          {missingToSubmit(answers)
            .map((name) => t(`cwc-report.item.${name}`))
            .join(', ')}
        </p>
      ) : (
        <Form view={view} action={carried(view, `/cwc/${reference}/${path}/submit`)}>
          <p>{t('cwc-report.submitWhy')}</p>
          <Button kind="secondary">{t('cwc-report.submit')}</Button>
        </Form>
      )}
    </>
  );
}

function Item({ view, form, field }: { view: View; form: FormState; field: ReportField }) {
  const { t } = view;
  const hint = ['familyMembers', 'familyOffences', 'perpetrators'].includes(field.name) ? { hint: t(`cwc-report.hint.${field.name}`) } : {};
  const about = { view, form, name: field.name, label: t(`cwc-report.item.${field.name}`), optional: !isNeeded(field.name), ...hint };
  if ('options' in field) {
    const options = field.options.map((value) => ({ value, label: t(`cwc-report.answer.${value}`) }));
    return field.kind === 'choice' ? <Radios {...about} options={options} inline /> : <Checkboxes {...about} options={options} inline />;
  }
  if (field.kind === 'line') return <TextInput {...about} maxLength={300} />;
  return field.kind === 'text' ? <TextArea {...about} rows={3} maxLength={4000} /> : <DateInput {...about} />;
}

type ReadProps = {
  view: View;
  reference: string;
  title: string;
  report: SocialReport;
  answers: Answers;
  sealed: boolean;
  spoken: readonly string[];
};

/** As the Committee reads it: what is open, or, apart and written down as such, what is sealed. */
export function ReportReadPage({ view, reference, title, report, answers, sealed, spoken }: ReadProps) {
  const { t } = view;
  return (
    <>
      <p class="reference">
        <a href={`/cwc/${reference}/file`}>{reference}</a>
      </p>
      <h1>{title}</h1>
      <p>
        {t('cwc-report.submittedBy', {
          name: report.submittedBy ?? '',
          office: report.officeName,
          when: formatMoment(view, report.submittedAt!),
        })}
      </p>
      <Answers view={view} answers={answers} sealed={sealed} />
      {sealed ? null : (
        <p>
          <LinkButton href={`/cwc/${reference}/reports/${report.id}/sealed`}>{t('cwc-report.openSealed')}</LinkButton>{' '}
          <a href={`/cwc/${reference}/reports/${report.id}/form-22.pdf`}>{t('cwc-papers.print', { form: '22' })}</a>
          <PrintLanguages href={`/cwc/${reference}/reports/${report.id}/form-22.pdf`} spoken={spoken} />
        </p>
      )}
    </>
  );
}

function Answers({ view, answers, sealed }: Pick<ReadProps, 'view' | 'answers' | 'sealed'>) {
  const { t } = view;
  return (
    <>
      {reportParts.map((part) => {
        const fields = fieldsOfPart(part).filter((field) => (field.sealed === true) === sealed && answers.get(field.name)?.value);
        if (fields.length === 0) return null;
        return (
          <section key={part}>
            <h2>{t(`cwc-report.part.${part}`)}</h2>
            <SummaryList
              view={view}
              rows={fields.map((field) => ({
                label: t(`cwc-report.item.${field.name}`),
                value: <bdi>{answerInWords(view, field, answers.get(field.name)!.value)}</bdi>,
              }))}
            />
          </section>
        );
      })}
    </>
  );
}

export type ReportOpened = { report: SocialReport; answers: ReadonlyMap<string, ReportAnswer> };

export function OpenedPage({
  view,
  reference,
  title,
  shown,
}: {
  view: View;
  reference: string;
  title: string;
  shown: readonly ReportOpened[];
}) {
  const { t } = view;
  return (
    <>
      <p class="reference">
        <a href={`/found/${reference}/sealed`}>{reference}</a>
      </p>
      <h1>{title}</h1>
      {shown.every(({ answers }) => answers.size === 0) ? <p>{t('cwc-report.nothingOpen')}</p> : null}
      {shown.map(({ report, answers }) => (
        <Answers key={report.id} view={view} answers={answers} sealed />
      ))}
    </>
  );
}
