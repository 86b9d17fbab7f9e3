// The form in which an officer answers what the police's own system says of a child.
import { formatMoment } from '../../../platform/i18n/index.ts';
import { Button } from '../../../web/components/button.tsx';
import { ErrorSummary } from '../../../web/components/error-summary.tsx';
import { Form } from '../../../web/components/form.tsx';
import { Radios } from '../../../web/components/radios.tsx';
import { TextArea } from '../../../web/components/text-area.tsx';
import type { FormState } from '../../../web/form-state.ts';
import type { View } from '../../../web/view.ts';
import { type ChildRecord, recordPath } from '../../children/index.ts';
import type { ToldReport } from '../answering/answer-store.ts';
import { isNoEnd } from '../answering/open-question.ts';

type Props = {
  view: View;
  record: ChildRecord;
  reports: readonly ToldReport[];
  by: 'station' | 'committee';
  form: FormState;
  suffix: string;
};

export function AnswerPage({ view, record, reports, by, form, suffix }: Props) {
  const { t } = view;
  const goesOn = by === 'station' && reports.length > 0 && reports.every(isNoEnd);
  return (
    <>
      <p>
        <a href={`${recordPath(record)}${suffix}`}>{record.reference}</a>
      </p>
      <h1>{t(`police-system.answer.${goesOn ? 'goesOn' : by}`)}</h1>
      <ErrorSummary view={view} form={form} />
      {reports.length === 0 ? <p>{t('police-system.nothingAsked')}</p> : null}
      <ul>
        {reports.map((report) => (
          <li key={report.what}>
            {t(`police-system.says.${report.what}`, { when: formatMoment(view, report.happenedAt) })}{' '}
            {report.outcome ? t(`police-system.outcome.${report.outcome}`) : null}
          </li>
        ))}
      </ul>
      {goesOn ? <p>{t('police-system.goesOn')}</p> : null}
      {reports.length > 0 ? (
        <Form view={view} action={`${recordPath(record)}/police-system/${by}${suffix}`}>
          {by === 'station' ? (
            <Radios
              view={view}
              form={form}
              name="what"
              label={t(goesOn ? 'police-system.yourAnswer' : 'police-system.which')}
              options={reports.map((report) => ({
                value: report.what,
                label: t(isNoEnd(report) ? 'police-system.do.goesOn' : `police-system.what.${report.what}`),
              }))}
            />
          ) : (
            <Radios
              view={view}
              form={form}
              name="answer"
              label={t('police-system.committeeAnswer')}
              options={(['confirmed', 'denied'] as const).map((value) => ({ value, label: t(`police-system.committee.${value}`) }))}
            />
          )}
          <TextArea
            view={view}
            form={form}
            name="words"
            label={t(goesOn ? 'police-system.words.goesOn' : 'police-system.words')}
            hint={t('police-system.wordsHint')}
            rows={4}
          />
          <Button>{t('police-system.send')}</Button>
        </Form>
      ) : null}
    </>
  );
}
