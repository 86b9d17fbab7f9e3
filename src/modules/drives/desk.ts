// Drives at the desk: the list with its figures, one drive on one page, and the same for spreadsheets and for print.
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import { print } from '../../web/print-route.ts';
import { type RequestContext, type Route, form, page, redirect, show } from '../../web/route.ts';
import { pageAsked } from '../../platform/paging.ts';
import { openDrive, orderDrive } from './actions.ts';
import { answerOf, figuresOf } from './answer.ts';
import { countChildren } from './child-store.ts';
import { raidRoutes } from './desk-raids.ts';
import { membersOf, raidsOf } from './drive-store.ts';
import { childrenAsCsv, figuresAsCsv } from './export.ts';
import { driveSchema } from './form.ts';
import { linesOf } from './lines.ts';
import { DrivePage } from './pages/drive-page.tsx';
import { ListPage } from './pages/list-page.tsx';
import { MakePage } from './pages/make-page.tsx';
import { paperOf } from './paper.ts';

const ground = { permission: 'drive.read', purpose: 'oversight' } as const;
const CHILDREN_SHOWN = 25;
/** A table for a spreadsheet is whole or none: more children than any drive had. */
const MOST_EXPORTED = 20_000;

const listRoute = page({
  ...ground,
  path: '/drives',
  audit: 'drives.list',
  async answer(context, { query }) {
    const { view, actor, tools } = context;
    if (actor.kind !== 'officer') return refuse('web.error.notFound');
    const answered = await answerOf(context, actor, query);
    return show(view.t('drives.title'), ListPage({ view, answered, query, mayMake: tools.may(actor, 'drive.make') }));
  },
});

const csv = (text: string, fileName: string) => ({
  kind: 'file' as const,
  body: Buffer.from(text),
  contentType: 'text/csv; charset=utf-8',
  cacheControl: 'private, no-store',
  fileName,
});

const listCsvRoute = page({
  ...ground,
  path: '/drives.csv',
  audit: 'drives.csv',
  async answer(context, { query }) {
    const { actor } = context;
    if (actor.kind !== 'officer') return refuse('web.error.notFound');
    const { figures } = await answerOf(context, actor, query);
    return figures ? csv(figuresAsCsv(figures), 'drives.csv') : refuse('web.error.notFound');
  },
});

const makeRoute = form({
  path: '/drives/new',
  permission: 'drive.make',
  audit: 'drives.make',
  purpose: 'coordination',
  schema: driveSchema,
  async show({ view }, { values, errors }) {
    return show(view.t('drives.new.title'), MakePage({ view, form: { values, errors } }));
  },
  async save(context, { draft }) {
    const made = await orderDrive(context, draft);
    return isRefusal(made) ? made : redirect(`/drives/${made}`, 'drives.done.made');
  },
});

async function loaded(context: RequestContext, id: string | undefined, pageText: string | undefined) {
  const { actor, tools } = context;
  const drive = await openDrive(context, id);
  if (isRefusal(drive) || actor.kind !== 'officer') return refuse('web.error.notFound');
  const figures = await figuresOf(context, actor, [drive.id]);
  const seesChildren = tools.may(actor, 'drive.children');
  const about = { driveId: drive.id };
  const count = seesChildren ? await countChildren(context, about) : 0;
  const pages = Math.max(1, Math.ceil(count / CHILDREN_SHOWN));
  const at = pageAsked(pageText, pages);
  const lines = count > 0 ? await linesOf(context, about, { size: CHILDREN_SHOWN, page: at }) : [];
  return {
    drive,
    figures,
    members: await membersOf(context, drive.id),
    raids: await raidsOf(context, drive.id),
    children: seesChildren ? { lines, count, page: at, pages } : null,
    readsPlans: tools.may(actor, 'carePlan.read'),
    mayRaid: tools.may(actor, 'drive.raid'),
  };
}
export type Loaded = Exclude<Awaited<ReturnType<typeof loaded>>, { refused: true }>;

const driveRoute = page({
  ...ground,
  path: '/drives/:drive',
  audit: 'drives.view',
  async answer(context, { params, query }) {
    const read = await loaded(context, params['drive'], query['page']);
    return isRefusal(read) ? read : show(read.drive.name, DrivePage({ view: context.view, loaded: read }));
  },
});

const figuresCsvRoute = page({
  ...ground,
  path: '/drives/:drive/figures.csv',
  audit: 'drives.figuresCsv',
  async answer(context, { params }) {
    const { actor } = context;
    const drive = await openDrive(context, params['drive']);
    if (isRefusal(drive) || actor.kind !== 'officer') return refuse('web.error.notFound');
    const figures = await figuresOf(context, actor, [drive.id]);
    return figures ? csv(figuresAsCsv(figures), 'drive-figures.csv') : refuse('web.error.notFound');
  },
});

const childrenCsvRoute = page({
  path: '/drives/:drive/children.csv',
  permission: 'drive.children',
  purpose: 'oversight',
  audit: 'drives.childrenCsv',
  async answer(context, { params }) {
    const drive = await openDrive(context, params['drive']);
    if (isRefusal(drive)) return drive;
    const lines = await linesOf(context, { driveId: drive.id }, { size: MOST_EXPORTED, page: 1 });
    return csv(childrenAsCsv(lines, context.tools.may(context.actor, 'carePlan.read')), 'drive-children.csv');
  },
});

const printRoute = print({
  ...ground,
  path: '/drives/:drive/print.pdf',
  audit: 'drives.print',
  async paper(context, { params }) {
    const { actor } = context;
    const drive = await openDrive(context, params['drive']);
    if (isRefusal(drive) || actor.kind !== 'officer') return refuse('web.error.notFound');
    const figures = await figuresOf(context, actor, [drive.id]);
    return figures ? paperOf(context.view, drive, figures) : refuse('web.error.notFound');
  },
});

export function deskRoutes(): Route[] {
  return [listRoute, listCsvRoute, makeRoute, ...raidRoutes, driveRoute, figuresCsvRoute, childrenCsvRoute, printRoute];
}
