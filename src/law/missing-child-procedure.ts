// A child is missing: duties from the report to the trace. Supreme Court directions (Bachpan Bachao Andolan 2013, Guria 2025, G Ganesh 2026),
// JJ Model Rules 2016 r.92 and the MWCD Standard Operating Procedure of 23-11-2016. Texts marked C-n and M must be re-read in the original.
import type { Day } from '../kernel/time.ts';
import { missingChildExamples as examples } from './examples/missing-child.ts';
import type { Actor, On, Rule } from './rule.ts';

const BBA = 'Bachpan Bachao Andolan v Union of India, W.P.(C) 75/2012, Supreme Court, 17-1-2013 and 10-5-2013';
const GANESH = 'G Ganesh v State of Tamil Nadu, Supreme Court, 22-5-2026 (press reports; order text not seen)';
const SOP = 'MWCD Standard Operating Procedure for Cases of Missing Children, 23-11-2016';

const since = (from: string) => ({ from: from as Day, to: null });
const firRegistered: On = { happening: 'missing.firRegistered', where: { paper: ['fir', 'zero-fir'] } };
const noLongerMissing: readonly On[] = [
  { happening: 'missing.traced' },
  { happening: 'missing.falseReport' },
  { happening: 'missing.closed' },
];
/** Duties the trace does not excuse: they end with the case, by a false report or a closing. */
const caseOver: readonly On[] = [{ happening: 'missing.falseReport' }, { happening: 'missing.closed' }];
const reopened: readonly On[] = [{ happening: 'missing.reopened' }];
/** The chain of command: administrative, except that the State's nodal officer follows from Guria 14-10-2025. */
const police: Rule['escalation'] = [
  { to: 'superintendent-of-police', afterHours: 0 },
  { to: 'director-general-of-police', afterHours: 24 },
  { to: 'state-nodal-officer', afterHours: 72 },
];
const untilTransfer: readonly (On & { actor: Actor })[] = [
  { happening: 'missing.transferredToAntiTrafficking', actor: 'anti-trafficking-unit' },
];

/** What every duty that starts with the FIR and ends when the child is no longer missing has in common. */
const afterFir = {
  record: 'missing',
  startedBy: [firRegistered],
  clock: 'first',
  earlierCounts: true,
  cancelledBy: noLongerMissing,
  overBefore: noLongerMissing,
  revivedBy: reopened,
  escalation: police,
  told: 'family',
  stateOverrides: [],
} satisfies Partial<Rule>;

