// What the desk home shows an officer: the office's own duties by urgency, what escalated to it, what others owe on its children, and those children.
import type { Age } from '../../kernel/age.ts';
import { type Instant, addDays, addHours, dayOf, endOfDay } from '../../kernel/time.ts';
import { audit } from '../../platform/audit.ts';
import type { OfficerActor } from '../../platform/context.ts';
import type { RequestContext } from '../../web/route.ts';
import { type AlertsWaiting, alertsWaiting } from '../alerts/index.ts';
import { type RecordListItem, type Scope, listRecords, readDescriptions, scopeOf } from '../children/index.ts';
import { type Owed, type Waiting, openPoints, waitingAt } from '../directives/index.ts';
import { type LastHappening, lastHappenings } from '../diary/index.ts';
import { countWaiting } from '../matching/index.ts';
import { isStillMissing } from '../missing-reports/index.ts';
import { countDutiesOfOthers, countEscalatedTo, dutiesEscalatedTo, dutiesOfOthers, nextDuties } from './desk-store.ts';
import { type DutyRow, dutyRow, dutyRows } from './duty-row.ts';
import { storiesOf } from './duty-story.ts';
import { officeDutyRows } from './office-duty-row.ts';
import { countOfficeDuties, countOfficeDutiesEscalatedTo, officeDutiesEscalatedTo, openOfficeDuties } from './office-duty-store.ts';
import { toldAtOffice } from './escalation.ts';
import { heardFrom } from './heard-from.ts';
import { inheritedBy } from './inherited.ts';
import { readerOf } from './reader.ts';
import { type DutyCounts, countDuties, openDuties } from './store.ts';
import type { Tab } from './tabs.ts';

/** Of the office's own duties, and of what climbed: few enough that a slow line brings the page in seconds; four times as many where asked. */
const MOST = { duties: 30, escalated: 30 };
const LONGER = 4;
const MOST_CHILDREN = 20;
const MOST_OF_OFFICE = 30;
const MOST_POINTS = 5;

export type ListedChild = RecordListItem & { age: Age | null; next: DutyRow | null; last: LastHappening | null };

export type Home = {
  tab: Tab;
  counts: DutyCounts & { others: number; climbed: number };
  duties: DutyRow[];
  escalated: DutyRow[];
  /** Owed by the office as an office: returns, reviews. */
  ofOffice: DutyRow[];
  alerts: AlertsWaiting;
  matches: number;
  /** What directives ask of this office. */
  directives: { waiting: Waiting; open: Owed[]; doable: boolean };
  children: ListedChild[];
  /** Reported missing at this office in the last 24 hours and still missing: the hours that matter most. */
  fresh: ListedChild[];
  /** True where the list was cut short. */
  moreChildren: boolean;
  /** Of the duties: whole, cut at the usual length, or at the longer one. */
  cut: 'none' | 'usual' | 'longer';
};

/** The records an officer watches; an office that sees no records watches its own, which are none. */
function watchedBy(officer: OfficerActor): Scope {
  return scopeOf(officer) ?? { officeId: officer.officeId };
}

type Bounds = { now: Instant; endOfToday: Instant; endOfWeek: Instant };

function boundsOf(now: Instant): Bounds {
  const today = dayOf(now);
  return { now, endOfToday: endOfDay(today), endOfWeek: endOfDay(addDays(today, 6)) };
}

function windowOf(tab: Tab, { now, endOfToday, endOfWeek }: Bounds): { from: Instant | null; to: Instant | null } {
  if (tab === 'overdue') return { from: null, to: now };
  if (tab === 'today') return { from: now, to: endOfToday };
  return tab === 'week' ? { from: endOfToday, to: endOfWeek } : { from: null, to: null };
}

