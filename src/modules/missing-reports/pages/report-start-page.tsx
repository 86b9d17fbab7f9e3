// Before the first question: danger comes first, then what will be asked and what happens with it.
import { LinkButton } from '../../../web/components/link-button.tsx';
import type { View } from '../../../web/view.ts';

/** `resume`: where an unfinished report goes on, if there is one. */
export function ReportStartPage({ view, begin, resume }: { view: View; begin: string; resume: string | null }) {
  const { t } = view;
  return (
    <>
      <h1>{t('missing-reports.report.title')}</h1>
      <p>{t('missing-reports.report.noWaiting')}</p>
      <p>{t('missing-reports.report.whatWeAsk')}</p>
      {resume ? (
        <LinkButton href={resume} kind="primary">
          {t('missing-reports.report.resume')}
        </LinkButton>
      ) : null}
      <LinkButton href={begin} kind={resume ? 'secondary' : 'primary'}>
        {t(resume ? 'missing-reports.report.beginAgain' : 'missing-reports.report.begin')}
      </LinkButton>
    </>
  );
}
