// Following one's own report at the citizen door: reference and telephone, a code, then what was done and what is due, honestly.
import { z } from 'zod';
import { readReference } from '../../kernel/reference.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Context } from '../../platform/context.ts';
import { telephone, text } from '../../web/fields.ts';
import { type FormState, blankForm } from '../../web/form-state.ts';
import { type Input, type Params, type RequestContext, type Route, form, page, redirect, show } from '../../web/route.ts';
import { type ChildRecord, readDescription, readRecord } from '../children/index.ts';
import { alertsOfRecord } from '../alerts/index.ts';
import { codeRoutes, forgetDraft, keepDraft, resumeDraft, sendCode, startCitizenSession } from '../citizens/index.ts';
import { effectiveEntries, readDiary } from '../diary/index.ts';
import { ownLiveNotice } from '../notices/index.ts';
import { spokenIn } from '../places/index.ts';
import { addByFamily } from './family-note.ts';
import { FollowPage } from './pages/follow-page.tsx';
import { type DutyShown, MyReportPage } from './pages/my-report-page.tsx';
import { investigatorOf, readMissingReport } from './store.ts';

/** What is still to be done on a record and by when, in words: given by the app, since obligations rank higher than missing reports. */
export type DutiesOf = (context: RequestContext, record: ChildRecord) => Promise<readonly DutyShown[]>;

const KIND = 'follow';
const ground = { permission: 'anyone', audit: 'missingReport.follow', purpose: 'own-report' } as const;

const followSchema = z.strictObject({
  reference: text(40, 'missing-reports.error.reference').refine(
    (typed) => readReference(typed) !== undefined,
    'missing-reports.error.referenceShape',
  ),
  informantTelephone: telephone('missing-reports.error.yourTelephone'),
});

/** The same answer whether or not there is such a report, or of that telephone: nothing is looked up before the code is right. */
const followRoute = form({
  ...ground,
  path: '/my',
  schema: followSchema,
  async show(context, { query, values, errors }) {
    const typed = Object.keys(errors).length > 0 ? values : { reference: query['reference'] ?? '' };
    return show(context.view.t('missing-reports.follow.title'), FollowPage({ view: context.view, form: { values: typed, errors } }));
  },
  async save(context, { draft, cookies, networkAddress }: Input & { draft: z.output<typeof followSchema> }) {
    const refusal = await sendCode(context, {
      telephone: draft.informantTelephone,
      purpose: KIND,
      locale: context.view.locale,
      networkAddress,
    });
    if (refusal) return refusal;
    const answers = { reference: readReference(draft.reference)!, informantTelephone: draft.informantTelephone };
    return redirect('/my/code', undefined, [await keepDraft(context, cookies, KIND, { answers, photograph: null })]);
  },
});

async function asked(context: Context, cookies: Params): Promise<{ reference: string; telephone: string } | null> {
  const { answers } = await resumeDraft(context, cookies, KIND);
  return answers['informantTelephone']
    ? { reference: String(answers['reference']), telephone: String(answers['informantTelephone']) }
    : null;
}

const code = codeRoutes({
  ...ground,
  path: '/my/code',
  codePurpose: KIND,
  begin: '/my',
  async telephoneOf(context, cookies) {
    return (await asked(context, cookies))?.telephone ?? null;
  },
  async proved(context, { cookies, telephone: proven }) {
    const about = await asked(context, cookies);
    const session = await startCitizenSession(context, proven);
    return redirect(`/my/${about!.reference}`, undefined, [session, await forgetDraft(context, cookies, KIND)]);
  },
});

/** The citizen's own report, or the same refusal for another's, for none, and for one of a child to be kept from whoever reported. */
async function ownReport(context: Context, typed: string) {
  const reference = readReference(typed);
  if (context.actor.kind !== 'citizen' || !reference) return refuse('web.error.notFound');
  const record = await readRecord(context, { reference }, 'missing');
  const barred = !isRefusal(record) && (await readMissingReport(context, record.id))?.contactBarred;
  return barred ? refuse('web.error.notFound') : record;
}

function isSignedOut(context: Context): boolean {
  return context.actor.kind === 'citizen' && context.actor.reporterKey === null;
}

/** Languages of the place, where the report has a notice that is up. */
async function postersOf(context: Context, record: ChildRecord): Promise<readonly string[] | null> {
  const notice = await ownLiveNotice(context, record.id);
  return notice && !notice.gone ? spokenIn(context, record.stateCode) : null;
}

/** The report's own page, on the way to it or with what is wrong in a note being added. */
async function drawMyReport(context: RequestContext, dutiesOf: DutiesOf, params: Params, form: FormState) {
  if (isSignedOut(context)) return redirect(`/my?reference=${encodeURIComponent(params['reference']!)}`);
  const record = await ownReport(context, params['reference']!);
  if (isRefusal(record)) return record;
  const body = MyReportPage({
    view: context.view,
    form,
    record,
    report: await readMissingReport(context, record.id),
    childName: (await readDescription(context, record.id))?.names.find((name) => name.bearer === 'child')?.text ?? null,
    diary: effectiveEntries(await readDiary(context, record.id)),
    alerts: await alertsOfRecord(context, record.id),
    investigator: await investigatorOf(context, record.id),
    duties: await dutiesOf(context, record),
    posters: await postersOf(context, record),
  });
  return show(record.reference, body);
}

function myReportRoute(dutiesOf: DutiesOf): Route {
  return page({
    ...ground,
    path: '/my/:reference',
    answer: (context, { params }) => drawMyReport(context, dutiesOf, params, blankForm),
  });
}

function addRoute(dutiesOf: DutiesOf): Route {
  return form({
    ...ground,
    path: '/my/:reference/add',
    schema: z.strictObject({ text: text(2000, 'missing-reports.error.text') }),
    show: (context, { params, values, errors }) => drawMyReport(context, dutiesOf, params, { values, errors }),
    async save(context, { params, draft }) {
      if (isSignedOut(context)) return redirect(`/my?reference=${encodeURIComponent(params['reference']!)}`);
      const record = await ownReport(context, params['reference']!);
      if (isRefusal(record)) return record;
      if (record.closedAt !== null) return refuse('web.error.notFound');
      await addByFamily(context, record, draft.text);
      return redirect(`/my/${record.reference}`, 'missing-reports.done.added');
    },
  });
}

export function followRoutes(dutiesOf: DutiesOf): Route[] {
  return [followRoute, ...code, myReportRoute(dutiesOf), addRoute(dutiesOf)];
}