export const missingChildProcedure: readonly Rule[] = [
  {
    id: 'M01',
    record: 'missing',
    kind: 'court',
    actor: 'station-in-charge',
    startedBy: [{ happening: 'missing.reported' }],
    clock: 'first',
    due: { atOnce: true, graceMinutes: 60 },
    // An entry in the general diary is not an FIR.
    metBy: [firRegistered],
    earlierCounts: true,
    // Finding the child does not excuse the FIR; it is asked for until the case is closed.
    cancelledBy: caseOver,
    revivedBy: reopened,
    warnBeforeHours: 0.5,
    escalation: police,
    citation: `${BBA} [C]; ${GANESH} [C-n]; JJ Model Rules 2016 r.92; BNSS s.173 [M]`,
    confidence: 'C',
    inForce: since('2013-05-10'),
    told: 'family',
    stateOverrides: [],
    examples: examples.M01,
  },
  {
    ...afterFir,
    id: 'M05',
    kind: 'administrative',
    actor: 'station-in-charge',
    due: { atOnce: true, graceMinutes: 240 },
    metBy: [{ happening: 'missing.riskAssessed' }],
    warnBeforeHours: 1,
    citation: `${SOP}: written Risk Assessment Form, as reported by Deccan Herald 18-5-2017`,
    confidence: 'C-n',
    inForce: since('2016-11-23'),
    examples: examples.M05,
  },
  {
    ...afterFir,
    id: 'M06',
    // Read in reports of the SOP, an executive instruction; whether rule 92 asks for it too is not confirmed.
    kind: 'administrative',
    actor: 'station-in-charge',
    due: { atOnce: true, graceMinutes: 240 },
    metBy: [{ happening: 'missing.forwardedToJuvenilePoliceUnit' }],
    warnBeforeHours: 1,
    citation: `${SOP}: "for immediate action" [C-n]; JJ Model Rules 2016 r.92 may ask it by statute [M]`,
    confidence: 'C-n',
    inForce: since('2016-11-23'),
    examples: examples.M06,
  },
  {
    ...afterFir,
    id: 'M07',
    kind: 'administrative',
    actor: 'investigating-officer',
    actorBy: untilTransfer,
    due: { hours: 24, basis: 'portal' },
    // A photograph on the portal alone tells nobody. Where there is none, the particulars go without it.
    metBy: [{ happening: 'missing.sentToAgencies' }],
    warnBeforeHours: 6,
    citation: `${SOP}: recent photograph, portal form, other agencies; no hour limit found in any text. Guria, Supreme Court, Sept 2025: "as soon as an FIR is registered" (press)`,
    confidence: 'C-n',
    inForce: since('2016-11-23'),
    examples: examples.M07,
  },
  {
    id: 'M08',
    record: 'missing',
    kind: 'court',
    actor: 'portal',
    startedBy: [{ happening: 'missing.reported' }],
    clock: 'first',
    // "Simultaneously": five minutes cover a restart of the machinery that sends.
    due: { atOnce: true, graceMinutes: 5 },
    metBy: [{ happening: 'missing.nodalOfficersAlerted' }],
    earlierCounts: true,
    cancelledBy: noLongerMissing,
    revivedBy: reopened,
    warnBeforeHours: 0,
    escalation: [
      { to: 'state-nodal-officer', afterHours: 0 },
      { to: 'national-nodal-officer', afterHours: 1 },
    ],
    citation:
      'Guria Swayam Sevi Sansthan v Union of India, Supreme Court, 14-10-2025 (press reports): complaint simultaneously disseminated to the nodal officers',
    confidence: 'C-n',
    inForce: since('2025-10-14'),
    told: 'desk',
    stateOverrides: [],
    examples: examples.M08,
  },
  {
    ...afterFir,
    id: 'M09',
    kind: 'statutory',
    actor: 'station-in-charge',
    due: { hours: 24, basis: 'portal' },
    metBy: [{ happening: 'missing.copySentToLegalServices' }],
    // The family keeps its right to legal aid after the child is traced.
    cancelledBy: caseOver,
    overBefore: caseOver,
    warnBeforeHours: 6,
    citation:
      'JJ Model Rules 2016 r.92 [M, sub-rule and period unconfirmed]; BBA 2013: protocol with the legal services authorities [C-n]; also to the Committee or the DCPU [M]',
    confidence: 'M',
    inForce: since('2016-09-21'),
    examples: examples.M09,
  },
  {
    ...afterFir,
    id: 'M10',
    kind: 'court',
    actor: 'investigating-officer',
    actorBy: untilTransfer,
    due: { days: 7, basis: 'source', about: true },
    metBy: [{ happening: 'missing.hueAndCryIssued' }],
    warnBeforeHours: 48,
    citation: `Horilal v Commissioner of Police, Delhi, W.P.(Crl) 610/1996, Supreme Court, 14-11-2002: photographs to the media not later than about one week [M]; without a period: ${SOP} [C-n, list of steps only] and JJ Model Rules 2016 r.92(3) [M]`,
    confidence: 'M',
    inForce: since('2002-11-14'),
    examples: examples.M10,
  },
  {
    ...afterFir,
    id: 'M11',
    kind: 'court',
    actor: 'investigating-officer',
    due: { months: 4, basis: 'source' },
    metBy: [{ happening: 'missing.transferredToAntiTrafficking' }],
    warnBeforeHours: 14 * 24,
    escalation: [
      { to: 'superintendent-of-police', afterHours: 0 },
      { to: 'director-general-of-police', afterHours: 7 * 24 },
      { to: 'state-nodal-officer', afterHours: 14 * 24 },
      { to: 'legal-services-authority', afterHours: 21 * 24 },
    ],
    citation: `${BBA} [C-n for the four months]; JJ Model Rules 2016 r.92 [M]; Guria, Supreme Court, 24-9-2024 [C-n]`,
    confidence: 'C-n',
    inForce: since('2013-05-10'),
    examples: examples.M11,
  },
  {
    ...afterFir,
    id: 'M12',
    told: 'desk',
    kind: 'court',
    actor: 'investigating-officer',
    startedBy: [{ happening: 'missing.traffickingSuspected' }, { happening: 'missing.firRegistered', where: { trafficking: true } }],
    due: { atOnce: true, graceMinutes: 24 * 60 },
    metBy: [{ happening: 'missing.transferredToAntiTrafficking' }],
    warnBeforeHours: 12,
    citation: `${GANESH}: do not wait four months where there is sufficient reason to believe trafficking`,
    confidence: 'C-n',
    inForce: since('2026-05-22'),
    examples: examples.M12,
  },
  {
    ...afterFir,
    id: 'M15',
    kind: 'court',
    actor: 'investigating-officer',
    actorBy: untilTransfer,
    // A child who came home alone is not "traced" in the words of the SOP: nobody has the child in hand to produce.
    startedBy: [{ happening: 'missing.traced', where: { alive: true, how: ['by-police', 'by-match'] } }],
    clock: 'each',
    due: { hours: 24, basis: 'source', excludingJourney: true },
    // Recorded on this report by the police who produced the child, or copied from the found child linked to it; a CWC that confirmed
    // identity has had the child before it.
    metBy: [
      { happening: 'found.produced' },
      { happening: 'found.restored' },
      { happening: 'identity.confirmed' },
      { happening: 'missing.closed', where: { outcome: ['restored', 'in-care'] } },
    ],
    cancelledBy: [...caseOver, { happening: 'missing.reopened' }],
    overBefore: undefined,
    revivedBy: undefined,
    warnBeforeHours: 6,
    citation: `BBA 2013 and ${GANESH}: produce and restore "without any loss of time"; outer limit from JJ Act s.31(1), a missing child being in need of care by s.2(14)(vii)`,
    confidence: 'C-n',
    inForce: since('2013-05-10'),
    examples: examples.M15,
  },
];
