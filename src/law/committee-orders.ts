// What the Committee's orders put on others, and what follows a child home: escort, transfer, follow-up. Juvenile Justice (Care and Protection of
// Children) Act 2015 s.40, s.95; JJ Model Rules 2016 r.82; Form 7 Part D. What is marked M must be re-read in the rules.
import type { Day } from '../kernel/time.ts';
import { committeeOrderExamples as examples } from './examples/committee-orders.ts';
import type { On, Rule } from './rule.ts';

const since = (from: string) => ({ from: from as Day, to: null });
const notItsChild: readonly On[] = [
  { happening: 'found.closed', where: { outcome: ['transferred', 'not-a-child'] } },
  { happening: 'care.died' },
];

const onOrder = {
  record: 'found',
  kind: 'statutory',
  actor: 'cwc',
  clock: 'each',
  earlierCounts: false,
  escalation: [
    { to: 'cwc', afterHours: 0 },
    { to: 'dcpu', afterHours: 7 * 24 },
    { to: 'district-magistrate', afterHours: 30 * 24 },
  ],
  told: 'desk',
  stateOverrides: [],
} satisfies Partial<Rule>;

const ofTheCommittee = {
  ...onOrder,
  escalation: [
    { to: 'dcpu', afterHours: 0 },
    { to: 'district-magistrate', afterHours: 7 * 24 },
    { to: 'state-child-protection-society', afterHours: 30 * 24 },
  ],
} satisfies Partial<Rule>;

const FOLLOW_UP = 'JJ Model Rules 2016 r.82, Form 7 Part D [M]';
/** After the child is home. The child before the Committee again ends it: another production, another restoration, another follow-up. */
function followUp(visit: 'first' | 'two-months' | 'six-months') {
  return {
    ...onOrder,
    actor: 'social-worker',
    actorBy: [{ happening: 'inquiry.followUpNamed', where: { who: 'probation-officer' }, actor: 'probation-officer' }],
    startedBy: [{ happening: 'found.restored' }],
    metBy: [{ happening: 'inquiry.followedUp', where: { visit } }],
    cancelledBy: [{ happening: 'found.produced' }, ...notItsChild],
    warnBeforeHours: 7 * 24,
    form: 'Form 7 Part D',
    confidence: 'M',
    inForce: since('2016-09-21'),
  } satisfies Partial<Rule>;
}

export const committeeOrders: readonly Rule[] = [
  {
    ...onOrder,
    id: 'C17',
    actor: 'dcpu',
    actorBy: [
      { happening: 'inquiry.escortOrdered', where: { of: 'police' }, actor: 'special-juvenile-police-unit' },
      { happening: 'inquiry.escortOrdered', where: { of: 'childline' }, actor: 'childline' },
      { happening: 'inquiry.escortOrdered', where: { of: 'organisation' }, actor: 'escort' },
      { happening: 'inquiry.escortOrdered', where: { of: 'dcpu' }, actor: 'dcpu' },
    ],
    startedBy: [{ happening: 'inquiry.escortOrdered' }],
    due: { days: 15, basis: 'source' },
    metBy: [{ happening: 'inquiry.escortArranged' }],
    cancelledBy: [{ happening: 'found.restored' }, ...notItsChild],
    pairedBy: 'order',
    warnBeforeHours: 72,
    form: 'Form 45',
    citation:
      'JJ Model Rules 2016 r.82(4), Form 45: "immediate arrangement … not less than 15 days" of receipt, the form’s own words, read here as within fifteen days; counted here from the order, for when it was received is not written down: never later than the form asks',
    confidence: 'C-f',
    inForce: since('2016-09-21'),
    examples: examples.C17,
  },
  {
    ...ofTheCommittee,
    id: 'C18',
    startedBy: [{ happening: 'inquiry.residenceElsewhere' }],
    clock: 'first',
    due: { days: 30, basis: 'portal' },
    metBy: [{ happening: 'inquiry.transferOrdered' }, { happening: 'found.closed', where: { outcome: 'transferred' } }],
    cancelledBy: [{ happening: 'found.restored' }, { happening: 'found.closed' }, { happening: 'care.died' }],
    warnBeforeHours: 7 * 24,
    citation:
      'JJ Act 2015 s.95: to the Committee of the place of residence after due inquiry, by order in writing; no period found [M]. The national tool for it is the GHAR portal [C-n]',
    confidence: 'M',
    inForce: since('2016-01-15'),
    examples: examples.C18,
  },
  {
    ...ofTheCommittee,
    id: 'C18.2',
    startedBy: [{ happening: 'inquiry.transferOrdered' }],
    due: { days: 7, basis: 'portal' },
    metBy: [{ happening: 'inquiry.recordsSent' }],
    cancelledBy: [{ happening: 'found.closed', where: { outcome: 'not-a-child' } }],
    warnBeforeHours: 48,
    citation: 'JJ Act 2015 s.95: the records travel with the child; no period found [M]',
    confidence: 'M',
    inForce: since('2016-01-15'),
    examples: examples['C18.2'],
  },
  {
    ...followUp('first'),
    id: 'C20',
    due: { days: 15, basis: 'portal' },
    warnBeforeHours: 72,
    citation: `${FOLLOW_UP}: the first interaction after restoration is reported; no period found`,
    examples: examples.C20,
  },
  {
    ...followUp('two-months'),
    id: 'C20.2',
    due: { months: 2, basis: 'source' },
    metFromMonths: 1,
    citation: `${FOLLOW_UP}: follow-up two months after restoration, reported; from which day a visit is this one no text says, the portal takes one month`,
    examples: examples['C20.2'],
  },
  {
    ...followUp('six-months'),
    id: 'C20.6',
    due: { months: 6, basis: 'source' },
    metFromMonths: 4,
    citation: `${FOLLOW_UP}: follow-up six months after restoration, reported; from which day a visit is this one no text says, the portal takes four months`,
    examples: examples['C20.6'],
  },
];
