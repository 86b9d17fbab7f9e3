// A chain of pages on which a citizen describes a child, one question a page: no account, no JavaScript needed, proved at the end by a code on the telephone.
import { z } from 'zod';
import { type Refusal, isRefusal, refuse } from '../../kernel/refusal.ts';
import { dayOf } from '../../kernel/time.ts';
import type { Context } from '../../platform/context.ts';
import { photographLimits, renderPhotograph } from '../../platform/photographs/index.ts';
import { readDraft } from '../../web/read-form.ts';
import {
  type Answer,
  type Input,
  type RedirectAnswer,
  type RequestContext,
  type Route,
  type UploadedFile,
  form,
  page,
  redirect,
  show,
} from '../../web/route.ts';
import { type Draft, type DraftKind, codeRoutes, keepDraft, resumeDraft, sendCode } from '../citizens/index.ts';
import { districtOf, districtsTyped, settleDistrict } from '../places/index.ts';
import {
  type QuestionName,
  asReportValues,
  asValues,
  checkQuestion,
  nextUnanswered,
  passed,
  questionSchemas,
} from './citizen-questions.ts';
import { type CitizenReportDraft, citizenReportSchema } from './form.ts';
import { CheckPage } from './pages/check-page.tsx';
import { QuestionPage } from './pages/question-page.tsx';

/** One flow of questions about a child. */
export type Chain = {
  ground: { permission: string; audit: string; purpose: string };
  /** The address of the first page; every other lies under it. */
  under: string;
  draftKind: DraftKind;
  codePurpose: string;
  /** Questions asked, in their order. */
  names: readonly QuestionName[];
  /** Above what was answered: what becomes of it once it is sent. Key of the catalogue. */
  whatHappens: string;
  /** `begin`: the first question; `resume`: where unfinished answers go on, if there are any. */
  start(context: RequestContext, ways: { begin: string; resume: string | null }): Answer;
  /** What follows the right code. A refusal undoes everything, the use of the code too. */
  proved(
    context: RequestContext,
    input: Input & { telephone: string },
    told: { answers: CitizenReportDraft; kept: Draft },
  ): Promise<RedirectAnswer | Refusal>;
};

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

function questionRoute(chain: Chain, name: QuestionName): Route {
  const { ground, under, names, draftKind } = chain;
  return form({
    ...ground,
    path: `${under}/${name}`,
    schema: questionSchemas[name] as z.ZodType<Record<string, unknown>>,
    async show(context, { cookies, values, errors }) {
      const draft = await resumeDraft(context, cookies, draftKind);
      const shown = Object.keys(errors).length > 0 ? values : draft.answers;
      const districts = name === 'where' ? await districtsTyped(context, districtIn(shown)) : [];
      const props = { view: context.view, form: { values: shown, errors }, name, names, under, districts, hasPhotograph: draft.photograph !== null }; // prettier-ignore
      return show(context.view.t(`missing-reports.ask.${name}`), QuestionPage(props));
    },
    async save(context, { cookies, draft, files }) {
      const wrong = checkQuestion(name, draft, context.now);
      if (wrong.length > 0) return wrong;
      const before = await resumeDraft(context, cookies, draftKind);
      const after = await answered(context, before, name, draft, files);
      if (isRefusal(after)) return after;
      const cookie = await keepDraft(context, cookies, draftKind, after);
      return redirect(`${under}/${nextUnanswered(names, after.answers) ?? 'check'}`, undefined, [cookie]);
    },
  });
}

/** All that was told, if every question is answered well enough. */
function toldIn({ names }: Chain, context: RequestContext, { answers }: Draft): CitizenReportDraft | null {
  const read = readDraft(citizenReportSchema, asReportValues(answers, dayOf(context.now)), context.view.t);
  return read.ok && nextUnanswered(names, answers) === null ? (read.draft as CitizenReportDraft) : null;
}

function checkRoute(chain: Chain): Route {
  const { ground, under, names, draftKind, codePurpose, whatHappens } = chain;
  return form({
    ...ground,
    path: `${under}/check`,
    schema: z.strictObject({}),
    async show(context, { cookies, errors }) {
      const draft = await resumeDraft(context, cookies, draftKind);
      const next = nextUnanswered(names, draft.answers);
      if (next) return redirect(`${under}/${next}`);
      const district = await districtOf(context, String(draft.answers['lastSeenDistrict']));
      const props = {
        view: context.view,
        form: { values: {}, errors },
        draft,
        districtName: district?.name ?? '',
        names,
        under,
        whatHappens,
      };
      return show(context.view.t('missing-reports.check.title'), CheckPage(props));
    },
    async save(context, { cookies, networkAddress }: Input) {
      const told = toldIn(chain, context, await resumeDraft(context, cookies, draftKind));
      if (!told) return refuse('missing-reports.error.answersMissing');
      const { informantTelephone: telephone } = told;
      const refusal = await sendCode(context, { telephone, purpose: codePurpose, locale: context.view.locale, networkAddress });
      return refusal ? { ...refusal, field: undefined } : redirect(`${under}/code`);
    },
  });
}

export function chainRoutes(chain: Chain): Route[] {
  const { ground, under, names, draftKind, codePurpose } = chain;
  const startRoute = page({
    ...ground,
    path: under,
    async answer(context, { cookies }) {
      const { answers } = await resumeDraft(context, cookies, draftKind);
      const resume = Object.keys(answers).length === 0 ? null : `${under}/${nextUnanswered(names, answers) ?? 'check'}`;
      return chain.start(context, { begin: `${under}/${names[0]}`, resume });
    },
  });
  const code = codeRoutes({
    ...ground,
    path: `${under}/code`,
    codePurpose,
    begin: under,
    async telephoneOf(context, cookies) {
      const { answers } = await resumeDraft(context, cookies, draftKind);
      return typeof answers['informantTelephone'] === 'string' ? answers['informantTelephone'] : null;
    },
    async proved(context, input) {
      const kept = await resumeDraft(context, input.cookies, draftKind);
      const answers = toldIn(chain, context, kept);
      return answers ? chain.proved(context, input, { answers, kept }) : refuse('missing-reports.error.answersMissing');
    },
  });
  return [startRoute, ...names.map((name) => questionRoute(chain, name)), checkRoute(chain), ...code];
}
