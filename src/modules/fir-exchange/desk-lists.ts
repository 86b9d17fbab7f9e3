// The desk's pages of lists of FIRs: bring one, look at each row, take the good ones, get the refused ones back, take the list back.
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import { type Params, type RequestContext, type Route, form, page, redirect, show } from '../../web/route.ts';
import { bringList, planOf, takeList, takenPapers, undoList } from './lists/bring.ts';
import { bringSchema, yesSchema } from './lists/form.ts';
import { listsOfOffice, readList } from './lists/list-store.ts';
import { refusedCsv, templateCsv, templateWorkbook } from './lists/template.ts';
import { ListPage, TakenPage } from './pages/list-page.tsx';
import { ListsPage } from './pages/lists-page.tsx';

const ground = { permission: 'firList.bring', purpose: 'exchange' } as const;
const MOST_SHOWN = 20;
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const listsRoute = form({
  ...ground,
  path: '/exchange/lists',
  audit: 'firLists.bring',
  schema: bringSchema,
  async show(context, { values, errors }) {
    const { view, actor } = context;
    const isStation = actor.kind === 'officer' && actor.officeKind === 'police-station';
    const lists = await listsOfOffice(context, MOST_SHOWN);
    return show(view.t('fir-lists.title'), ListsPage({ view, form: { values, errors }, lists, isStation }));
  },
  async save(context, { files }) {
    const file = files.find(({ field }) => field === 'list');
    if (!file) return refuse('fir-lists.error.noFile', {}, 'list');
    if (file.tooLarge) return refuse('fir-lists.error.fileTooLarge', {}, 'list');
    const id = await bringList(context, file.bytes);
    return isRefusal(id) ? id : redirect(`/exchange/lists/${id}`);
  },
});

type Shown = { params: Params; errors: Record<string, string> };

async function shownList(context: RequestContext, { params, errors }: Shown) {
  const list = await readList(context, params['list']!);
  if (!list) return refuse('web.error.notFound');
  const { view } = context;
  const plan = await planOf(context, list);
  if (isRefusal(plan)) return plan;
  const drawn = { view, list, form: { values: {}, errors } };
  if (!list.takenAt) return show(view.t('fir-lists.preview'), ListPage({ ...drawn, plan }));
  const papers = await takenPapers(context, list);
  return show(view.t('fir-lists.taken'), TakenPage({ ...drawn, plan, papers }));
}

/** Shown before it is taken and after; the yes takes it. */
const listRoute = form({
  ...ground,
  path: '/exchange/lists/:list',
  audit: 'firLists.take',
  schema: yesSchema,
  show: shownList,
  async save(context, { params }) {
    const taken = await takeList(context, params['list']!);
    return isRefusal(taken) ? taken : redirect(`/exchange/lists/${params['list']}`, 'fir-lists.done.taken');
  },
});

const undoRoute = form({
  ...ground,
  path: '/exchange/lists/:list/undo',
  audit: 'firLists.undo',
  schema: yesSchema,
  show: shownList,
  async save(context, { params }) {
    const refusal = await undoList(context, params['list']!);
    return refusal ?? redirect(`/exchange/lists/${params['list']}`, 'fir-lists.done.undo');
  },
});

const refusedRoute = page({
  ...ground,
  path: '/exchange/lists/:list/refused.csv',
  audit: 'firLists.refused',
  async answer(context, { params }) {
    const list = await readList(context, params['list']!);
    if (!list) return refuse('web.error.notFound');
    const plan = await planOf(context, list);
    if (isRefusal(plan)) return plan;
    return { kind: 'file', body: refusedCsv(context.view, plan.rows), contentType: 'text/csv; charset=utf-8', cacheControl: 'no-store' };
  },
});

const templateRoutes = [
  page({
    ...ground,
    path: '/exchange/lists/template.xlsx',
    audit: 'firLists.template',
    answer: async ({ view }) => ({ kind: 'file', body: templateWorkbook(view), contentType: XLSX }),
  }),
  page({
    ...ground,
    path: '/exchange/lists/template.csv',
    audit: 'firLists.templateCsv',
    answer: async ({ view }) => ({ kind: 'file', body: templateCsv(view), contentType: 'text/csv; charset=utf-8' }),
  }),
];

export function listRoutes(): Route[] {
  return [...templateRoutes, listsRoute, listRoute, undoRoute, refusedRoute];
}
