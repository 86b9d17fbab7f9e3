// A child without parents, before the Committee: declared legally free for adoption or not. Juvenile Justice (Care and Protection of Children) Act 2015
// s.35, s.36(2) proviso, s.38; Adoption Regulations 2022 (gazetted 23-9-2022).
import type { Day } from '../kernel/time.ts';
import { committeeAdoptionExamples as examples } from './examples/committee-adoption.ts';
import type { On, Rule } from './rule.ts';

const twoOrUnder: On = { happening: 'inquiry.takenAsWithoutParents', where: { age: 'two-or-under' } };
const overTwo: On = { happening: 'inquiry.takenAsWithoutParents', where: { age: 'over-two' } };

/** Counted from the production, whenever the Committee came to see that nobody is there. The age on that day decides; no birthday changes it. */
const withoutParents = {
  record: 'found',
  kind: 'statutory',
  actor: 'cwc',
  startedBy: [{ happening: 'found.produced' }],
  onlyIf: [{ happening: 'inquiry.takenAsWithoutParents' }],
  clock: 'first',
  earlierCounts: false,
  cancelledBy: [
    { happening: 'inquiry.familyCameForward' },
    { happening: 'found.restored' },
    { happening: 'care.died' },
    { happening: 'inquiry.transferOrdered' },
    { happening: 'found.closed', where: { outcome: ['restored', 'transferred', 'not-a-child'] } },
  ],
  // Whoever came forward was not the family.
  revivedBy: [{ happening: 'inquiry.takenAsWithoutParents' }, { happening: 'inquiry.transferRefused' }],
  escalation: [
    { to: 'state-adoption-agency', afterHours: 0 },
    { to: 'district-magistrate', afterHours: 7 * 24 },
    { to: 'central-adoption-authority', afterHours: 14 * 24 },
  ],
  told: 'desk',
  stateOverrides: [],
} satisfies Partial<Rule>;

export const committeeAdoption: readonly Rule[] = [
  {
    ...withoutParents,
    id: 'C05',
    due: { months: 4, basis: 'source' },
    dueBy: [
      { ...twoOrUnder, due: { months: 2, basis: 'source' } },
      { ...overTwo, due: { months: 4, basis: 'source' } },
    ],
    metBy: [{ happening: 'inquiry.declaredLegallyFree' }],
    warnBeforeHours: 14 * 24,
    citation:
      'JJ Act 2015 s.38(1): two months for a child of two or under, four months above [C]; for a surrendered child by the proviso to s.36(2) [M]',
    confidence: 'C',
    inForce: { from: '2016-01-15' as Day, to: null },
    examples: examples.C05,
  },
  {
    ...withoutParents,
    id: 'C06',
    due: { months: 4, andDays: 3, basis: 'source' },
    dueBy: [
      { ...twoOrUnder, due: { months: 2, andDays: 3, basis: 'source' } },
      { ...overTwo, due: { months: 4, andDays: 3, basis: 'source' } },
    ],
    metBy: [{ happening: 'inquiry.certificateGiven' }],
    warnBeforeHours: 72,
    form: 'Form 25',
    citation:
      'Adoption Regulations 2022: certificate within three days of the end of the two or four months [C-n, Times of India]; the agencies of State and Centre ask for it',
    confidence: 'C-n',
    inForce: { from: '2022-09-23' as Day, to: null },
    examples: examples.C06,
  },
];
