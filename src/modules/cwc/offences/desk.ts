// The desk's pages of a case under the POCSO Act: what is known, to whom the law lets, and a form for each act.
import type { z } from 'zod';
import { type Reference, readReference } from '../../../kernel/reference.ts';
import { type Refusal, isRefusal, refuse } from '../../../kernel/refusal.ts';
import { dayOf } from '../../../kernel/time.ts';
import { type RequestContext, type Route, form, page, redirect, show } from '../../../web/route.ts';
import { whenNow } from '../../../web/when.ts';
import { type ChildRecord, type RecordPanel, childName, readDescription, readRecord } from '../../children/index.ts';
import { openTo } from '../../unsealing/index.ts';
import {
  actsOpenTo,
  decideHousehold,
  nameHelper,
  produceForSafety,
  recommendCompensation,
  releaseHelper,
  reportSupport,
  takeDown,
  tell,
} from './actions.ts';
import {
  compensationSchema,
  helperEndedSchema,
  helperSchema,
  householdSchema,
  producedSchema,
  supportReportSchema,
  takenSchema,
  tellSchema,
} from './form.ts';
import type { OffenceAct, OffenceCase } from './offence.ts';
import { duesOf } from './offence-due.ts';
import { casesOf, readsByRight } from './offence-store.ts';
import { ActPage } from './pages/act-page.tsx';
import { OffencePage, OffencePanel } from './pages/offence-page.tsx';

const offencePath = (reference: string): string => `/found/${reference}/offence`;

async function seen(context: RequestContext, typed: string | undefined): Promise<ChildRecord | Refusal> {
  const reference = readReference(typed ?? '');
  return reference ? readRecord(context, { reference }, 'found') : refuse('web.error.notFound');
}

/** What this reader may read; a look by leave of two people is written down. */
async function casesOpen(context: RequestContext, record: ChildRecord): Promise<OffenceCase[]> {
  const { actor } = context;
  const open = await openTo(context, record.id, 'sexualOffence.decide');
  if (actor.kind !== 'officer') return [];
  // Row security lets clocks differ by minutes: in those a leave that is over would be read by, and not written down.
  return open.has('sexual-offence') || (await readsByRight(context, actor, record.id)) ? casesOf(context, record.id) : [];
}

const offenceRoute = page({
  path: '/found/:reference/offence',
  permission: 'sexualOffence.read',
  audit: 'sexualOffence.view',
  purpose: 'production',
  async answer(context, { params }) {
    const record = await seen(context, params.reference);
    if (isRefusal(record)) return record;
    const { view, tools, actor } = context;
    const cases = await casesOpen(context, record);
    const title = view.t('cwc-offence.title', { name: childName(view, await readDescription(context, record.id)) });
    const shown = cases.map((one) => ({ ...one, acts: actsOpenTo(context, one), dues: duesOf(one, record.stateCode) }));
    return show(
      title,
      OffencePage({ view, title, reference: record.reference, cases: shown, mayTake: tools.may(actor, 'sexualOffence.record') }),
    );
  },
});

type Act<Schema extends z.ZodType> = {
  name: OffenceAct | 'take';
  permission: 'sexualOffence.record' | 'sexualOffence.decide' | 'supportPerson.report';
  schema: Schema;
  save(context: RequestContext, reference: Reference, draft: z.output<Schema>): Promise<ChildRecord | Refusal>;
};

function actRoute<Schema extends z.ZodType>({ name, permission, schema, save }: Act<Schema>): Route {
  return form({
    path: `/found/:reference/offence/${name}`,
    permission,
    audit: `sexualOffence.${name}`,
    purpose: 'production',
    schema,
    async show(context, { params, values, errors }) {
      const record = await seen(context, params.reference);
      if (isRefusal(record)) return record;
      const { view, now } = context;
      const one = (await casesOf(context, record.id)).find((each) => name !== 'take' && actsOpenTo(context, each).includes(name));
      if (name !== 'take' && !one) return redirect(offencePath(record.reference));
      const begun = Object.keys(values).length > 0 ? values : { ...whenNow(now), fromOn: dayOf(now), endedOn: dayOf(now) };
      const title = view.t(`cwc-offence.act.${name}`);
      return show(
        title,
        ActPage({ view, form: { values: begun, errors }, reference: record.reference, title, act: name, one: one ?? null }),
      );
    },
    async save(context, { params, draft }) {
      const reference = readReference(params.reference ?? '');
      const saved = reference ? await save(context, reference, draft) : refuse('web.error.notFound');
      return isRefusal(saved) ? saved : redirect(offencePath(saved.reference), `cwc-offence.done.${name}`);
    },
  });
}

const police = { permission: 'sexualOffence.record' } as const;
const committee = { permission: 'sexualOffence.decide' } as const;

export const offenceRoutes: Route[] = [
  offenceRoute,
  actRoute({ name: 'take', ...police, schema: takenSchema, save: takeDown }),
  actRoute({ name: 'tell', ...police, schema: tellSchema, save: tell }),
  actRoute({ name: 'produced', ...police, schema: producedSchema, save: produceForSafety }),
  actRoute({ name: 'household', ...committee, schema: householdSchema, save: decideHousehold }),
  actRoute({ name: 'helper', ...committee, schema: helperSchema, save: nameHelper }),
  actRoute({ name: 'helper-ended', ...committee, schema: helperEndedSchema, save: releaseHelper }),
  actRoute({ name: 'compensation', ...committee, schema: compensationSchema, save: recommendCompensation }),
  actRoute({ name: 'support-report', permission: 'supportPerson.report', schema: supportReportSchema, save: reportSupport }),
];

/** To police and Committee the same words on every child's page, whether there is a case or not; to others only where they may read one. */
async function draw(context: RequestContext, record: ChildRecord) {
  const { view, tools, actor } = context;
  if (!tools.may(actor, 'sexualOffence.read')) return null;
  const always = tools.may(actor, 'sexualOffence.record') || tools.may(actor, 'sexualOffence.decide');
  if (!always && (await casesOf(context, record.id)).length === 0) return null;
  return OffencePanel({ view, reference: record.reference });
}
export const offencePanel: RecordPanel = { kinds: ['found'], place: 'side', draw };
