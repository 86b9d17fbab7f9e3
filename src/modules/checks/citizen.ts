// "Is my child already known?" at the citizen door: a description, a code, and always the same answer. No list of found children is shown, and nothing is compared while anybody waits.
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Context } from '../../platform/context.ts';
import { spend } from '../../platform/http/budget.ts';
import type { Params, RequestContext, Route } from '../../web/route.ts';
import { form, page, redirect, show } from '../../web/route.ts';
import { becomeCitizen, codeRoutes, forgetDraft, keepDraft, resumeDraft, sendCode, startCitizenSession } from '../citizens/index.ts';
import { type CitizenReportDraft, chainRoutes } from '../missing-reports/index.ts';
import { networkOf } from '../notices/index.ts';
import { officeForPlace, readOffice } from '../officers/index.ts';
import { standingOf } from './check.ts';
import { findOwnCheck, insertCheck } from './check-store.ts';
import { type FollowDraft, followSchema } from './form.ts';
import { AnswerPage } from './pages/answer-page.tsx';
import { FollowPage } from './pages/follow-page.tsx';
import { StartPage } from './pages/start-page.tsx';
import { readTrackingCode } from './tracking-code.ts';

const ground = { permission: 'anyone', audit: 'check.ask', purpose: 'reporting' } as const;
const following = { permission: 'anyone', audit: 'check.follow', purpose: 'own-report' } as const;
const ASKED = 'check';
const FOLLOWED = 'check-follow';
/** Whoever seeks one child asks once or twice; a whole neighbourhood may stand behind one address of a mobile network. */
const OF_A_TELEPHONE_A_DAY = 3;
const OF_A_NETWORK_A_DAY = 20;
const DAY_MINUTES = 24 * 60;

async function withinBudgets(context: Context, telephone: string, networkAddress: string): Promise<boolean> {
  const { keyedHash } = context.tools;
  const ofTelephone = await spend(context, `check:telephone:${keyedHash(telephone)}`, OF_A_TELEPHONE_A_DAY, DAY_MINUTES);
  const ofNetwork = await spend(context, `check:network:${keyedHash(networkOf(networkAddress))}`, OF_A_NETWORK_A_DAY, DAY_MINUTES);
  return ofTelephone && ofNetwork;
}

/** Keeps what was told, sealed. Reads no record of any child. */
export async function askCheck(context: RequestContext, told: CitizenReportDraft, networkAddress: string): Promise<string | Refusal> {
  if (!(await withinBudgets(context, told.informantTelephone, networkAddress))) return refuse('checks.error.tooMany');
  const unit = await officeForPlace(context, 'dcpu', told.lastSeenDistrict);
  return unit ? insertCheck(context, told, unit.id, context.view.locale) : refuse('checks.error.noOffice');
}

const chain = chainRoutes({
  ground,
  under: '/known',
  draftKind: ASKED,
  codePurpose: 'private-check',
  names: ['who', 'when', 'where', 'looks', 'family', 'you'],
  whatHappens: 'checks.whatHappens',
  start: ({ view }, ways) => show(view.t('checks.title'), StartPage({ view, ...ways })),
  async proved(context, { cookies, telephone, networkAddress }, { answers }) {
    const code = await askCheck(await becomeCitizen(context, telephone), answers, networkAddress);
    if (typeof code !== 'string') return code;
    return redirect(`/known/answer?code=${code}`, undefined, [
      await startCitizenSession(context, telephone),
      await forgetDraft(context, cookies, ASKED),
    ]);
  },
});

/** The same for a code nobody was given, another's, and one's own: nothing is looked up before the telephone is proved. */
const followRoute = form({
  ...following,
  path: '/known/follow',
  schema: followSchema,
  async show({ view }, { query, values, errors }) {
    const typed = Object.keys(errors).length > 0 ? values : { code: query['code'] ?? '' };
    return show(view.t('checks.follow.title'), FollowPage({ view, form: { values: typed, errors } }));
  },
  async save(context, { draft, cookies, networkAddress }) {
    const { telephone, code } = draft as FollowDraft;
    const refusal = await sendCode(context, { telephone, purpose: FOLLOWED, locale: context.view.locale, networkAddress });
    if (refusal) return { ...refusal, field: 'telephone' };
    const answers = { code: readTrackingCode(code)!, telephone };
    return redirect('/known/follow/code', undefined, [await keepDraft(context, cookies, FOLLOWED, { answers, photograph: null })]);
  },
});

const followed = async (context: Context, cookies: Params) => (await resumeDraft(context, cookies, FOLLOWED)).answers;

const followCode = codeRoutes({
  ...following,
  path: '/known/follow/code',
  codePurpose: FOLLOWED,
  begin: '/known/follow',
  async telephoneOf(context, cookies) {
    const { telephone } = await followed(context, cookies);
    return typeof telephone === 'string' ? telephone : null;
  },
  async proved(context, { cookies, telephone }) {
    const { code } = await followed(context, cookies);
    const session = await startCitizenSession(context, telephone);
    return redirect(`/known/answer?code=${String(code)}`, undefined, [session, await forgetDraft(context, cookies, FOLLOWED)]);
  },
});

const answerRoute = page({
  ...following,
  path: '/known/answer',
  async answer(context, { query }) {
    const { view, actor } = context;
    const code = readTrackingCode(query['code'] ?? '');
    if (!code) return refuse('web.error.notFound');
    if (actor.kind !== 'citizen' || actor.reporterKey === null) return redirect(`/known/follow?code=${code}`);
    const check = await findOwnCheck(context, code);
    const office = check && (await readOffice(context, check.officeId));
    if (!office) return refuse('web.error.notFound');
    return show(view.t('checks.answer.title'), AnswerPage({ view, check, office, standing: standingOf(check, context.now) }));
  },
});

export function citizenRoutes(): Route[] {
  return [...chain, followRoute, ...followCode, answerRoute];
}
