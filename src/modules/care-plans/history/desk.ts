// The case history at the desk: its heads on one page, each written on a page of its own.
import { z } from 'zod';
import { isRefusal, refuse } from '../../../kernel/refusal.ts';
import { optionalText, wholeNumber } from '../../../web/fields.ts';
import { type FormValues, type RequestContext, type Route, form, page, redirect, show } from '../../../web/route.ts';
import { mayChange } from '../../children/index.ts';
import { openTo } from '../../unsealing/index.ts';
import { openByRight, opensSealed } from '../actions.ts';
import { seen, titleOf } from '../desk-plan.ts';
import { writePart } from './actions.ts';
import { type HistoryEntry, type HistoryField, allHistoryFields, historyFields, isHistoryPart, sealedParts } from './history.ts';
import { historyOf } from './history-store.ts';
import { HistoryPage, HistoryPartPage } from './pages/history-page.tsx';

const LONG = 3000;
const partFields = Object.fromEntries(allHistoryFields.map((name) => [name, optionalText(LONG)])) as unknown as {
  [Each in HistoryField]: ReturnType<typeof optionalText>;
};
const partSchema = z.strictObject({ ...partFields, edit: wholeNumber(0, 1_000_000) });

const historyRoute = page({
  path: '/found/:reference/history',
  permission: 'carePlan.read',
  audit: 'caseHistory.view',
  purpose: 'care',
  async answer(context, { params }) {
    const record = await seen(context, params.reference);
    if (isRefusal(record)) return record;
    const { view, tools, actor } = context;
    const entries = await historyOf(context, record.id, await openTo(context, record.id, 'carePlan.readSealed'));
    const mayWrite = record.closedAt === null && tools.may(actor, 'carePlan.write') && mayChange(actor, record);
    const title = await titleOf(context, 'care-plans.history.title', record);
    return show(title, HistoryPage({ view, reference: record.reference, title, entries, mayWrite, opensSealed: opensSealed(context) }));
  },
});

/** What stands there by now, where somebody saved since this form was opened. */
function savedSince({ view }: RequestContext, entry: HistoryEntry | undefined, values: FormValues) {
  if (!entry?.words || !('edit' in values) || String(entry.edit) === values.edit) return null;
  const differing = historyFields[entry.part].filter((name) => (entry.words as Record<string, string>)[name] !== values[name]);
  const fields = differing.map((name) => ({ name, theirs: (entry.words as Record<string, string>)[name] ?? view.t('web.unknown') }));
  return { savedBy: entry.savedBy, fields };
}

const partRoute = form({
  path: '/found/:reference/history/:part',
  permission: 'carePlan.write',
  audit: 'caseHistory.write',
  purpose: 'care',
  schema: partSchema,
  async show(context, { params, values, errors }) {
    const record = await seen(context, params.reference, true);
    if (isRefusal(record)) return record;
    const { part } = params;
    if (!isHistoryPart(part)) return refuse('web.error.notFound');
    if (sealedParts.has(part) && !opensSealed(context)) return refuse('care-plans.error.sealed');
    const entry = (await historyOf(context, record.id, openByRight(context))).get(part);
    const typed = Object.keys(values).length > 0;
    const stands = { edit: String(entry?.edit ?? 0) };
    const begun = typed ? { ...values, ...stands } : { ...entry?.words, ...stands };
    const { view } = context;
    const title = view.t(`care-plans.history.part.${part}`);
    const since = typed ? savedSince(context, entry, values) : null;
    return show(title, HistoryPartPage({ view, form: { values: begun, errors }, reference: record.reference, title, part, since }));
  },
  async save(context, { params, draft }) {
    const record = await seen(context, params.reference, true);
    if (isRefusal(record)) return record;
    if (!isHistoryPart(params.part)) return refuse('web.error.notFound');
    const saved = await writePart(context, record.reference, params.part, draft);
    return isRefusal(saved) ? saved : redirect(`/found/${record.reference}/history`, 'care-plans.done.history');
  },
});

export const historyRoutes: readonly Route[] = [historyRoute, partRoute];
