// The desk's pages of the Committee's calendar, and the forms of a hearing and a ratification.
import { z } from 'zod';
import { isUuid } from '../../../kernel/ids.ts';
import { isRefusal, refuse } from '../../../kernel/refusal.ts';
import { type Day, addDays, addMonths, dayOf } from '../../../kernel/time.ts';
import type { OfficerActor } from '../../../platform/context.ts';
import { formatMonth } from '../../../platform/i18n/index.ts';
import { uuid } from '../../../web/fields.ts';
import { type FormValues, type RequestContext, type Route, form, redirect, show } from '../../../web/route.ts';
import { childName, readDescriptions, readRecords } from '../../children/index.ts';
import { officersInPost } from '../../officers/index.ts';
import { causeList, causePermissions } from '../cause-list.ts';
import { fileForm } from '../file-form.ts';
import { Causes } from '../pages/cause-list-page.tsx';
import { hearChild, planSitting, ratifyPlacement, recordMembers } from './actions.ts';
import { heldSchema, hearingSchema, planSchema } from './form.ts';
import { HearingPage, RatifyPage } from './pages/hearing-page.tsx';
import { type HeardChild, SittingPage, SittingsPage } from './pages/sittings-page.tsx';
import { NotYetOpened } from './pages/todays-sitting.tsx';
import { type Sitting, hasQuorum } from './sitting.ts';
import { heardAt, readSitting, sittingDaysIn, sittingsBetween } from './sitting-store.ts';

const committeeOf = ({ actor }: RequestContext): OfficerActor | null =>
  actor.kind === 'officer' && actor.officeKind === 'cwc' ? actor : null;

const ground = { permission: 'committeeFile.keep', purpose: 'production' } as const;

const calendarRoute = form({
  path: '/cwc/sittings',
  audit: 'cwc.sittings',
  ...ground,
  schema: planSchema,
  async show(context, { values, errors }) {
    const { view } = context;
    const cwc = committeeOf(context);
    if (!cwc) return refuse('web.error.notFound');
    const today = dayOf(context.now);
    const first = `${today.slice(0, 7)}-01` as Day;
    const shown = {
      office: cwc.officeName,
      month: formatMonth(view, first),
      days: await sittingDaysIn(context, cwc.officeId, first, addDays(addMonths(first, 1), -1)),
      sittings: await sittingsBetween(context, cwc.officeId, addDays(today, -60), addDays(today, 60)),
    };
    const begun = Object.keys(values).length > 0 ? values : { sitsOn: today, sitsAt: '11:00', bench: 'committee' };
    return show(view.t('cwc-sittings.title'), SittingsPage({ view, form: { values: begun, errors }, shown }));
  },
  async save(context, { draft }) {
    const cwc = committeeOf(context);
    if (!cwc) return refuse('web.error.notFound');
    const id = await planSitting(context, cwc, draft);
    return isRefusal(id) ? id : redirect(`/cwc/sittings/${id}`, 'cwc-sittings.done.planned');
  },
});

async function heardThere(context: RequestContext, sittingId: string): Promise<HeardChild[]> {
  const ids = await heardAt(context, sittingId);
  const descriptions = await readDescriptions(context, ids);
  return (await readRecords(context, ids)).map(({ id, reference }) => ({ reference, name: childName(context.view, descriptions.get(id)) }));
}

const dayRoute = form({
  path: '/cwc/sittings/:sitting',
  audit: 'cwc.sitting',
  ...ground,
  schema: heldSchema,
  async show(context, { params, values, errors }) {
    const { view } = context;
    const cwc = committeeOf(context);
    const id = params['sitting'] ?? '';
    const sitting = cwc && isUuid(id) ? await readSitting(context, id, cwc.officeId) : undefined;
    if (!cwc || !sitting) return refuse('web.error.notFound');
    const members = (await officersInPost(context, [cwc.officeId])).map(({ officerId, name }) => ({ value: officerId, label: name }));
    const today = dayOf(context.now);
    const over = sitting.heldAt !== null && sitting.sitsOn < today;
    const on = sitting.sitsOn > today ? sitting.sitsOn : today;
    const list = over ? null : Causes({ view, causes: await causeList(context, cwc, on), may: causePermissions(context) });
    const heard = sitting.heldAt === null ? null : await heardThere(context, sitting.id);
    const title = view.t('cwc-sittings.title');
    return show(title, SittingPage({ view, form: { values, errors }, shown: { sitting, members, heard, list } }));
  },
  async save(context, { params, draft }) {
    const cwc = committeeOf(context);
    const id = params['sitting'] ?? '';
    if (!cwc || !isUuid(id)) return refuse('web.error.notFound');
    const held = await recordMembers(context, cwc, id, draft);
    return isRefusal(held) ? held : redirect(`/cwc/sittings/${id}`, 'cwc-sittings.done.held');
  },
});

const DAYS_BACK = 30;

async function lately(context: RequestContext): Promise<Sitting[]> {
  const cwc = committeeOf(context);
  if (!cwc) return [];
  const today = dayOf(context.now);
  return sittingsBetween(context, cwc.officeId, addDays(today, -DAYS_BACK), today);
}

/** At which something may be said to have been done: held, with enough members. */
const wasHeld = (one: Sitting): boolean => one.heldAt !== null && hasQuorum(one);

const newest = async (context: RequestContext): Promise<FormValues> => {
  const latest = (await lately(context)).find(wasHeld);
  return latest ? { sitting: latest.id } : {};
};

export const sittingRoutes: Route[] = [
  calendarRoute,
  dayRoute,
  fileForm({
    name: 'hearing',
    permission: 'committeeFile.keep',
    schema: hearingSchema,
    title: ({ view }, name) => view.t('cwc-sittings.hearing.title', { name }),
    begin: newest,
    async draw(context, _, props) {
      const sittings = await lately(context);
      const before = NotYetOpened({ view: context.view, sittings });
      return HearingPage({ ...props, before, sittings: sittings.filter(wasHeld) });
    },
    save: hearChild,
    done: 'cwc-sittings.done.heard',
  }),
  fileForm({
    name: 'ratify',
    permission: 'committeeFile.keep',
    schema: z.strictObject({ sitting: uuid('cwc-sittings.error.sitting') }),
    title: ({ view }, name) => view.t('cwc-sittings.ratify.title', { name }),
    begin: newest,
    async draw(context, _, props) {
      const sittings = (await lately(context)).filter(({ bench }) => bench === 'committee');
      const before = NotYetOpened({ view: context.view, sittings });
      return RatifyPage({ ...props, before, sittings: sittings.filter(wasHeld) });
    },
    save: ratifyPlacement,
    done: 'cwc-sittings.done.ratified',
  }),
];
