// The desk's pages of the vault: the reader's cases, one case, and the form of every step.
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import { dayOf } from '../../kernel/time.ts';
import { pageAsked } from '../../platform/paging.ts';
import { whenNow } from '../../web/when.ts';
import { type RequestContext, type Route, form, page, redirect, show } from '../../web/route.ts';
import { officersInPost } from '../officers/index.ts';
import { apprehend, openCase, takeStep, writtenIn } from './actions.ts';
import { destructionRoutes } from './desk-destruction.ts';
import { signingRoutes } from './desk-signing.ts';
import { destructionOf } from './destruction-store.ts';
import { dutyLines } from './duty-line.ts';
import { dutiesOfCase, openDuties } from './duty-store.ts';
import { figuresOf } from './figures.ts';
import { openingSchema } from './form.ts';
import { BoardPage, casePath } from './pages/board-page.tsx';
import { CasePage } from './pages/case-page.tsx';
import { OpenPage } from './pages/open-page.tsx';
import { type Choices, StepPage } from './pages/step-page.tsx';
import { papersOf, papersToSign } from './paper-store.ts';
import { type Proceeding, numberOf } from './proceeding.ts';
import { type Step, schemaOf } from './step.ts';
import { permissionOf, steps } from './steps/all.ts';
import { type Listing, countProceedings, datedCases, homeNames, homesOf, listProceedings, looksAt, noteLooks } from './vault-store.ts';

const purpose = 'conflict';
const LISTED = 50;
const MOST_DUTIES = 30;
const MOST_LOOKS = 50;
const MOST_TO_SIGN = 50;
const listings: readonly string[] = ['open', 'ended', 'destroyed'] satisfies Listing[];

const listRoute = page({
  path: '/board',
  permission: 'conflict.read',
  audit: 'conflict.list',
  purpose,
  async answer(context, { query }) {
    const { view, actor, now } = context;
    if (actor.kind !== 'officer') return refuse('web.error.notFound');
    const which = (listings.includes(query['of'] ?? '') ? query['of'] : 'open') as Listing;
    const pages = Math.max(1, Math.ceil((await countProceedings(context, which)) / LISTED));
    const at = pageAsked(query['page'], pages);
    const cases = await listProceedings(context, which, at, LISTED);
    await noteLooks(context, 'read', cases.map(({ id }) => id)); // prettier-ignore
    const duties = dutyLines(view, await openDuties(context, actor.officeId, MOST_DUTIES), actor.stateCode ?? '');
    const figures = view.may('conflict.decide') ? figuresOf(await datedCases(context, dayOf(now)), dayOf(now)) : null;
    const toSign = view.may('conflict.decide') ? await papersToSign(context, actor.officerId, MOST_TO_SIGN) : [];
    return show(view.t('jjb.list.title'), BoardPage({ view, which, cases, page: at, pages, toSign, duties, figures }));
  },
});

const openRoute = form({
  path: '/board/new',
  permission: 'conflict.open',
  audit: 'conflict.open',
  purpose,
  schema: openingSchema,
  async show({ view, now }, { values, errors }) {
    const begun = Object.keys(values).length > 0 ? values : whenNow(now);
    return show(view.t('jjb.open'), OpenPage({ view, form: { values: begun, errors } }));
  },
  async save(context, { draft }) {
    if (context.actor.kind !== 'officer') return refuse('web.error.notFound');
    const id = await apprehend(context, context.actor, draft);
    return isRefusal(id) ? id : redirect(`/board/cases/${id}`, 'jjb.done.opened');
  },
});

const caseRoute = page({
  path: '/board/cases/:proceeding',
  permission: 'conflict.read',
  audit: 'conflict.case',
  purpose,
  async answer(context, { params }) {
    const opened = await openCase(context, params['proceeding']);
    if (isRefusal(opened)) return opened;
    const { view, actor } = context;
    const { proceeding, key } = opened;
    const written = await writtenIn(context, proceeding.id);
    const destruction = await destructionOf(context, proceeding.id);
    const reader = actor.kind === 'officer' ? actor.officerId : '';
    const body = CasePage({
      view,
      proceeding,
      duties: dutyLines(view, await dutiesOfCase(context, proceeding.id), proceeding.stateCode),
      papers: await papersOf(context, proceeding.id, key),
      next: steps.filter((step) => key && view.may(permissionOf[step.side]) && step.offered(proceeding, written)),
      names: await homeNames(context, proceeding.stateCode),
      destruction,
      reader,
      ownOrder: destruction?.orderedById === reader,
      looks: view.may('conflict.decide') ? await looksAt(context, proceeding.id, MOST_LOOKS) : [],
    });
    return show(numberOf(proceeding), body);
  },
});

async function choicesFor(context: RequestContext, { boardId, stateCode }: Proceeding, step: Step): Promise<Choices> {
  const asks = (kind: string): boolean => step.fields.some((field) => field.kind === kind);
  const homes = asks('home') ? await homesOf(context, stateCode) : [];
  const members = asks('bench') ? await officersInPost(context, [boardId]) : [];
  return {
    homes: homes.map(({ id, name }) => ({ value: id, label: name })),
    bench: members.map(({ officerId, name, role }) => ({
      value: officerId,
      label: `${name} · ${context.view.t(`officers.role.${role}`)}`,
    })),
  };
}

function stepRoute(step: Step): Route {
  return form({
    path: `/board/cases/:proceeding/${step.code}`,
    permission: permissionOf[step.side],
    audit: `conflict.${step.code}`,
    purpose,
    schema: schemaOf(step),
    async show(context, { params, values, errors }) {
      const opened = await openCase(context, params['proceeding']);
      if (isRefusal(opened)) return opened;
      const { proceeding, key } = opened;
      if (!key || !step.offered(proceeding, await writtenIn(context, proceeding.id))) return refuse('jjb.error.notNow');
      const { view, now } = context;
      const begun = Object.keys(values).length > 0 ? values : whenNow(now);
      const choices = await choicesFor(context, proceeding, step);
      return show(view.t(`jjb.step.${step.code}`), StepPage({ view, form: { values: begun, errors }, proceeding, step, choices }));
    },
    async save(context, { params, draft }) {
      if (context.actor.kind !== 'officer') return refuse('web.error.notFound');
      const taken = await takeStep(context, context.actor, params['proceeding'], step, draft as Parameters<typeof takeStep>[4]);
      return isRefusal(taken) ? taken : redirect(casePath(taken), taken.waits ? 'jjb.done.waits' : 'jjb.done.step');
    },
  });
}

export function deskRoutes(): Route[] {
  return [listRoute, openRoute, caseRoute, ...steps.map(stepRoute), ...destructionRoutes, ...signingRoutes];
}
