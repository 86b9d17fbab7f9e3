// What this portal itself asks so that the law's duties can be kept: administrative periods, none of them law.
// A State may set its own; each is shown as administrative wherever it is shown.
import type { Day } from '../kernel/time.ts';
import { portalExamples as examples } from './examples/portal.ts';
import type { Actor, On, Rule } from './rule.ts';

const CITATION = 'Administrative default of this portal; no statute or direction gives this period';
const untilTransfer: readonly (On & { actor: Actor })[] = [
  { happening: 'missing.transferredToAntiTrafficking', actor: 'anti-trafficking-unit' },
];
const over: readonly On[] = [{ happening: 'missing.closed' }, { happening: 'missing.falseReport' }];

const EXCHANGE_WITHOUT_PERIOD =
  'Administrative default of this portal; G Ganesh (Supreme Court, 22-5-2026) directs that the police’s system and the children’s database exchange in real time [C-n] and gives no period in which what differs is put right';

const GRID_WITHOUT_PERIOD =
  'Administrative default of this portal; the national grid and its officer are the Ministry of Home Affairs’ by the Supreme Court (Guria, 9-12-2025; G Ganesh, 22-5-2026) [C-n], which gives no period in which its silence is looked into';

/** The police's duties are read from the missing report's diary, where what happens to the linked found child is copied. */
const everyDuty = {
  record: 'missing',
  kind: 'administrative',
  actor: 'investigating-officer',
  actorBy: untilTransfer,
  clock: 'each',
  earlierCounts: false,
  cancelledBy: over,
  warnBeforeHours: 6,
  escalation: [
    { to: 'superintendent-of-police', afterHours: 0 },
    { to: 'district-nodal-officer', afterHours: 24 },
    { to: 'state-nodal-officer', afterHours: 72 },
  ],
  citation: CITATION,
  confidence: 'ours',
  inForce: { from: '2025-07-25' as Day, to: null },
  told: 'desk',
  stateOverrides: [],
} satisfies Partial<Rule>;

/** The Committee's are read from the found child's diary: it is the Committee of the place where the child is. */
const committee = {
  record: 'found',
  actor: 'cwc',
  actorBy: undefined,
  escalation: [
    { to: 'dcpu', afterHours: 0 },
    { to: 'district-magistrate', afterHours: 72 },
  ],
} satisfies Partial<Rule>;

/** What the police's own system says of a child is a proposal: whoever is answerable for the child says whether it is so. */
const policeReport = {
  ...everyDuty,
  actor: 'station-in-charge',
  due: { hours: 24, basis: 'portal' },
  citation:
    'Administrative default of this portal; G Ganesh (Supreme Court, 22-5-2026) directs that the police’s system and the children’s database exchange in real time [C-n] and gives no period to confirm what is exchanged',
} satisfies Partial<Rule>;

/** Where the police's system and the portal are not one, whoever holds the case makes them one. */
const reconciling = {
  ...policeReport,
  due: { hours: 72, basis: 'portal' },
  pairedBy: 'reference',
  warnBeforeHours: 12,
  escalation: [
    { to: 'district-nodal-officer', afterHours: 0 },
    { to: 'state-nodal-officer', afterHours: 72 },
  ],
  citation: EXCHANGE_WITHOUT_PERIOD,
} satisfies Partial<Rule>;

