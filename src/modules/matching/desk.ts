// Matching at the desk: the pairs waiting for an officer, the review of one pair, the judgement and its reversal.
import { isUuid } from '../../kernel/ids.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import {
  type FieldErrors,
  type FormValues,
  type Params,
  type RequestContext,
  type Route,
  form,
  page,
  redirect,
  show,
} from '../../web/route.ts';
import { rolesThatMay } from '../officers/index.ts';
import { judge, reverseJudgement } from './actions.ts';
import { contradictionsRoute } from './contradictions/desk-contradictions.ts';
import { openingRoute } from './guarded/desk-guarded.ts';
import { judgementSchema, reversalSchema } from './form.ts';
import { ListPage } from './pages/list-page.tsx';
import { ReviewPage } from './pages/review-page.tsx';
import { type Review, loadReview } from './review.ts';
import { loadWaiting } from './waiting.ts';

type Asked = { params: Params; query: Params; values: FormValues; errors: FieldErrors };
const ground = { purpose: 'identification' } as const;

/** What was recorded is said only while it stands: not after it was taken back, nor because an address says so. */
function stillStands(done: string | undefined, { candidate: { standing }, judgements }: Review): boolean {
  const [said, verdict] = /^match-review\.done\.(\w+)/.exec(done ?? '') ?? [];
  return said !== undefined && judgements.at(-1)?.verdict === verdict && standing === (verdict === 'reversed' ? 'open' : verdict);
}

/** Draws the review with one form: the judgement, or its reversal. */
async function review(context: RequestContext, input: Asked, reversing: boolean) {
  const id = input.params.id ?? '';
  const pair = isUuid(id) ? await loadReview(context, id) : refuse('web.error.notFound');
  if (isRefusal(pair)) return pair;
  const { view, actor, tools } = context;
  if (!stillStands(input.query.done, pair)) view.alert = null;
  const mayJudge = tools.may(actor, 'match.judge');
  const whoMay = rolesThatMay('match.judge').map((role) => view.t(`officers.role.${role}`));
  const typed = { values: input.values, errors: input.errors };
  return show(view.t('match-review.title'), ReviewPage({ view, pair, mayJudge, whoMay, form: typed, reversing }));
}

const list = page({
  path: '/matches',
  permission: 'match.read',
  audit: 'match.list',
  ...ground,
  async answer(context) {
    if (context.actor.kind !== 'officer') return refuse('web.error.notFound');
    const waiting = await loadWaiting(context, context.actor);
    return show(context.view.t('match-review.list.title'), ListPage({ view: context.view, waiting, office: context.actor.officeName }));
  },
});

/** Read with match.read; the verb behind the form asks for match.judge. */
const judgement = form({
  path: '/matches/:id',
  permission: 'match.read',
  audit: 'match.review',
  ...ground,
  schema: judgementSchema,
  show: (context, input) => review(context, input, false),
  async save(context, { params, draft }) {
    const id = params.id ?? '';
    const judged = isUuid(id) ? await judge(context, id, draft) : refuse('web.error.notFound');
    return isRefusal(judged) ? judged : redirect(`/matches/${id}`, `match-review.done.${draft.verdict}`);
  },
});

/** Read with match.read: police take back their own judgement, the Committee what it confirmed; the verb asks which. */
const reversal = form({
  path: '/matches/:id/reverse',
  permission: 'match.read',
  audit: 'match.reverse',
  ...ground,
  schema: reversalSchema,
  show: (context, input) => review(context, input, true),
  async save(context, { params, draft }) {
    const id = params.id ?? '';
    const reversed = isUuid(id) ? await reverseJudgement(context, id, draft.reason, draft.seen) : refuse('web.error.notFound');
    if (isRefusal(reversed)) return reversed;
    // To a Committee the pair is shut with what it was asked.
    const isCommittee = context.actor.kind === 'officer' && context.actor.officeKind === 'cwc';
    return redirect(isCommittee ? '/cwc' : `/matches/${id}`, 'match-review.done.reversed');
  },
});

export function deskRoutes(): Route[] {
  return [list, judgement, reversal, openingRoute, contradictionsRoute];
}
