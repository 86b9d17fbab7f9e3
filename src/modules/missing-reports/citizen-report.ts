// The citizen door's chain of pages for reporting a missing child.
import { isRefusal } from '../../kernel/refusal.ts';
import { type Route, redirect, show } from '../../web/route.ts';
import { becomeCitizen, forgetDraft, startCitizenSession } from '../citizens/index.ts';
import { reportByCitizen } from './citizen-action.ts';
import { chainRoutes } from './citizen-chain.ts';
import { questionNames } from './citizen-questions.ts';
import { ReportStartPage } from './pages/report-start-page.tsx';

const KIND = 'missing';

export const citizenReportRoutes: Route[] = chainRoutes({
  ground: { permission: 'anyone', audit: 'missingReport.citizen', purpose: 'reporting' },
  under: '/missing/report',
  draftKind: KIND,
  codePurpose: 'missing-report',
  names: questionNames,
  whatHappens: 'missing-reports.check.whatHappens',
  start: ({ view }, ways) => show(view.t('missing-reports.report.title'), ReportStartPage({ view, ...ways })),
  async proved(context, { cookies, telephone }, { answers, kept }) {
    const citizen = await becomeCitizen(context, telephone);
    const photograph = kept.photograph ? Buffer.from(kept.photograph, 'base64') : null;
    const record = await reportByCitizen(citizen, answers, photograph, context.view.locale);
    if (isRefusal(record)) return record;
    const cookiesToSet = [await startCitizenSession(context, telephone), await forgetDraft(context, cookies, KIND)];
    return redirect(`/my/${record.reference}`, 'missing-reports.done.reported', cookiesToSet);
  },
});