export const portalDuties: readonly Rule[] = [
  {
    ...everyDuty,
    id: 'P01',
    actor: 'district-nodal-officer',
    actorBy: undefined,
    startedBy: [{ happening: 'missing.nodalOfficersAlerted' }],
    due: { hours: 4, basis: 'portal' },
    // A unit or Committee that has read its own alert answers for nobody: only a nodal office does, the next level for a vacant one too.
    metBy: [{ happening: 'missing.alertAcknowledged', where: { officeKind: ['district-nodal', 'state-nodal', 'national-nodal'] } }],
    cancelledBy: [...over, { happening: 'missing.traced' }],
    warnBeforeHours: 1,
    escalation: [
      { to: 'state-nodal-officer', afterHours: 0 },
      { to: 'national-nodal-officer', afterHours: 12 },
    ],
    examples: examples.P01,
  },
  {
    ...everyDuty,
    id: 'P02',
    startedBy: [{ happening: 'match.proposed', where: { band: 'likely' } }],
    due: { hours: 24, basis: 'portal' },
    metBy: [{ happening: 'match.judged' }, { happening: 'identity.confirmed' }, { happening: 'identity.refused' }],
    // The other record was closed: nobody can judge the pair any more.
    cancelledBy: [...over, { happening: 'match.withdrawn' }],
    pairedBy: 'candidate',
    examples: examples.P02,
  },
  {
    ...everyDuty,
    id: 'P03',
    startedBy: [{ happening: 'match.judged', where: { verdict: 'same' } }],
    due: { hours: 24, basis: 'portal' },
    metBy: [{ happening: 'identity.productionAsked' }, { happening: 'identity.confirmed' }, { happening: 'identity.refused' }],
    cancelledBy: [...over, { happening: 'match.judgementReversed' }],
    pairedBy: 'candidate',
    examples: examples.P03,
  },
  {
    ...everyDuty,
    ...committee,
    id: 'P04',
    startedBy: [{ happening: 'identity.productionAsked' }],
    due: { hours: 72, basis: 'portal' },
    metBy: [{ happening: 'identity.confirmed' }, { happening: 'identity.refused' }],
    cancelledBy: [{ happening: 'found.closed' }, { happening: 'found.restored' }, { happening: 'match.judgementReversed' }],
    pairedBy: 'candidate',
    warnBeforeHours: 12,
    examples: examples.P04,
  },
  {
    ...everyDuty,
    id: 'P05',
    told: 'family',
    startedBy: [{ happening: 'identity.confirmed' }],
    due: { hours: 24, basis: 'portal' },
    metBy: [{ happening: 'missing.traced' }],
    cancelledBy: [...over, { happening: 'match.judgementReversed' }],
    // A closed report takes no entry of a trace; a judgement taken back before this one was confirmed says nothing of it.
    overBefore: over,
    pairedBy: 'candidate',
    earlierCounts: true,
    examples: examples.P05,
  },
  {
    ...everyDuty,
    ...committee,
    id: 'P06',
    startedBy: [{ happening: 'identity.confirmed' }],
    due: { days: 15, basis: 'portal' },
    metBy: [{ happening: 'found.restored' }],
    // Where the family cannot take the child, the child stays in care and there is no restoration to record.
    cancelledBy: [{ happening: 'found.closed' }, { happening: 'match.judgementReversed' }],
    pairedBy: 'candidate',
    warnBeforeHours: 72,
    examples: examples.P06,
  },
  {
    ...everyDuty,
    id: 'P07',
    told: 'family',
    startedBy: [{ happening: 'missing.traced' }],
    due: { days: 15, basis: 'portal' },
    metBy: [{ happening: 'missing.closed' }],
    cancelledBy: [{ happening: 'missing.falseReport' }, { happening: 'missing.reopened' }],
    warnBeforeHours: 72,
    examples: examples.P07,
  },
  {
    ...everyDuty,
    ...committee,
    id: 'P08',
    // Of a guarded found child the police of the report learn only that there is a pair: whether they may look, the Committee sees to.
    startedBy: [{ happening: 'match.heldBack', where: { band: 'likely' } }],
    due: { hours: 24, basis: 'portal' },
    metBy: [{ happening: 'match.opened' }, { happening: 'match.judged' }],
    cancelledBy: [{ happening: 'found.closed' }, { happening: 'found.restored' }, { happening: 'match.withdrawn' }],
    pairedBy: 'candidate',
    examples: examples.P08,
  },
  {
    ...policeReport,
    id: 'P09',
    startedBy: [{ happening: 'missing.policeReported', where: { what: 'traced' } }],
    metBy: [{ happening: 'missing.traced' }, { happening: 'missing.policeReportDenied', where: { what: 'traced', by: 'station' } }],
    examples: examples.P09,
  },
  {
    ...policeReport,
    id: 'P10',
    startedBy: [{ happening: 'missing.policeReported', where: { what: 'closed' } }],
    metBy: [
      { happening: 'missing.closed' },
      { happening: 'missing.policeReportDenied', where: { what: 'closed', by: 'station' } },
      { happening: 'missing.searchGoesOn' },
    ],
    cancelledBy: [{ happening: 'missing.falseReport' }, { happening: 'missing.reopened' }],
    examples: examples.P10,
  },
  {
    ...policeReport,
    id: 'P11',
    startedBy: [{ happening: 'missing.policeReported', where: { what: 'transferred' } }],
    metBy: [
      { happening: 'missing.transferredToAntiTrafficking' },
      { happening: 'missing.policeReportDenied', where: { what: 'transferred', by: 'station' } },
    ],
    cancelledBy: [...over, { happening: 'missing.traced' }],
    examples: examples.P11,
  },
  {
    ...policeReport,
    ...committee,
    record: 'missing',
    id: 'P12',
    startedBy: [{ happening: 'missing.policeReported', where: { what: 'traced' } }],
    // Produced before it, or told to the Committee otherwise: the child is known to it; or it says that no such child came.
    metBy: [
      { happening: 'found.produced' },
      { happening: 'missing.policeReportConfirmed', where: { what: 'traced', by: 'committee' } },
      { happening: 'missing.policeReportDenied', where: { what: 'traced', by: 'committee' } },
    ],
    examples: examples.P12,
  },
  {
    ...reconciling,
    id: 'P13',
    startedBy: [{ happening: 'missing.mismatchOpened' }],
    metBy: [{ happening: 'missing.mismatchEnded' }],
    // Of a closed report too the two must be made one.
    cancelledBy: [],
    examples: examples.P13,
  },
  {
    ...reconciling,
    id: 'P14',
    record: 'office',
    pairedBy: undefined,
    actorBy: undefined,
    startedBy: [{ happening: 'office.firsWithoutRecord' }],
    metBy: [{ happening: 'office.firsRecorded' }],
    cancelledBy: [],
    examples: examples.P14,
  },
  {
    ...policeReport,
    id: 'P15',
    record: 'office',
    actor: 'state-nodal-officer',
    actorBy: undefined,
    startedBy: [{ happening: 'office.policeFellSilent' }],
    metBy: [{ happening: 'office.policeSpoke' }, { happening: 'office.silenceExplained' }],
    cancelledBy: [],
    pairedBy: 'reference',
    escalation: [{ to: 'national-nodal-officer', afterHours: 24 }],
    citation: EXCHANGE_WITHOUT_PERIOD,
    examples: examples.P15,
  },
  {
    ...policeReport,
    id: 'P16',
    startedBy: [{ happening: 'missing.cameFromPast' }],
    due: { days: 30, basis: 'portal' },
    // Any step of the search. One of those years that is written down only now is one too: the station has looked.
    metBy: [
      { happening: 'missing.riskAssessed' },
      { happening: 'missing.forwardedToJuvenilePoliceUnit' },
      { happening: 'missing.sentToAgencies' },
      { happening: 'missing.copySentToLegalServices' },
      { happening: 'missing.hueAndCryIssued' },
      { happening: 'missing.progressReported' },
      { happening: 'missing.noticePublished' },
      { happening: 'missing.transferredToAntiTrafficking' },
      { happening: 'missing.traced' },
    ],
    earlierCounts: true,
    warnBeforeHours: 7 * 24,
    escalation: [
      { to: 'superintendent-of-police', afterHours: 0 },
      { to: 'district-nodal-officer', afterHours: 7 * 24 },
      { to: 'state-nodal-officer', afterHours: 30 * 24 },
    ],
    citation:
      'Administrative default of this portal; the Supreme Court (Guria, 9-12-2025) wants the figures of the years 2020 to 2025 [C-n] and gives no period in which an old case is taken up again',
    examples: examples.P16,
  },
  {
    ...policeReport,
    id: 'P17',
    record: 'office',
    actor: 'national-nodal-officer',
    actorBy: undefined,
    startedBy: [{ happening: 'office.gridFellSilent' }],
    metBy: [{ happening: 'office.policeSpoke' }, { happening: 'office.silenceExplained' }],
    cancelledBy: [],
    pairedBy: 'reference',
    escalation: [{ to: 'ministry-of-home-affairs', afterHours: 24 }],
    citation: GRID_WITHOUT_PERIOD,
    examples: examples.P17,
  },
];
