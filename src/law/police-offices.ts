// What the law asks of police and government as offices, not of one child's case: posts that must be filled, units that must work. JJ Act 2015
// s.107; Supreme Court, Guria (14-10-2025, 9-12-2025) and G Ganesh (22-5-2026), both known from press reports only.
import type { Day } from '../kernel/time.ts';
import { policeOfficeExamples as examples } from './examples/police-offices.ts';
import type { On, Rule } from './rule.ts';

const GURIA = 'Guria Swayam Sevi Sansthan v Union of India, Supreme Court';
const since = (from: string) => ({ from: from as Day, to: null });

const ofAnOffice = {
  record: 'office',
  waitsFor: 'journals-of-government',
  clock: 'each',
  earlierCounts: false,
  cancelledBy: [],
  told: 'desk',
  stateOverrides: [],
} satisfies Partial<Rule>;

/** A post the law wants filled at all times: the duty begins with the vacancy. */
function postFilled(post: string): Pick<Rule, 'startedBy' | 'metBy' | 'pairedBy' | 'warnBeforeHours'> {
  const where = { post };
  const vacant: On = { happening: 'office.postVacant', where };
  return { startedBy: [vacant], metBy: [{ happening: 'office.postFilled', where }], pairedBy: 'post', warnBeforeHours: 0 };
}

/** Administrative. */
const inPolice: Rule['escalation'] = [
  { to: 'superintendent-of-police', afterHours: 0 },
  { to: 'director-general-of-police', afterHours: 7 * 24 },
  { to: 'state-government', afterHours: 30 * 24 },
];
/** Administrative; the court hears of it by the returns it asks for. */
const inGovernment: Rule['escalation'] = [
  { to: 'ministry-of-women-and-child-development', afterHours: 0 },
  { to: 'ministry-of-home-affairs', afterHours: 7 * 24 },
];

export const policeOffices: readonly Rule[] = [
  {
    ...ofAnOffice,
    id: 'M14',
    kind: 'court',
    actor: 'state-government',
    startedBy: [{ happening: 'office.directionGiven', where: { direction: 'anti-trafficking-units' } }],
    due: { days: 28, basis: 'source' },
    metBy: [{ happening: 'office.directionKept', where: { direction: 'anti-trafficking-units' } }],
    pairedBy: 'reference',
    warnBeforeHours: 7 * 24,
    escalation: [{ to: 'ministry-of-home-affairs', afterHours: 0 }],
    citation:
      'G Ganesh v State of Tamil Nadu, Supreme Court, 22-5-2026 (press reports; order text not seen): all anti-trafficking units fully functional in four weeks, that is by 19-6-2026',
    confidence: 'C-n',
    inForce: since('2026-05-22'),
    examples: examples.M14,
  },
  {
    ...ofAnOffice,
    ...postFilled('child-welfare-police-officer'),
    id: 'M17',
    kind: 'statutory',
    actor: 'station-in-charge',
    due: { atOnce: true, graceMinutes: 24 * 60 },
    escalation: inPolice,
    citation: 'JJ Act 2015 s.107(1): at least one child welfare police officer in every police station [C-n, The Hindu 27-10-2016]',
    confidence: 'C-n',
    inForce: since('2016-01-15'),
    examples: examples.M17,
  },
  {
    ...ofAnOffice,
    ...postFilled('juvenile-police-head'),
    id: 'M17.2',
    kind: 'statutory',
    actor: 'superintendent-of-police',
    due: { atOnce: true, graceMinutes: 24 * 60 },
    escalation: inPolice.slice(1),
    citation:
      'JJ Act 2015 s.107: a special juvenile police unit in each district and city, headed by a deputy superintendent or above [M; the State return of the units confirms the rank, C]',
    confidence: 'M',
    inForce: since('2016-01-15'),
    examples: examples['M17.2'],
  },
  {
    ...ofAnOffice,
    ...postFilled('state-nodal-officer'),
    id: 'M18',
    kind: 'court',
    actor: 'state-government',
    due: { atOnce: true, graceMinutes: 0 },
    escalation: inGovernment,
    citation: `${GURIA}, 14-10-2025 (press reports): a nodal officer of every State and Union Territory, named and published, kept current; a vacancy is a breach from the first day. That all have appointed one: Lok Sabha, Starred Question 313, 13-3-2026 [C]`,
    confidence: 'C-n',
    inForce: since('2025-10-14'),
    examples: examples.M18,
  },
  {
    ...ofAnOffice,
    ...postFilled('district-nodal-officer'),
    id: 'M18.2',
    kind: 'court',
    actor: 'state-government',
    due: { atOnce: true, graceMinutes: 0 },
    escalation: [
      { to: 'state-nodal-officer', afterHours: 0 },
      ...inGovernment.map(({ to, afterHours }) => ({ to, afterHours: afterHours + 72 })),
    ],
    citation: `${GURIA}, 9-12-2025 (press reports): a nodal officer in every district, named and published, kept current`,
    confidence: 'C-n',
    inForce: since('2025-12-09'),
    examples: examples['M18.2'],
  },
  {
    ...ofAnOffice,
    id: 'M19',
    kind: 'court',
    actor: 'ministry-of-home-affairs',
    startedBy: [{ happening: 'office.directionGiven', where: { direction: 'national-nodal-officer' } }],
    due: { days: 14, basis: 'source' },
    metBy: [{ happening: 'office.postFilled', where: { post: 'national-nodal-officer' } }],
    warnBeforeHours: 72,
    escalation: [{ to: 'ministry-of-women-and-child-development', afterHours: 0 }],
    citation: `${GURIA}, 9-12-2025 (press reports): the Ministry of Home Affairs appoints a dedicated nodal officer within two weeks`,
    confidence: 'C-n',
    inForce: since('2025-12-09'),
    examples: examples.M19,
  },
  {
    ...ofAnOffice,
    ...postFilled('national-nodal-officer'),
    id: 'M19.2',
    kind: 'court',
    actor: 'ministry-of-home-affairs',
    due: { atOnce: true, graceMinutes: 0 },
    escalation: [{ to: 'ministry-of-women-and-child-development', afterHours: 0 }],
    citation: `${GURIA}, 9-12-2025 (press reports): a standing duty, so it begins again with every vacancy`,
    confidence: 'C-n',
    inForce: since('2025-12-09'),
    examples: examples['M19.2'],
  },
];
