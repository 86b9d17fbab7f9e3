// Directives at the desk: what reached this office, what it must answer, and the directive itself.
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Answer, Route, RequestContext } from '../../web/route.ts';
import { form, page, redirect, show } from '../../web/route.ts';
import { answersOf, openPoints, receiptOf, receiptsOf, waitingAt } from './answer-store.ts';
import { acknowledge, answerPoint, ownPoints, readIssued } from './answers.ts';
import { complianceRoutes } from './desk-compliance.ts';
import { enterRoutes } from './desk-enter.ts';
import { answerSchema, nothingSchema } from './form.ts';
import { AnswerPage } from './pages/answer-page.tsx';
import { DirectivePage } from './pages/directive-page.tsx';
import { ListPage } from './pages/list-page.tsx';
import { draftsOf, endOf, endedBy, isOfOffice, issuedDirectives, pointsOf } from './store.ts';

const ground = { purpose: 'coordination' } as const;
/** What a list shows at most; what is older is found by its number through who issued it. */
const MOST_LISTED = 200;
const MOST_OPEN = 60;

const listRoute = page({
  path: '/directives',
  permission: 'directive.read',
  audit: 'directives.list',
  ...ground,
  async answer(context) {
    const { view, actor, tools } = context;
    if (actor.kind !== 'officer') return refuse('web.error.notFound');
    const mayIssue = tools.may(actor, 'directive.issue');
    const loaded = {
      waiting: await waitingAt(context, actor.officeId),
      open: await openPoints(context, actor.officeId, MOST_OPEN),
      directives: await issuedDirectives(context, MOST_LISTED),
      receipts: await receiptsOf(context, actor.officeId),
      drafts: mayIssue ? await draftsOf(context, actor.officeId, MOST_LISTED) : [],
      mayIssue,
      mayAnswer: tools.may(actor, 'directive.answer'),
    };
    return show(view.t('directives.title'), ListPage({ view, loaded }));
  },
});

async function showDirective(context: RequestContext, id: string): Promise<Answer> {
  const { view, actor, tools } = context;
  const directive = await readIssued(context, id);
  if (isRefusal(directive) || actor.kind !== 'officer') return refuse('web.error.notFound');
  const loaded = {
    directive,
    points: await pointsOf(context, id),
    ended: await endOf(context, id),
    ends: await endedBy(context, id),
    receipt: await receiptOf(context, id, actor.officeId),
    owed: await ownPoints(context, actor, id),
    answers: await answersOf(context, id, actor.officeId),
    isOwn: tools.may(actor, 'directive.issue') && (await isOfOffice(context, id, actor.officeId)),
    mayAnswer: tools.may(actor, 'directive.answer'),
    mayCompare: tools.may(actor, 'directive.compliance'),
  };
  return show(directive.title, DirectivePage({ view, loaded }));
}

const directiveRoute = page({
  path: '/directives/:directive',
  permission: 'directive.read',
  audit: 'directives.view',
  ...ground,
  answer: (context, { params }) => showDirective(context, params['directive'] ?? ''),
});

const acknowledgeRoute = form({
  path: '/directives/:directive/acknowledge',
  permission: 'directive.answer',
  audit: 'directives.acknowledge',
  ...ground,
  schema: nothingSchema,
  async save(context, { params }) {
    const id = params['directive'] ?? '';
    if (context.actor.kind !== 'officer') return refuse('web.error.notFound');
    const done = await acknowledge(context, context.actor, id);
    return isRefusal(done) ? done : redirect(`/directives/${id}`, 'directives.done.acknowledged');
  },
});

/** Which point, and of which period, stands in the address; typed values win. */
const answerRoute = form({
  path: '/directives/:directive/answer',
  permission: 'directive.answer',
  audit: 'directives.answer',
  ...ground,
  schema: answerSchema,
  async show(context, { params, query, values, errors }) {
    const { view, actor } = context;
    const directive = await readIssued(context, params['directive'] ?? '');
    if (isRefusal(directive) || actor.kind !== 'officer') return refuse('web.error.notFound');
    const owed = await ownPoints(context, actor, directive.id);
    const [pointId, period] = (['point', 'period'] as const).map((name) => String(values[name] ?? query[name] ?? ''));
    const asked = owed.find((one) => one.pointId === pointId && one.period === period);
    return show(view.t('directives.answer.title'), AnswerPage({ view, directive, owed, asked, form: { values, errors } }));
  },
  async save(context, { params, draft }) {
    const id = params['directive'] ?? '';
    if (context.actor.kind !== 'officer') return refuse('web.error.notFound');
    const done = await answerPoint(context, context.actor, id, draft);
    return isRefusal(done) ? done : redirect(`/directives/${id}`, 'directives.done.answered');
  },
});

export function deskRoutes(): Route[] {
  return [listRoute, ...enterRoutes(), directiveRoute, acknowledgeRoute, answerRoute, ...complianceRoutes()];
}
