// Who may do what: one table, role by role, from the Act's division of work (JJ Act ss.27–31, 106–107; MWCD SOP 2016; SC orders of 2025 on nodal officers).
import type { Actor, Reach } from '../../platform/context.ts';
import type { OfficeKind } from './office-kind.ts';
import type { Permission } from './permissions.ts';
import { asksSealed, callsBack, decidesOffences, overHomes, seesHomes, supportsChildren, takesOffences } from './care-permissions.ts';

type Standing = { readonly heldIn: readonly OfficeKind[]; readonly reach: Reach; readonly may: readonly Permission[] };

/** The directory is no secret, nor are holidays. The outbox page exists only where every message is invented. */
const everyone = ['officers.read', 'calendar.read', 'outbox.read', 'directive.read'] as const satisfies Permission[];
const alerts = ['alert.read', 'alert.acknowledge'] as const satisfies Permission[];
/** Heads an office that alerts reach: keeps its duty roster. */
const roster = ['roster.manage'] as const satisfies Permission[];
/** Heads an office: acknowledges a directive for it and answers its points. */
const heads = ['directive.answer'] as const satisfies Permission[];
/** Directs offices and sees what came of it: the State's in its State, the nation's and the Ministry everywhere. */
const directs = ['directive.answer', 'directive.compliance', 'directive.issue'] as const satisfies Permission[];
const readsPolice = [
  'duties.read',
  'duties.act',
  'children.search',
  'missingReport.read',
  'photograph.read',
  ...everyone,
] as const satisfies Permission[];
/** Says why its own office's entries came late, or why there were none. */
const answers = ['timeliness.answer'] as const satisfies Permission[];
const sightings = ['sighting.read', 'sighting.answer', 'sighting.register'] as const satisfies Permission[];
const foundChildren = ['foundChild.register', 'foundChild.read', 'foundChild.act', 'photograph.add'] as const satisfies Permission[];
/** Where the police's system and the portal are not one: of the own office, or of the place overseen. */
const mismatches = ['exchangeMismatch.read'] as const satisfies Permission[];
/** Raids places in the own district and joins the children rescued there; sees those of them it may open. */
const raids = ['drive.read', 'drive.raid', 'drive.join', 'drive.children'] as const satisfies Permission[];
/** Who kept the children at work is the police's to know alone. */
const policeRaids = [...raids, 'drive.accused'] as const satisfies Permission[];
/** Orders a drive in its own area, and reads how many children of it stand where. */
const ordersDrives = ['drive.read', 'drive.make'] as const satisfies Permission[];
const station = [
  ...readsPolice,
  ...policeRaids,
  ...mismatches,
  ...answers,
  ...sightings,
  ...foundChildren,
  'alert.read',
  'missingReport.register',
  'firList.bring',
  'missingReport.act',
  'notice.withdraw',
  'match.read',
] as const;
const cases = [...station, ...takesOffences] as const;
/** Makes and follows the plan of a child in care (Form 7). Medical and psychological parts: who answers for the plan, not everybody who works in the home. */
const plans = ['carePlan.read', 'carePlan.write'] as const satisfies Permission[];
/** A home knows its own residents and no others: row security says whose (domain sheet, role matrix). */
const home = [
  ...answers,
  ...plans,
  ...asksSealed,
  ...foundChildren,
  ...everyone,
  ...(['duties.read', 'duties.act', 'photograph.read', 'institution.read', 'resident.read', 'resident.act'] as const),
] as const;
/** s.32(2) makes the Committee upload the children it is told of; what it decides on identity and restoration nobody else may. */
const committee = [
  ...readsPolice,
  ...answers,
  ...foundChildren,
  ...alerts,
  ...overHomes,
  ...decidesOffences,
  ...(['drive.read', 'drive.join', 'drive.children'] as const),
  ...([
    'fitBody.decide', // s.51, s.52; Form 39
    'notice.publish', // JJ Act s.74(1): the Committee may permit disclosure in writing
    'notice.withdraw',
    'match.read',
    'production.read',
    'production.record',
    'identity.confirm',
    'restoration.record',
    'committeeFile.read',
    'committeeFile.keep',
    'committeeOrder.read',
    'socialReport.readSealed',
    'carePlan.read',
    'carePlan.readSealed',
    'carePlan.decide',
    'familyCare.read',
    'familyCare.decide',
    'accessLog.read',
    'return.read',
    'return.matters',
  ] as const),
] as const;
/** Alerts and the police's report in their own area; never a care file (domain sheet, role matrix). */
const nodal = [
  ...readsPolice,
  ...mismatches,
  'exchange.read',
  ...alerts,
  ...roster,
  ...seesHomes,
  ...ordersDrives,
  'match.contradictions',
  'timeliness.read',
  'return.read',
] as const;
/** The posts that must answer, the days offices are closed, and who shows public notices elsewhere. */
const keepsDirectory = ['nodalPost.manage', 'calendar.manage', 'noticePartner.keep'] as const;
/** The machines of the police: a State enters its node's key, the nation confirms it, either revokes it. */
const keepsNodes = ['exchangeNode.read', 'exchangeNode.keep', 'quarantine.settle'] as const;
const keepsOwn = [...keepsDirectory, ...keepsNodes, 'exchangeSilence.explain'] as const;

