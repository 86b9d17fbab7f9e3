// Before the first question: what is asked, what is answered, and what never is.
import { LinkButton } from '../../../web/components/link-button.tsx';
import type { View } from '../../../web/view.ts';

/** `resume`: where unfinished answers go on, if there are any. */
export function StartPage({ view, begin, resume }: { view: View; begin: string; resume: string | null }) {
  const { t } = view;
  return (
    <>
      <h1>{t('checks.title')}</h1>
      <p class="lead">{t('checks.start.lead')}</p>
      <p>{t('checks.start.always')}</p>
      <p>{t('checks.start.report')}</p>
      {resume ? (
        <LinkButton href={resume} kind="primary">
          {t('missing-reports.report.resume')}
        </LinkButton>
      ) : null}
      <LinkButton href={begin} kind={resume ? 'secondary' : 'primary'}>
        {t(resume ? 'missing-reports.report.beginAgain' : 'missing-reports.report.begin')}
      </LinkButton>
      <p>
        <a href="/known/follow">{t('checks.start.follow')}</a>
      </p>
    </>
  );
}
