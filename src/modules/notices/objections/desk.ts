// What is said against notices, on the desk of the office that holds the child; and the answer, which may take the notice down with the same request.
import { isRefusal, refuse } from '../../../kernel/refusal.ts';
import { type RequestContext, type Route, form, page, redirect, show } from '../../../web/route.ts';
import { auditWrite, readRecord, readRecords } from '../../children/index.ts';
import { withdrawLiveNotice } from '../actions.ts';
import { type AnswerDraft, answerSchema } from './form.ts';
import { openObjections, writeAnswer } from './objection-store.ts';
import { AnswerPage, ObjectionsPage } from './objection-pages.tsx';

const ground = { permission: 'notice.withdraw', purpose: 'public-tracing' } as const;

async function answerObjection(context: RequestContext, draft: AnswerDraft) {
  const { actor } = context;
  const [objection] = await openObjections(context, draft.objection);
  if (!objection || actor.kind !== 'officer') return refuse('web.error.notFound');
  const record = await readRecord(context, { id: objection.recordId }, 'missing');
  if (isRefusal(record)) return record;
  if (record.officeId !== actor.officeId) return refuse('children.error.notYours');
  await auditWrite(context, record.id);
  if (!(await writeAnswer(context, objection.id, draft.answer, draft.words, actor.officerId))) return refuse('web.error.notFound');
  if (draft.answer === 'withdrawn') await withdrawLiveNotice(context, record.id, 'corrected');
  return redirect('/notice-objections', 'notices.done.objectionAnswered');
}

export const objectionDeskRoutes: readonly Route[] = [
  page({
    ...ground,
    path: '/notice-objections',
    audit: 'notice.objections',
    async answer(context) {
      const { view } = context;
      const objections = await openObjections(context);
      const records = new Map((await readRecords(context, objections.map(({ recordId }) => recordId))).map((one) => [one.id, one.reference])); // prettier-ignore
      return show(view.t('notices.objection.list'), ObjectionsPage({ view, objections, records }));
    },
  }),
  form({
    ...ground,
    path: '/notice-objections/answer',
    audit: 'notice.objectionAnswer',
    schema: answerSchema,
    async show(context, { query, values, errors }) {
      const id = String(values['objection'] ?? query['objection'] ?? '');
      const [objection] = /^[0-9a-f-]{36}$/.test(id) ? await openObjections(context, id) : [];
      if (!objection) return redirect('/notice-objections');
      const record = await readRecord(context, { id: objection.recordId }, 'missing');
      if (isRefusal(record)) return record;
      const { view } = context;
      return show(
        view.t('notices.objection.answer'),
        AnswerPage({ view, objection, reference: record.reference, form: { values, errors } }),
      );
    },
    save: (context, { draft }) => answerObjection(context as RequestContext, draft),
  }),
];