/** Children in conflict with law: the police who apprehended the child open the case and see it until it ends (s.10, s.13, s.74(2)). */
const apprehends = ['conflict.read', 'conflict.open'] as const satisfies Permission[];
const board = ['conflict.read', 'conflict.decide', 'conflict.destroy'] as const satisfies Permission[];

/** Stations see their own cases, supervisors their district; a record outside comes only with a stated ground (record_access). */
export const table = {
  'station-in-charge': {
    heldIn: ['police-station'],
    reach: 'office',
    may: [
      ...cases,
      ...roster,
      ...heads,
      ...alerts,
      ...apprehends,
      ...(['missingReport.transfer', 'notice.publish', 'match.judge', 'quarantine.settle'] as const),
    ],
  },
  'investigating-officer': {
    heldIn: ['police-station'],
    reach: 'office',
    may: [...cases, 'missingReport.transfer', 'notice.publish', 'match.judge'],
  },
  'child-welfare-police-officer': {
    heldIn: ['police-station'],
    reach: 'office',
    may: [...cases, ...apprehends, 'alert.acknowledge', 'match.judge'],
  },
  'duty-officer': { heldIn: ['police-station'], reach: 'office', may: [...station, 'alert.acknowledge'] },
  'juvenile-police-head': {
    heldIn: ['juvenile-police-unit'],
    reach: 'district',
    may: [
      ...readsPolice,
      ...policeRaids,
      ...mismatches,
      ...takesOffences,
      ...heads,
      ...alerts,
      ...roster,
      ...apprehends,
      'missingReport.transfer',
      'notice.withdraw',
      'foundChild.read',
      'sighting.read',
      'match.read',
    ],
  },
  'anti-trafficking-officer': {
    heldIn: ['anti-trafficking-unit'],
    reach: 'office',
    may: [
      ...readsPolice,
      ...policeRaids,
      ...mismatches,
      ...heads,
      ...answers,
      ...alerts,
      ...roster,
      ...sightings,
      ...foundChildren,
      ...(['missingReport.act', 'missingReport.transfer', 'notice.publish', 'notice.withdraw', 'match.read', 'match.judge'] as const),
    ],
  },
  'railway-officer': {
    heldIn: ['railway-post'],
    reach: 'office',
    may: [
      ...readsPolice,
      ...policeRaids,
      ...mismatches,
      ...heads,
      ...answers,
      ...alerts,
      ...roster,
      ...sightings,
      ...foundChildren,
      'missingReport.register',
    ],
  },
  'cwc-chairperson': { heldIn: ['cwc'], reach: 'district', may: [...committee, ...roster, ...heads, 'timeliness.read', 'return.sign'] },
  'cwc-member': { heldIn: ['cwc'], reach: 'district', may: committee },
  'jjb-magistrate': {
    heldIn: ['jjb'],
    reach: 'none',
    may: ['duties.read', 'duties.act', ...heads, ...board, 'return.read', 'return.sign', ...everyone],
  },
  'jjb-member': { heldIn: ['jjb'], reach: 'none', may: ['duties.read', 'duties.act', ...board, ...everyone] },
  // An observation home, special home or place of safety (s.47-s.49): its own residents, and no child in need of care.
  'conflict-home-head': { heldIn: ['conflict-home'], reach: 'none', may: ['conflict.read', 'conflict.keep', ...heads, ...everyone] },
  'probation-officer': { heldIn: ['dcpu'], reach: 'none', may: ['conflict.read', 'conflict.report', ...everyone] },
  'home-superintendent': {
    heldIn: ['children-home'],
    reach: 'office',
    may: [...home, ...heads, 'carePlan.readSealed', 'production.read', 'committeeOrder.read', 'socialReport.write', 'inspection.mend'],
  },
  'home-worker': { heldIn: ['children-home'], reach: 'office', may: home },
  'child-protection-officer': {
    heldIn: ['dcpu'],
    reach: 'district',
    may: [
      ...readsPolice,
      ...heads,
      ...alerts,
      ...roster,
      ...foundChildren,
      ...overHomes,
      ...raids,
      'institution.keep', // s.41
      ...plans,
      ...supportsChildren,
      'carePlan.readSealed',
      'familyCare.read',
      'familyCare.write',
      'familyCare.handOff',
      'sighting.read',
      'sighting.register',
      ...callsBack,
      'match.read',
      'production.read',
      'committeeOrder.read', // those that bind it
      'socialReport.write',
      ...answers,
      'timeliness.read',
      'timeliness.certify',
      'return.read',
      'directive.compliance',
    ],
  },
  'district-nodal-officer': {
    heldIn: ['district-nodal'],
    reach: 'district',
    may: [...nodal, ...heads, 'check.read', 'directive.compliance', 'accessLog.read', 'return.review', 'firList.bring'],
  }, // answers for the District Magistrate, who reviews the Committee (s.27(8), s.36(5))
  // Keeps the posts of the State named and current (Supreme Court, Guria, 14-10-2025, C-n); the national officer those of the States' officers.
  'state-nodal-officer': { heldIn: ['state-nodal'], reach: 'state', may: [...nodal, ...directs, ...keepsOwn] },
  'national-nodal-officer': {
    heldIn: ['national-nodal'],
    reach: 'nation',
    may: [...nodal, ...directs, ...keepsOwn, 'exchangeNode.confirm'],
  },
  'legal-services-officer': {
    heldIn: ['legal-services'],
    reach: 'office',
    may: ['duties.read', 'duties.act', 'missingReport.read', ...heads, ...alerts, ...roster, ...everyone],
  },
  // Figures of the whole nation, and no child's record.
  'ministry-official': {
    heldIn: ['ministry'],
    reach: 'none',
    may: ['timeliness.read', 'return.read', 'exchangeNode.read', 'exchange.read', ...seesHomes, ...directs, ...ordersDrives, ...everyone],
  },
  auditor: { heldIn: ['audit'], reach: 'none', may: ['accessLog.read', ...everyone] },
} as const satisfies Record<string, Standing>;

export type Role = keyof typeof table;
export const roles = Object.keys(table) as Role[];

export function isRole(text: string): text is Role {
  return Object.hasOwn(table, text);
}

const standingOf = (role: string): Standing | null => (isRole(role) ? table[role] : null);

/** False for a citizen, for a role held in the wrong kind of office, and for a permission nobody has. The worker acts for nobody and may nothing here. */
export function may(actor: Actor, permission: string): boolean {
  if (actor.kind !== 'officer') return false;
  const standing = standingOf(actor.role);
  if (!standing || !(standing.heldIn as readonly string[]).includes(actor.officeKind)) return false;
  return (standing.may as readonly string[]).includes(permission);
}

export function rolesThatMay(permission: Permission): Role[] {
  return roles.filter((role) => (table[role].may as readonly Permission[]).includes(permission));
}

/** How far row security lets the role see; nothing for a role that is not in the table. */
export function reachOf(role: string): Reach {
  return standingOf(role)?.reach ?? 'none';
}

/** The kinds of office a role may be held in; none for a role that is not in the table. */
export function officesFor(role: string): readonly OfficeKind[] {
  return standingOf(role)?.heldIn ?? [];
}
