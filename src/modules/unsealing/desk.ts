// Unsealing at the desk: asked on a child's page, answered from a list, each answer on a page of its own.
import { isUuid } from '../../kernel/ids.ts';
import { readReference } from '../../kernel/reference.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import { type RequestContext, type Route, form, page, redirect, show } from '../../web/route.ts';
import { childName, readDescription, readDescriptions, readRecord, readRecords } from '../children/index.ts';
import { answerToOpen, askToOpen } from './actions.ts';
import { answerSchema, askSchema } from './form.ts';
import { AnswerPage, type Asked, AskPage, AskingsPage } from './pages/unsealing-pages.tsx';
import { askingsOf, askingsToAnswer, readAsking } from './store.ts';
import type { Unsealing } from './unsealing.ts';

const askRoute = form({
  path: '/found/:reference/sealed',
  permission: 'sealed.ask',
  audit: 'unsealing.ask',
  purpose: 'care',
  schema: askSchema,
  async show(context, { params, values, errors }) {
    const reference = readReference(params.reference ?? '');
    const record = reference ? await readRecord(context, { reference }, 'found') : refuse('web.error.notFound');
    if (isRefusal(record)) return record;
    const { view, actor } = context;
    const askings = (await askingsOf(context, record.id)).filter(({ askedBy }) => actor.kind === 'officer' && askedBy === actor.officerId);
    const title = view.t('unsealing.ask.title', { name: childName(view, await readDescription(context, record.id)) });
    return show(title, AskPage({ view, form: { values, errors }, title, reference: record.reference, askings }));
  },
  async save(context, { params, draft }) {
    const reference = readReference(params.reference ?? '');
    if (!reference) return refuse('web.error.notFound');
    const record = await askToOpen(context, reference, draft);
    return isRefusal(record) ? record : redirect(`/found/${record.reference}/sealed`, 'unsealing.done.asked');
  },
});

/** With the child each is about; one whose record is gone from the reader's sight is left out. */
async function withChildren(context: RequestContext, askings: readonly Unsealing[]): Promise<Asked[]> {
  const ids = [...new Set(askings.map(({ recordId }) => recordId))];
  const records = new Map((await readRecords(context, ids)).map((record) => [record.id, record]));
  const descriptions = await readDescriptions(context, [...records.keys()]);
  return askings.flatMap((asking) => {
    const record = records.get(asking.recordId);
    return record ? [{ ...asking, reference: record.reference, childName: childName(context.view, descriptions.get(record.id)) }] : [];
  });
}

const listRoute = page({
  path: '/sealed',
  permission: 'sealed.agree',
  audit: 'unsealing.list',
  purpose: 'oversight',
  async answer(context) {
    const { view, actor } = context;
    if (actor.kind !== 'officer') return refuse('web.error.notFound');
    const askings = await withChildren(context, await askingsToAnswer(context, actor));
    return show(view.t('unsealing.list.title'), AskingsPage({ view, askings }));
  },
});

const answerRoute = form({
  path: '/sealed/:asking',
  permission: 'sealed.agree',
  audit: 'unsealing.answer',
  purpose: 'oversight',
  schema: answerSchema,
  async show(context, { params, values, errors }) {
    const asking = isUuid(params.asking ?? '') ? await readAsking(context, params.asking!) : undefined;
    const [asked] = asking ? await withChildren(context, [asking]) : [];
    if (!asked) return refuse('web.error.notFound');
    const { view } = context;
    return show(view.t('unsealing.answer.title'), AnswerPage({ view, form: { values, errors }, asked }));
  },
  async save(context, { params, draft }) {
    if (!isUuid(params.asking ?? '')) return refuse('web.error.notFound');
    const asking = await answerToOpen(context, params.asking!, draft);
    return isRefusal(asking) ? asking : redirect('/sealed', `unsealing.done.${draft.answer}`);
  },
});

export function deskRoutes(): Route[] {
  return [askRoute, listRoute, answerRoute];
}
