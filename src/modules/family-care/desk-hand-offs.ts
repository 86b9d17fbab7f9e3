// The desk's pages of handing a child on: the file made with a purpose, given out again and audited, and the number that came back.
import { isUuid } from '../../kernel/ids.ts';
import { readReference } from '../../kernel/reference.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import { dayOf } from '../../kernel/time.ts';
import { type Route, form, page, redirect, show } from '../../web/route.ts';
import { seenChild, titled } from './desk-placings.ts';
import { handOn, noteAnswer } from './hand-offs/actions.ts';
import { answerSchema, handOffSchemas } from './hand-offs/form.ts';
import { fileKept, handOffsOf } from './hand-offs/hand-off-store.ts';
import { handOffPurposes, portals } from './hand-offs/hand-off.ts';
import { FormSheet } from './pages/form-sheet.tsx';

const makeRoutes: readonly Route[] = portals.map((portal) =>
  form({
    path: `/found/:reference/family-care/hand-on/${portal}`,
    permission: 'familyCare.handOff',
    audit: `familyCare.handOn.${portal}`,
    purpose: 'care',
    schema: handOffSchemas[portal],
    async show(context, { params, values, errors }) {
      const opened = await seenChild(context, params);
      if (isRefusal(opened)) return opened;
      const { view } = context;
      const base = `/found/${opened.record.reference}/family-care`;
      const title = await titled(context, `family-care.handOn.title.${portal}`, opened);
      const about = { view, form: { values, errors }, title, back: base, action: `${base}/hand-on/${portal}` };
      const asks = [{ name: 'purpose', as: 'radios', group: 'handOff', options: handOffPurposes[portal] }] as const;
      return show(
        title,
        FormSheet({ ...about, why: view.t(`family-care.handOn.why.${portal}`), save: view.t('family-care.handOn.save'), asks }),
      );
    },
    async save(context, { params, draft }) {
      const reference = readReference(params['reference'] ?? '');
      const saved = reference ? await handOn(context, reference, portal, draft.purpose) : refuse('web.error.notFound');
      return isRefusal(saved) ? saved : redirect(`/found/${saved.reference}/family-care`, 'family-care.done.handOn');
    },
  }),
);

const fileRoute = page({
  path: '/found/:reference/family-care/hand-offs/:handOff/file.csv',
  permission: 'familyCare.handOff',
  audit: 'familyCare.handOff.file',
  purpose: 'care',
  async answer(context, { params }) {
    const opened = await seenChild(context, params);
    const id = params['handOff'] ?? '';
    if (isRefusal(opened)) return opened;
    const file = isUuid(id) ? await fileKept(context, opened.record.id, id) : undefined;
    if (!file) return refuse('web.error.notFound');
    return {
      kind: 'file',
      body: Buffer.from(file.text),
      contentType: 'text/csv; charset=utf-8',
      cacheControl: 'private, no-store',
      fileName: `${file.portal}-${opened.record.reference}.csv`,
    };
  },
});

const answerRoute = form({
  path: '/found/:reference/family-care/hand-offs/:handOff/answer',
  permission: 'familyCare.handOff',
  audit: 'familyCare.handOff.answer',
  purpose: 'care',
  schema: answerSchema,
  async show(context, { params, values, errors }) {
    const opened = await seenChild(context, params);
    if (isRefusal(opened)) return opened;
    const handOff = (await handOffsOf(context, opened.record.id)).find(({ id }) => id === params['handOff']);
    if (!handOff) return refuse('web.error.notFound');
    const { view, now } = context;
    const base = `/found/${opened.record.reference}/family-care`;
    const title = view.t('family-care.answer.title');
    const about = {
      view,
      form: { values: Object.keys(values).length > 0 ? values : { answeredOn: dayOf(now) }, errors },
      title,
      back: base,
    };
    const asks = [
      { name: 'referenceBack', as: 'line' },
      { name: 'answeredOn', as: 'day' },
    ] as const;
    return show(title, FormSheet({ ...about, action: `${base}/hand-offs/${handOff.id}/answer`, why: view.t('family-care.answer.why'), save: view.t('family-care.save'), asks })); // prettier-ignore
  },
  async save(context, { params, draft }) {
    const reference = readReference(params['reference'] ?? '');
    const saved = reference ? await noteAnswer(context, reference, params['handOff'] ?? '', draft) : refuse('web.error.notFound');
    return isRefusal(saved) ? saved : redirect(`/found/${saved.reference}/family-care`, 'family-care.done.answered');
  },
});

export const handOffRoutes: readonly Route[] = [...makeRoutes, fileRoute, answerRoute];
