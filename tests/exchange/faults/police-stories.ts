// What the police of a nation tell in a while: FIRs of invented children and what follows in each, in the mix of a State's node. The same for the same chance.
import { type Instant, addMinutes } from '../../../src/kernel/time.ts';
import type { Paper, PaperMessage } from '../../../src/modules/fir-exchange/messages/index.ts';

export type Station = { code: string; districtCode: string; stateCode: string };
export type Chance = () => number;

const names = ['Asha', 'Ravi', 'Puja', 'Imran', 'Lakshmi', 'Suraj', 'Meena', 'Salma', 'Gopal', 'Kiran', 'Anwar', 'Sita', 'Bablu', 'Rekha'];
const fathers = ['Ramesh Das', 'Mohan Lal', 'Abdul Karim', 'Suresh Yadav', 'Biju Nair', 'Hari Prasad', 'Deepak Roy', 'Salim Sheikh'];
const clothes = ['blue shirt', 'yellow frock', 'school uniform', 'green kurta', 'red sweater'];
/** Of a hundred papers so many are told once more, traced, closed, handed over: then sixty of a hundred messages are FIRs. */
const follows = { updated: 0.37, traced: 0.15, closed: 0.08, transferred: 0.07 };
const TWO_CHILDREN = 0.1;

export const pick = <T>(chance: Chance, list: readonly T[]): T => list[Math.floor(chance() * list.length)]!;

/** A UUID made of chance alone, so that a set of messages is the same each time it is made. */
export function idOf(chance: Chance): string {
  const digits = Array.from({ length: 32 }, () => Math.floor(chance() * 16).toString(16));
  [digits[12], digits[16]] = ['7', '8'];
  return digits.join('').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

export const nodeOf = (state: string): string => `police-${state}`;

function childOf(chance: Chance, childNumber: number) {
  return {
    childNumber,
    names: [{ text: pick(chance, names) }],
    fatherNames: [{ text: pick(chance, fathers) }],
    sex: chance() < 0.6 ? 'female' : 'male',
    ageFrom: 5 + Math.floor(chance() * 12),
    clothing: pick(chance, clothes),
    homeAddress: `Ward ${Math.floor(chance() * 30)}`,
    languages: ['hi'],
    marks: [{ kind: 'mole', site: pick(chance, ['cheek', 'neck']) }],
    circumstance: 'lost',
    details: 'Went to the market and did not come back.',
  };
}

/** One paper: its FIR, and what follows. `told`: when the station was told. */
function storyOf(chance: Chance, paper: Paper, told: Instant): PaperMessage[] {
  const story: unknown[] = [];
  const add = (type: string, body: unknown): void => {
    const sequence = story.length + 1;
    story.push({
      messageId: idOf(chance),
      type,
      version: 1,
      node: nodeOf(paper.state),
      sentAt: addMinutes(told, 20 + sequence),
      eventAt: addMinutes(told, 10 + sequence),
      paper,
      rawNumber: `${paper.state}-${paper.number}`,
      sequence,
      body,
    });
  };
  const children = chance() < TWO_CHILDREN ? [childOf(chance, 1), childOf(chance, 2)] : [childOf(chance, 1)];
  const [first] = children;
  add('FIR.registered', {
    informationReceivedAt: told,
    registeredAt: addMinutes(told, 10),
    actsAndSections: [{ act: 'BNS', section: '137(2)' }],
    informant: {
      name: pick(chance, fathers),
      relation: 'father',
      telephone: `+9198${paper.number.padStart(8, '0')}`,
      address: 'Station Road',
    },
    lastSeen: { at: addMinutes(told, -60), place: 'Market', district: paper.district },
    children,
  });
  if (chance() < follows.updated)
    add('MissingPerson.updated', { child: { ...first, clothing: 'red shirt', heightFrom: 118, heightTo: 124 } });
  if (chance() < follows.traced) add('MissingPerson.traced', { childNumber: 1, tracedAt: addMinutes(told, 11), condition: 'alive' });
  if (chance() < follows.closed) add('Case.closed', { closedAt: addMinutes(told, 12), outcome: 'recovered' });
  if (chance() < follows.transferred) add('Case.transferredToAHTU', { transferredAt: addMinutes(told, 12), reason: 'four-months' });
  return story as PaperMessage[];
}

/** So many papers, each of a station drawn by chance; numbered from `from` on. */
export function policeStories(
  chance: Chance,
  { stations, papers, now, from = 90_000 }: { stations: readonly Station[]; papers: number; now: Instant; from?: number },
): PaperMessage[][] {
  return Array.from({ length: papers }, (_, at) => {
    const { code, districtCode, stateCode } = pick(chance, stations);
    const paper: Paper = {
      kind: 'fir',
      state: stateCode as Paper['state'],
      district: districtCode,
      station: code,
      year: Number(now.slice(0, 4)),
      number: String(from + at),
    };
    return storyOf(chance, paper, addMinutes(now, -300 + Math.floor(chance() * 200)));
  });
}
