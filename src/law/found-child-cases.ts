// A found child whose way to the Committee is not the ordinary one: too young and too ill to travel, the Committee not sitting, a night in a home.
// JJ Act 2015 s.28; JJ Model Rules 2016 r.17, r.18, r.69-D. What is marked M must be re-read in the rules.
import type { Day } from '../kernel/time.ts';
import { foundChildCaseExamples as examples } from './examples/found-child-cases.ts';
import { whoTookTheChildIn } from './juvenile-justice-act.ts';
import type { On, Rule } from './rule.ts';

const since = (from: string) => ({ from: from as Day, to: null });
const caseOver: readonly On[] = [{ happening: 'found.closed' }, { happening: 'found.restored' }];
const OVERNIGHT = 'JJ Model Rules 2016 r.69-D(4), Form 42';

const ofAFoundChild = {
  record: 'found',
  kind: 'statutory',
  clock: 'each',
  earlierCounts: false,
  cancelledBy: caseOver,
  escalation: [
    { to: 'dcpu', afterHours: 0 },
    { to: 'district-magistrate', afterHours: 24 },
  ],
  told: 'desk',
  stateOverrides: [],
} satisfies Partial<Rule>;

/** A night in a home ends the next day; the hour is the one the form states, of this child before the Committee or the Board. */
const overnight = {
  ...ofAFoundChild,
  actor: 'children-home',
  startedBy: [{ happening: 'inquiry.keptOvernight' }],
  due: { days: 1, basis: 'source' },
  orStatedDay: true,
  warnBeforeHours: 2,
  form: 'Form 42',
  citation: `${OVERNIGHT}: handed back the next day, by the hour stated, to the child welfare police officer`,
  confidence: 'C-f',
  inForce: since('2016-09-21'),
} satisfies Partial<Rule>;
const notCollected = {
  ...ofAFoundChild,
  actor: 'children-home',
  startedBy: [{ happening: 'inquiry.notTakenOver' }],
  due: { atOnce: true, graceMinutes: 240 },
  warnBeforeHours: 1,
  citation: `${OVERNIGHT}: if the officer does not come the institution itself produces the child; no hour is given`,
  confidence: 'C-f',
  inForce: since('2016-09-21'),
} satisfies Partial<Rule>;
const takenOver: readonly On[] = [{ happening: 'inquiry.takenOverByPolice' }];
const produced: readonly On[] = [{ happening: 'found.produced' }];
const beforeTheBoard: readonly On[] = [{ happening: 'conflict.producedBeforeBoard' }];
const inConflict = {
  record: 'conflict',
  waitsFor: 'boards',
  escalation: [
    { to: 'superintendent-of-police', afterHours: 0 },
    { to: 'chief-judicial-magistrate', afterHours: 24 },
  ],
} satisfies Partial<Rule>;

export const foundChildCases: readonly Rule[] = [
  {
    ...ofAFoundChild,
    id: 'F05',
    actor: 'finder',
    actorBy: whoTookTheChildIn,
    // Counted from the finding, like the production it stands in for. Until the report is sent, F03 asks for the production.
    startedBy: [{ happening: 'found.found' }],
    onlyIf: [{ happening: 'inquiry.unfitForProduction' }],
    clock: 'first',
    due: { hours: 24, basis: 'source' },
    metBy: [{ happening: 'inquiry.unfitReported', where: { photograph: true } }, ...produced],
    earlierCounts: true,
    warnBeforeHours: 6,
    citation:
      'JJ Model Rules 2007 r.27(2): a child under two who is medically unfit, written report with photograph within twenty-four hours [C]; carried into JJ Model Rules 2016 r.18 [M]',
    confidence: 'M',
    inForce: since('2016-09-21'),
    examples: examples.F05,
  },
  {
    ...ofAFoundChild,
    id: 'F05.2',
    actor: 'finder',
    actorBy: whoTookTheChildIn,
    startedBy: [{ happening: 'inquiry.medicallyFit' }],
    due: { atOnce: true, graceMinutes: 24 * 60 },
    metBy: produced,
    warnBeforeHours: 6,
    citation:
      'JJ Model Rules 2007 r.27(2): produced when fit, with the medical certificate; no hour is given [C]; carried into JJ Model Rules 2016 r.18 [M]',
    confidence: 'M',
    inForce: since('2016-09-21'),
    examples: examples['F05.2'],
  },
  {
    ...ofAFoundChild,
    id: 'F06',
    actor: 'cwc',
    startedBy: [{ happening: 'found.produced', where: { sitting: 'single-member' } }],
    due: { workingDays: 3, basis: 'portal' },
    metBy: [{ happening: 'inquiry.placementRatified' }, { happening: 'found.produced', where: { sitting: 'committee' } }],
    warnBeforeHours: 24,
    citation:
      'JJ Act 2015 s.28(4) (sub-section to be checked), JJ Model Rules 2016 r.17-18: what a single member ordered is ratified at the next sitting [M]; the portal takes three working days for the next sitting',
    confidence: 'M',
    inForce: since('2016-01-15'),
    examples: examples.F06,
  },
  {
    ...overnight,
    id: 'F07',
    metBy: [...takenOver, ...produced],
    cancelledBy: [...caseOver, { happening: 'inquiry.notTakenOver' }],
    examples: examples.F07,
  },
  { ...notCollected, id: 'F07.2', metBy: produced, examples: examples['F07.2'] },
  {
    ...overnight,
    ...inConflict,
    id: 'F07.3',
    metBy: [...takenOver, ...beforeTheBoard],
    cancelledBy: [{ happening: 'inquiry.notTakenOver' }],
    examples: examples['F07.3'],
  },
  { ...notCollected, ...inConflict, id: 'F07.4', metBy: beforeTheBoard, cancelledBy: [], examples: examples['F07.4'] },
];
