// The citizen door's chain of pages for reporting a missing child: no account, no JavaScript needed, proved at the end by a code on the telephone.
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import { dayOf } from '../../kernel/time.ts';
import type { Context } from '../../platform/context.ts';
import { photographLimits, renderPhotograph } from '../../platform/photographs/index.ts';
import { readDraft } from '../../web/read-form.ts';
import { type Input, type RequestContext, type Route, type UploadedFile, form, page, redirect, show } from '../../web/route.ts';
import { districtOf, districtsTyped, settleDistrict } from '../places/index.ts';
import { z } from 'zod';
import {
  type Draft,
  becomeCitizen,
  codeRoutes,
  forgetDraft,
  keepDraft,
  resumeDraft,
  sendCode,
  startCitizenSession,
} from '../citizens/index.ts';
import { reportByCitizen } from './citizen-action.ts';
import {
  type QuestionName,
  asReportValues,
  asValues,
  checkQuestion,
  nextUnanswered,
  passed,
  questionNames,
  questionSchemas,
} from './citizen-questions.ts';
import { type CitizenReportDraft, citizenReportSchema } from './form.ts';
import { CheckPage } from './pages/check-page.tsx';
import { QuestionPage } from './pages/question-page.tsx';
import { ReportStartPage } from './pages/report-start-page.tsx';

const KIND = 'missing';
const PURPOSE = 'missing-report';
const ground = { permission: 'anyone', audit: 'missingReport.citizen', purpose: 'reporting' } as const;
const pathOf = (name: string): string => `/missing/report/${name}`;

const startRoute = page({
  ...ground,
  path: '/missing/report',
  async answer(context, { cookies }) {
    const { answers } = await resumeDraft(context, cookies, KIND);
    const next = Object.keys(answers).length === 0 ? null : pathOf(nextUnanswered(answers) ?? 'check');
    return show(
      context.view.t('missing-reports.report.title'),
      ReportStartPage({ view: context.view, begin: pathOf('who'), resume: next }),
    );
  },
});

function questionRoute(name: QuestionName): Route {
  return form({
    ...ground,
    path: pathOf(name),
    schema: questionSchemas[name] as z.ZodType<Record<string, unknown>>,
    async show(context, { cookies, values, errors }) {
      const draft = await resumeDraft(context, cookies, KIND);
      const shown = Object.keys(errors).length > 0 ? values : draft.answers;
      const districts = name === 'where' ? await districtsTyped(context, districtIn(shown)) : [];
      const props = { view: context.view, form: { values: shown, errors }, name, districts, hasPhotograph: draft.photograph !== null };
      return show(context.view.t(`missing-reports.ask.${name}`), QuestionPage(props));
    },
    async save(context, { cookies, draft, files }) {
      const wrong = checkQuestion(name, draft, context.now);
      if (wrong.length > 0) return wrong;
      const before = await resumeDraft(context, cookies, KIND);
      const after = await answered(context, before, name, draft, files);
      if (isRefusal(after)) return after;
      const cookie = await keepDraft(context, cookies, KIND, after);
      return redirect(pathOf(nextUnanswered(after.answers) ?? 'check'), undefined, [cookie]);
    },
  });
}

const districtFields = { typed: 'districtTyped', chosen: 'lastSeenDistrict' } as const;

function districtIn(values: Record<string, unknown>) {
  const text = (name: string) => String(values[name] ?? '') || undefined;
  return { typed: text(districtFields.typed), chosen: text(districtFields.chosen) };
}

async function answered(context: Context, before: Draft, name: QuestionName, draft: Record<string, unknown>, files: UploadedFile[]) {
  const asked = Object.keys(questionSchemas[name].shape);
  const kept = Object.fromEntries(Object.entries(before.answers).filter(([field]) => !asked.includes(field)));
  const after: Draft = { ...before, answers: { ...kept, ...asValues(draft), ...passed(name) } };
  if (name === 'where') {
    const district = await settleDistrict(context, districtIn(draft), districtFields);
    if (isRefusal(district)) return district;
    after.answers['lastSeenDistrict'] = district.code;
    after.answers['districtTyped'] = district.name;
  }
  if (name === 'photograph' && files[0]) {
    if (files[0].tooLarge) return refuse('photograph.tooLarge', { megabytes: photographLimits.bytes / 1024 / 1024 }, 'photograph');
    const rendered = await renderPhotograph(files[0].bytes);
    if (isRefusal(rendered)) return { ...rendered, field: 'photograph' };
    after.photograph = rendered.full.toString('base64');
  }
  return after;
}

/** The whole report, if every question is answered well enough to be one. */
function reportOf(context: RequestContext, draft: Draft): CitizenReportDraft | null {
  const read = readDraft(citizenReportSchema, asReportValues(draft.answers, dayOf(context.now)), context.view.t);
  return read.ok && nextUnanswered(draft.answers) === null ? (read.draft as CitizenReportDraft) : null;
}

const nothing = z.strictObject({});

async function sendTheCode(context: RequestContext, { cookies, networkAddress }: Input) {
  const report = reportOf(context, await resumeDraft(context, cookies, KIND));
  if (!report) return refuse('missing-reports.error.answersMissing');
  const refusal = await sendCode(context, {
    telephone: report.informantTelephone,
    purpose: PURPOSE,
    locale: context.view.locale,
    networkAddress,
  });
  return refusal ? { ...refusal, field: undefined } : redirect(pathOf('code'));
}

const checkRoute = form({
  ...ground,
  path: pathOf('check'),
  schema: nothing,
  async show(context, { cookies, errors }) {
    const draft = await resumeDraft(context, cookies, KIND);
    const next = nextUnanswered(draft.answers);
    if (next) return redirect(pathOf(next));
    const district = await districtOf(context, String(draft.answers['lastSeenDistrict']));
    const props = { view: context.view, form: { values: {}, errors }, draft, districtName: district?.name ?? '', pathOf };
    return show(context.view.t('missing-reports.check.title'), CheckPage(props));
  },
  save: (context, input: Input) => sendTheCode(context, input),
});

const code = codeRoutes({
  ...ground,
  path: pathOf('code'),
  codePurpose: PURPOSE,
  begin: '/missing/report',
  async telephoneOf(context, cookies) {
    const { answers } = await resumeDraft(context, cookies, KIND);
    return typeof answers['informantTelephone'] === 'string' ? answers['informantTelephone'] : null;
  },
  async proved(context, { cookies, telephone }) {
    const kept = await resumeDraft(context, cookies, KIND);
    const report = reportOf(context, kept);
    if (!report) return refuse('missing-reports.error.answersMissing');
    const citizen = await becomeCitizen(context, telephone);
    const photograph = kept.photograph ? Buffer.from(kept.photograph, 'base64') : null;
    const record = await reportByCitizen(citizen, report, photograph, context.view.locale);
    if (isRefusal(record)) return record;
    const cookiesToSet = [await startCitizenSession(context, telephone), await forgetDraft(context, cookies, KIND)];
    return redirect(`/my/${record.reference}`, 'missing-reports.done.reported', cookiesToSet);
  },
});

export const citizenReportRoutes: Route[] = [startRoute, ...questionNames.map(questionRoute), checkRoute, ...code];
