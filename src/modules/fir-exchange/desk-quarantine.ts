// /exchange/quarantine: messages of police nodes that wait for a person; one of them whole; sent in again put right, set aside, or its very bytes.
import { type Refusal, isRefusal, refuse } from '../../kernel/refusal.ts';
import { pageAsked } from '../../platform/paging.ts';
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
import { HeldPage } from './pages/held-page.tsx';
import { type HeldShown, QuarantinePage } from './pages/quarantine-page.tsx';
import { RawPage } from './pages/raw-page.tsx';
import { differing, saidIn } from './pages/said-words.ts';
import { flawText } from './pages/words.ts';
import { childrenOfHeld, fillOf, namesIn } from './quarantine/fill.ts';
import { fieldOf } from './quarantine/mending.ts';
import {
  askRawOf,
  dismissHeld,
  dismissSchema,
  flawsOf,
  openHeld,
  rawOf,
  rawSchema,
  releaseHeld,
  releaseSchema,
  resubmitHeld,
  resubmitSchema,
  rowIn,
} from './quarantine/quarantine.ts';
import { actsOn, countHeldByFlood, heldByFlood, quarantined, reasonsWaiting, standsInstead } from './quarantine/quarantine-store.ts';

const PAGE = 50;
const PATH = '/exchange/quarantine';
const notFound = refuse('web.error.notFound');

const listRoute = page({
  path: PATH,
  permission: 'quarantine.settle',
  audit: 'quarantine.list',
  purpose: 'exchange',
  async answer(context, { query }) {
    const reasons = await reasonsWaiting(context);
    const reason = reasons.some((one) => one.reason === query['reason']) ? query['reason']! : null;
    const count = reasons.filter((one) => reason === null || one.reason === reason).reduce((sum, one) => sum + one.count, 0);
    const pages = Math.max(1, Math.ceil(count / PAGE));
    const at = pageAsked(query['page'], pages);
    const waiting = await quarantined(context, { atMost: PAGE, from: (at - 1) * PAGE, reason });
    const { view } = context;
    const held = at === 1 ? await heldShown(context, query['held']) : null;
    return show(view.t('quarantine.title'), QuarantinePage({ view, waiting, held, reasons, reason, page: at, pages }));
  },
});

/** A list of its own, above the others. */
async function heldShown(context: RequestContext, asked: string | undefined): Promise<HeldShown | null> {
  const count = await countHeldByFlood(context);
  const pages = Math.ceil(count / PAGE);
  const page = pageAsked(asked, Math.max(1, pages));
  return count === 0 ? null : { count, page, pages, rows: await heldByFlood(context, { atMost: PAGE, from: (page - 1) * PAGE }) };
}

type Asked = { params: Params; values: FormValues; errors: FieldErrors };

async function draw(context: RequestContext, { params, values, errors }: Asked) {
  const row = rowIn(params['row']);
  const held = row === null ? notFound : await openHeld(context, row);
  if (isRefusal(held)) return held;
  const { view, actor } = context;
  const waits = held.state === 'quarantined';
  const typed = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, [value].flat()[0] ?? '']));
  const children = await childrenOfHeld(context, held);
  const fill = await fillOf(context, { view, held, typed, children });
  const noted = Object.fromEntries((waits ? flawsOf(held) : []).map(({ path, reason }) => [fieldOf(fill.fields, path)?.path ?? path, flawText(view, reason)]));
  const isMended = 'words' in values;
  const stands = held.reason === 'conflict' ? await standsInstead(context, held) : undefined;
  return show(
    view.t('quarantine.one'),
    HeldPage({
      view,
      held,
      fill,
      children,
      form: { values: { ...Object.fromEntries(fill.shown), ...values }, errors: isMended ? errors : { ...noted, ...errors } },
      refused: errors,
      names: namesIn(held.tree),
      differs: stands && held.tree ? differing(view, fill, stands) : null,
      said: waits ? [] : saidIn(view, fill),
      acts: await actsOn(context, held.row),
      mayRaw: actor.kind === 'officer' && actor.officeKind !== 'police-station',
    }),
  );
} // prettier-ignore

/** What the contract finds wrong, by its code → in words. */
function inWords({ view }: RequestContext, refusal: Refusal): Refusal {
  const { reason } = refusal.facts;
  return typeof reason === 'string' ? { ...refusal, facts: { ...refusal.facts, reason: flawText(view, reason) } } : refusal;
}

const resubmitRoute = form({
  path: `${PATH}/:row`,
  permission: 'quarantine.settle',
  audit: 'quarantine.resubmit',
  purpose: 'exchange',
  schema: resubmitSchema,
  show: draw,
  async save(context, { params, draft }) {
    const row = rowIn(params['row']);
    const refused = row === null ? [notFound] : await resubmitHeld(context, { row, draft, view: context.view });
    return refused ? refused.map((one) => inWords(context, one)) : redirect(PATH, 'quarantine.done.resubmitted');
  },
});

const dismissRoute = form({
  path: `${PATH}/:row/dismiss`,
  permission: 'quarantine.settle',
  audit: 'quarantine.dismiss',
  purpose: 'exchange',
  schema: dismissSchema,
  show: draw,
  async save(context, { params, draft }) {
    const row = rowIn(params['row']);
    const refused = row === null ? notFound : await dismissHeld(context, row, draft.aside);
    return refused ?? redirect(PATH, 'quarantine.done.dismissed');
  },
});

const releaseRoute = form({
  path: `${PATH}/:row/release`,
  permission: 'quarantine.settle',
  audit: 'quarantine.release',
  purpose: 'exchange',
  schema: releaseSchema,
  show: draw,
  async save(context, { params, draft }) {
    const row = rowIn(params['row']);
    const refused = row === null ? notFound : await releaseHeld(context, row, draft.letThrough);
    return refused ?? redirect(PATH, 'quarantine.done.released');
  },
});

/** Asked for with a reason, which is sent, so never by a link. */
const rawRoute = form({
  path: `${PATH}/:row/raw`,
  permission: 'quarantine.settle',
  audit: 'quarantine.raw',
  purpose: 'exchange',
  schema: rawSchema,
  async show(context, { params, values, errors }) {
    const row = rowIn(params['row']);
    const held = row === null ? notFound : await openHeld(context, row);
    if (isRefusal(held)) return held;
    const { view } = context;
    return show(view.t('quarantine.raw'), RawPage({ view, held, text: await rawOf(context, held), form: { values, errors } }));
  },
  async save(context, { params, draft }) {
    const row = rowIn(params['row']);
    const refused = row === null ? notFound : await askRawOf(context, row, draft.words);
    return refused ?? redirect(`${PATH}/${row}/raw`);
  },
});

export const quarantineRoutes = (): Route[] => [listRoute, resubmitRoute, dismissRoute, releaseRoute, rawRoute];
