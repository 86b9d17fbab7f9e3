// Parts of an FIR as the police's system tells them → as the portal keeps them. Pure.
import { type Instant, dayOf, instantAt } from '../../../kernel/time.ts';
import type { Telling } from '../../alerts/index.ts';
import type { OpeningChild } from '../../missing-reports/index.ts';
import type { FirRegisteredBody, MissingChild } from '../messages/index.ts';
import { descriptionTold } from './child-told.ts';
import type { NewPaper } from './paper-store.ts';
import type { Step } from './step.ts';

/** The Act and section as a station types them. */
export function sectionsTold(body: Pick<FirRegisteredBody, 'actsAndSections'>): string[] {
  return [...new Set(body.actsAndSections.map(({ act, section }) => `${act} ${section}`))];
}

/** Where only the day is known its noon is reckoned with, where nothing is, when the station heard; and never later than that. */
export function lastSeenTold(lastSeen: FirRegisteredBody['lastSeen'], told: Instant) {
  const at = lastSeen.at ?? (lastSeen.onlyDay ? instantAt(lastSeen.onlyDay, '12:00') : told);
  return {
    lastSeenAt: at > told ? told : at,
    lastSeenPlace: lastSeen.place,
    lastSeenWith: lastSeen.with ?? null,
    lastSeenKnown: lastSeen.at !== undefined || lastSeen.onlyDay !== undefined,
    lastSeenTimeKnown: lastSeen.at !== undefined,
  };
}

export function childTold(child: MissingChild, lastSeenAt: Instant): OpeningChild {
  return {
    circumstance: child.circumstance,
    details: child.details ?? null,
    description: descriptionTold(child, dayOf(lastSeenAt), 'told'),
  };
}

/** Brought on a list, by an officer: no police system stands behind it. */
export function isOfList({ node }: Pick<Step['message'], 'node'>): boolean {
  return node.startsWith('list-');
}

/** A paper as a message names it, of nothing here yet. */
export function paperOf({ paperKey: key, message, station }: Pick<Step, 'paperKey' | 'message' | 'station'>): NewPaper {
  return {
    paperKey: key,
    nodeCode: isOfList(message) ? null : message.node,
    kind: message.paper.kind,
    stationId: station.id,
    complaintId: null,
    openedByFeed: false,
    transferredFrom: null,
    name: message.paper,
    rawNumber: message.rawNumber,
  };
}

/** Whom it concerns is told as of a station's own entry. */
export function tellingOf({ message, station }: Pick<Step, 'message' | 'station'>, { districtCode }: { districtCode: string }): Telling {
  return { stationDistrict: station.districtCode ?? districtCode, hasFir: message.paper.kind !== 'general-diary', isLookedFor: true };
}
