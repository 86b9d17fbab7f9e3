// A child gone from a home without leave: whom the home tells. JJ Model Rules 2016, rule on escape. A missing child like any other from there on:
// missing-child-procedure.ts.
import type { Day } from '../kernel/time.ts';
import { absenceExamples as examples } from './examples/absence.ts';
import type { Rule } from './rule.ts';

/** The child is gone from the home: told at once to whoever can look for it. The source gives no hour. */
const absence = {
  record: 'found',
  kind: 'statutory',
  actor: 'children-home',
  startedBy: [{ happening: 'care.missingFromHome' }],
  clock: 'each',
  earlierCounts: false,
  due: { hours: 24, basis: 'portal' },
  cancelledBy: [],
  warnBeforeHours: 6,
  escalation: [
    { to: 'dcpu', afterHours: 0 },
    { to: 'district-magistrate', afterHours: 24 },
    { to: 'state-nodal-officer', afterHours: 72 },
  ],
  citation:
    'JJ Model Rules 2016, rule on escape [M]: the police, the Committee or the Board and the parents told, FIR, portal; rows D.4, K.18 of the monthly return of institutions [C]; no hour found in the source',
  confidence: 'M',
  inForce: { from: '2016-09-21' as Day, to: null },
  told: 'desk',
  stateOverrides: [],
} satisfies Partial<Rule>;

/** The same in the vault of the Board: never on the portal, for a child in conflict with law is shown to nobody. */
const absenceInConflict = {
  ...absence,
  record: 'conflict',
  startedBy: [{ happening: 'conflict.missingFromHome' }],
  escalation: [
    { to: 'jjb', afterHours: 0 },
    { to: 'chief-judicial-magistrate', afterHours: 24 },
  ],
} satisfies Partial<Rule>;

export const absenceDuties: readonly Rule[] = [
  {
    ...absence,
    id: 'I06',
    due: { hours: 2, basis: 'portal' },
    metBy: [{ happening: 'care.absenceReported', where: { to: 'police' } }],
    warnBeforeHours: 1,
    examples: examples.I06,
  },
  {
    ...absence,
    id: 'I06.2',
    metBy: [{ happening: 'care.absenceReported', where: { to: 'committee' } }],
    examples: examples['I06.2'],
  },
  {
    ...absence,
    id: 'I06.3',
    due: { hours: 6, basis: 'portal' },
    metBy: [{ happening: 'care.absenceReported', where: { to: 'parents' } }],
    warnBeforeHours: 2,
    examples: examples['I06.3'],
  },
  {
    ...absence,
    id: 'I06.4',
    metBy: [{ happening: 'care.absenceReported', where: { to: 'portal' } }],
    // Nobody is to be looked for any more.
    cancelledBy: [{ happening: 'care.backInHome' }],
    examples: examples['I06.4'],
  },
  {
    ...absenceInConflict,
    id: 'I06.5',
    due: { hours: 2, basis: 'portal' },
    metBy: [{ happening: 'conflict.absenceReported', where: { to: 'police' } }],
    warnBeforeHours: 1,
    examples: examples['I06.5'],
  },
  {
    ...absenceInConflict,
    id: 'I06.6',
    metBy: [{ happening: 'conflict.absenceReported', where: { to: 'board' } }],
    examples: examples['I06.6'],
  },
  {
    ...absenceInConflict,
    id: 'I06.7',
    due: { hours: 6, basis: 'portal' },
    metBy: [{ happening: 'conflict.absenceReported', where: { to: 'parents' } }],
    warnBeforeHours: 2,
    examples: examples['I06.7'],
  },
];
