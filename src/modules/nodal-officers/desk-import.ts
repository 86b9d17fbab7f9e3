// Routes of a State's list: read it in, look at what each row would change, say yes. Nothing changes before the yes.
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import { type RequestContext, type Route, form, redirect, show } from '../../web/route.ts';
import { importSchema, previewSchema } from './form.ts';
import { applyList, planList } from './import.ts';
import { keepList, waitingList } from './import-store.ts';
import { ImportPage, PreviewPage } from './pages/import-page.tsx';
import { readList } from './sheet.ts';

const ground = { permission: 'nodalPost.manage', purpose: 'directory' } as const;

/** A list is of one State: that of the officer who brings it. */
const stateOf = ({ actor }: RequestContext): { stateCode: string; officerId: string } | null =>
  actor.kind === 'officer' && actor.stateCode ? { stateCode: actor.stateCode, officerId: actor.officerId } : null;

const readRoute = form({
  ...ground,
  path: '/nodal-officers/import',
  audit: 'nodalPosts.importRead',
  schema: importSchema,
  async show(context, { values, errors }) {
    const { view } = context;
    return show(view.t('nodal-officers.import.title'), ImportPage({ view, form: { values, errors } }));
  },
  async save(context, { files }) {
    const state = stateOf(context);
    if (!state) return refuse('nodal-officers.error.importOfState', {}, 'list');
    const file = files.find(({ field }) => field === 'list');
    if (!file) return refuse('nodal-officers.error.noFile', {}, 'list');
    if (file.tooLarge) return refuse('nodal-officers.error.fileTooLarge', {}, 'list');
    const rows = await readList(file.bytes);
    if (isRefusal(rows)) return rows;
    if (rows.length === 0) return refuse('nodal-officers.error.noRows', {}, 'list');
    const id = await keepList(context, { ...state, rows });
    return redirect(`/nodal-officers/import/preview?list=${id}`);
  },
});

const previewRoute = form({
  ...ground,
  path: '/nodal-officers/import/preview',
  audit: 'nodalPosts.importPreview',
  schema: previewSchema,
  async show(context, { query, values, errors }) {
    const { view } = context;
    const list = await waitingList(context, String(values['list'] ?? query['list'] ?? ''));
    const wrong = Object.keys(errors).length > 0;
    if (!list && wrong) return show(view.t('nodal-officers.import.title'), ImportPage({ view, form: { values: {}, errors } }));
    if (!list) return redirect('/nodal-officers/import');
    const plan = await planList(context, list);
    return show(view.t('nodal-officers.import.preview'), PreviewPage({ view, list, plan, form: { values: {}, errors } }));
  },
  async save(context, { draft }) {
    const list = await waitingList(context, draft.list);
    if (!list) return refuse('nodal-officers.error.listGone', {}, 'list');
    const refusal = await applyList(context, list, draft.plan);
    return refusal ?? redirect(`/nodal-officers?state=${list.stateCode}`, 'nodal-officers.done.import');
  },
});

export const importRoutes: Route[] = [readRoute, previewRoute];