export async function loadHome(context: RequestContext, officer: OfficerActor, tab: Tab, longer = false): Promise<Home> {
  const { view, tools } = context;
  const most = { duties: MOST.duties * (longer ? LONGER : 1), escalated: MOST.escalated * (longer ? LONGER : 1) };
  const watched = watchedBy(officer);
  const bounds = boundsOf(context.now);
  const own = { officeId: officer.officeId };
  const inherited = await inheritedBy(context, officer);
  const reader = readerOf(context, officer, inherited);
  const { officeIds, passedUp } = inherited;
  const owing = [officer.officeId, ...officeIds];
  const duties =
    tab === 'others'
      ? await dutiesOfOthers(context, watched, owing, most.duties)
      : await openDuties(context, owing, windowOf(tab, bounds), most.duties);
  const hearing = { scope: heardFrom(officer), told: toldAtOffice(officer.officeKind), passedUp, owing };
  const escalated = await dutiesEscalatedTo(context, hearing, most.escalated);
  const ofOffices = await officeDutiesEscalatedTo(context, hearing, most.escalated);
  const counts = {
    ...added(await countDuties(context, owing, bounds), await countOfficeDuties(context, owing, bounds)),
    climbed: (await countEscalatedTo(context, hearing)) + (await countOfficeDutiesEscalatedTo(context, hearing)),
    others: await countDutiesOfOthers(context, watched, owing),
  };
  const children = await childrenOf(context, officer);
  await audit(
    context,
    'read',
    [...duties, ...escalated].map(({ recordId }) => recordId),
  );
  const listed = [...duties, ...escalated];
  const storyOf = await storiesOf(
    context,
    'record',
    listed.map(({ recordId }) => recordId),
  );
  return {
    tab,
    counts,
    duties: dutyRows(view, duties, storyOf, reader),
    escalated: [...dutyRows(view, escalated, storyOf, reader), ...(await officeDutyRows(context, ofOffices, reader))],
    ofOffice:
      tab === 'others' || tab === 'climbed'
        ? []
        : await officeDutyRows(context, await openOfficeDuties(context, owing, windowOf(tab, bounds), MOST_OF_OFFICE), reader),
    alerts: tools.may(officer, 'alert.read') ? await alertsWaiting(context, officer.officeId) : { waiting: 0, oldest: null },
    matches: tools.may(officer, 'match.judge') ? await countWaiting(context, own) : 0,
    directives: {
      waiting: await waitingAt(context, officer.officeId),
      open: await openPoints(context, officer.officeId, MOST_POINTS),
      doable: tools.may(officer, 'directive.answer'),
    },
    ...children,
    cut:
      duties.length < most.duties && Math.max(escalated.length, ofOffices.length) < most.escalated ? 'none' : longer ? 'longer' : 'usual',
    fresh: freshAmong(children.children, officer, context.now),
  };
}

/** What is owed on children, and as an office. */
function added(one: DutyCounts, other: DutyCounts): DutyCounts {
  return {
    overdue: one.overdue + other.overdue,
    today: one.today + other.today,
    week: one.week + other.week,
    later: one.later + other.later,
  };
}

const FRESH_HOURS = 24;
/** Last seen longer ago than this a child is not in its first hours, whenever its report came: a file of the past brings hundreds at once. */
const LAST_SEEN_DAYS = 30;

function freshAmong(children: readonly ListedChild[], officer: OfficerActor, now: Instant): ListedChild[] {
  const [since, seenSince] = [addHours(now, -FRESH_HOURS), addHours(now, -24 * LAST_SEEN_DAYS)];
  return children.filter(
    ({ status, officeId, openedAt, happenedAt }) =>
      isStillMissing(status) && officeId === officer.officeId && openedAt >= since && happenedAt >= seenSince,
  );
}

async function childrenOf(context: RequestContext, officer: OfficerActor): Promise<Pick<Home, 'children' | 'moreChildren'>> {
  const scope = scopeOf(officer);
  if (!scope) return { children: [], moreChildren: false };
  const kinds = (['missing', 'found'] as const).filter((kind) =>
    context.tools.may(officer, kind === 'missing' ? 'missingReport.read' : 'foundChild.read'),
  );
  const records: RecordListItem[] = [];
  for (const kind of kinds) records.push(...(await listRecords(context, { kind, open: true, scope, limit: MOST_CHILDREN })));
  const ids = records.map(({ id }) => id);
  const descriptions = await readDescriptions(context, ids);
  const next = await nextDuties(context, ids);
  const last = await lastHappenings(context, ids);
  const children = records.map((record) => {
    const duty = next.get(record.id);
    const age = descriptions.get(record.id)?.age ?? null;
    return { ...record, age, next: duty ? dutyRow(context.view, duty) : null, last: last.get(record.id) ?? null };
  });
  return { children, moreChildren: kinds.some((kind) => records.filter((record) => record.kind === kind).length === MOST_CHILDREN) };
}
