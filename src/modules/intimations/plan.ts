// Whom to tell next, and how: pure. Officers on duty, or the head and the office's own telephone; then the next channel, the next officer, the next level.
import type { OfficeId, OfficerId } from '../../kernel/ids.ts';
import { type Instant, addMinutes } from '../../kernel/time.ts';
import type { MessageChannel } from '../../platform/messages/templates.ts';
import type { Office } from '../officers/index.ts';
import { type Climb, OFFICERS_A_LEVEL, waits } from './waits.ts';

export type Way = { channel: MessageChannel; to: string };
/** `ways` in order; `quietUntil` null: may be told now. */
export type Person = { officerId: OfficerId; isHead: boolean; onDuty: boolean; quietUntil: Instant | null; ways: readonly Way[] };
/** `people`: in post today and able to acknowledge; empty is vacant. `ways`: the office's own telephone and address. */
export type Level = { office: Office; people: readonly Person[]; ways: readonly Way[] };
export type Tried = { officeId: string; officerId: string | null; channel: string };
export type Target = Way & { officeId: OfficeId; officerId: OfficerId | null; why: 'on-duty' | 'head' | 'office' | 'other' };

/** `nextAt` null: nobody is left after these. `above`: levels below were asked before and did not answer. */
export type Round =
  | { kind: 'tell'; targets: readonly Target[]; nextAt: Instant | null; above: boolean }
  | { kind: 'wait'; until: Instant }
  | { kind: 'exhausted' };

type Asked = { levels: readonly Level[]; tried: readonly Tried[]; alarm: boolean; now: Instant };
type Found = { targets: Target[]; level: number } | { until: Instant } | null;

/** The head stands in where nobody is rostered; further officers of the office follow, up to the bound. */
function inOrder({ people }: Level): { person: Person; why: Target['why'] }[] {
  const onDuty = people.filter((person) => person.onDuty);
  const first = onDuty.length > 0 ? onDuty : people.filter(({ isHead }) => isHead).slice(0, 1);
  const others = people.filter((person) => !first.includes(person));
  const named = first.map((person) => ({ person, why: person.onDuty ? ('on-duty' as const) : ('head' as const) }));
  return [...named, ...others.map((person) => ({ person, why: 'other' as const }))].slice(0, OFFICERS_A_LEVEL);
}

function find({ levels, tried, alarm }: Asked): Found {
  for (const [at, level] of levels.entries()) {
    if (level.people.length === 0) continue; // an empty room is passed over at once
    const officeId = level.office.id;
    const here = tried.filter((one) => one.officeId === officeId);
    const isFree = (officerId: OfficerId | null, { channel }: Way) =>
      !here.some((one) => one.officerId === officerId && one.channel === channel);
    const asleep: Instant[] = [];
    const people = inOrder(level);
    for (const { person, why } of people) {
      const way = person.ways.find((one) => isFree(person.officerId, one));
      if (!way) continue;
      if (!alarm && person.quietUntil) {
        asleep.push(person.quietUntil);
        continue;
      }
      const targets: Target[] = [{ ...way, officeId, officerId: person.officerId, why }];
      const rostered = people.some((one) => one.why === 'on-duty');
      const own = rostered ? undefined : level.ways.find((one) => isFree(null, one) && one.to !== way.to);
      if (here.length === 0 && own) targets.push({ ...own, officeId, officerId: null, why: 'office' });
      return { targets, level: at };
    }
    // Its own telephone wakes nobody: it is answered by whoever is at the desk.
    const own = level.ways.find((one) => isFree(null, one));
    if (own) return { targets: [{ ...own, officeId, officerId: null, why: 'office' }], level: at };
    if (asleep.length > 0) return { until: asleep.toSorted()[0]! };
  }
  return null;
}

function climbBetween(one: Target, next: Target): Climb {
  if (one.officeId !== next.officeId) return 'level';
  return one.officerId === next.officerId ? 'channel' : 'officer';
}

export function nextRound(asked: Asked): Round {
  const found = find(asked);
  if (!found) return { kind: 'exhausted' };
  if ('until' in found) return { kind: 'wait', until: found.until };
  const { targets, level } = found;
  const after = find({ ...asked, tried: [...asked.tried, ...targets] });
  const minutes = waits[asked.alarm ? 'alarm' : 'ordinary'];
  const wait = after && 'targets' in after ? minutes[climbBetween(targets[0]!, after.targets[0]!)] : minutes.level;
  const below = asked.levels.slice(0, level).map(({ office }) => office.id as string);
  return {
    kind: 'tell',
    targets,
    nextAt: after ? addMinutes(asked.now, wait) : null,
    above: asked.tried.some(({ officeId }) => below.includes(officeId)),
  };
}
