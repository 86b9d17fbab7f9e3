// The first page of a home: who is here tonight, who is away, who is to be taken in, what is due, how many places are free; and the evening's count.
import { z } from 'zod';
import { refuse } from '../../../kernel/refusal.ts';
import { dayOf } from '../../../kernel/time.ts';
import { optionalText, wholeNumber } from '../../../web/fields.ts';
import { type RequestContext, type Route, form, redirect, show } from '../../../web/route.ts';
import { childName, photographsOf, readDescriptions, readRecords } from '../../children/index.ts';
import { isOpen, occupancy } from '../register/institution.ts';
import { countsOf, unitsOf } from '../register/store.ts';
import { awaitedAt, transfersTo } from '../residents/store.ts';
import { type Tonight, TonightPage } from './pages/tonight-page.tsx';
import { keptTonight } from './overnight-store.ts';
import { livingAt, rollCallOf, writeRollCall } from './store.ts';

const countSchema = z.strictObject({ counted: wholeNumber(0, 2000, 'institutions.error.counted'), words: optionalText(500) });

async function tonightOf(context: RequestContext, officeId: string): Promise<Omit<Tonight, 'view' | 'form'>> {
  const { view } = context;
  const living = await livingAt(context, officeId);
  const awaited = await awaitedAt(context, officeId as never);
  const transfers = await transfersTo(context, officeId);
  const ids = [...living.map(({ recordId }) => recordId), ...awaited, ...transfers.map(({ recordId }) => recordId)];
  const records = new Map((await readRecords(context, ids)).map((record) => [record.id, record]));
  const [descriptions, photographs] = [await readDescriptions(context, ids), await photographsOf(context, ids)];
  const childOf = (id: (typeof ids)[number]) => {
    const record = records.get(id);
    if (!record) return [];
    const description = descriptions.get(id);
    const photograph = photographs.get(id)?.[0]?.name ?? null;
    return [
      {
        reference: record.reference,
        name: childName(view, description),
        age: description?.age ?? null,
        photograph,
        since: record.happenedAt,
      },
    ];
  };
  const units = await unitsOf(context, officeId);
  const on = dayOf(context.now);
  return {
    children: living.flatMap((one) => childOf(one.recordId).map((child) => ({ ...child, ...one }))),
    awaited: awaited.flatMap((id) => childOf(id)),
    transfers: transfers.flatMap((one) => childOf(one.recordId).map((child) => ({ ...child, fromName: one.fromName }))),
    units: units.filter((unit) => isOpen(unit, on)),
    full: occupancy(units, await countsOf(context, officeId), on),
    rollCall: (await rollCallOf(context, officeId, on)) ?? null,
    kept: await keptTonight(context, officeId),
    officeId,
  };
}

export const tonightRoute: Route = form({
  path: '/tonight',
  permission: 'resident.act',
  audit: 'resident.tonight',
  purpose: 'care',
  schema: countSchema,
  async show(context, { values, errors }) {
    const { view, actor } = context;
    if (actor.kind !== 'officer') return refuse('web.error.notFound');
    const tonight = await tonightOf(context, actor.officeId);
    return show(view.t('institutions.tonight.title'), TonightPage({ view, form: { values, errors }, ...tonight }));
  },
  async save(context, { draft }) {
    const { actor, now } = context;
    if (actor.kind !== 'officer') return refuse('web.error.notFound');
    if ((await unitsOf(context, actor.officeId)).length === 0) return refuse('institutions.unit.none', {}, 'counted');
    const living = await livingAt(context, actor.officeId);
    const expected = living.filter(({ away }) => away === null).length;
    if (draft.counted !== expected && !draft.words) return refuse('institutions.error.countDiffers', { expected }, 'words');
    await writeRollCall(context, actor.officeId, { day: dayOf(now), counted: draft.counted, expected, words: draft.words });
    return redirect('/tonight', 'institutions.done.counted');
  },
});
