// The bodies of messages, filled with what a station knows of an invented case. What is not known is left out.
import { details, lastSeenPlaces, lastSeenWith } from '../../seed/children/words.ts';
import type { Random } from '../../seed/random.ts';
import type { Json, PaperOf } from '../message.ts';
import type { Child, NameSaid } from './child.ts';

export type Body = { [name: string]: Json };
export type Place = { state: string; district: string; station: string };

const minute = 60_000;
export const before = (at: Date, minutes: number): Date => new Date(at.getTime() - minutes * minute);
export const text = (at: Date): string => at.toISOString();

const FIRST_OF_THE_SANHITAS = new Date('2024-06-30T18:30:00Z');
const circumstances = [
  'ran-away',
  'lost',
  'abducted',
  'trafficking-suspected',
  'left-for-work',
  'family-dispute',
  'school-stress',
  'unknown',
] as const;
export type Circumstance = (typeof circumstances)[number];
export const drawCircumstance = (random: Random): Circumstance => random.pick(circumstances);

/** Without the fields that are not known. */
function known(fields: Record<string, Json | null | undefined>): Body {
  return Object.fromEntries(Object.entries(fields).filter((entry): entry is [string, Json] => entry[1] !== null && entry[1] !== undefined));
}

const nameOf = ({ text, script }: NameSaid, alias = false): Json => ({ text, script, ...(alias ? { alias } : {}) });
const listed = (...names: (Json | null)[]): Json[] | null => {
  const there = names.filter((name) => name !== null);
  return there.length > 0 ? there : null;
};

/** `codes`: languages the contract has a code for. */
export function childBody(child: Child, childNumber: number, languages: ReadonlySet<string>): Body {
  const spoken = child.languages.filter((language) => languages.has(language));
  return known({
    childNumber,
    names: listed(child.name && nameOf(child.name), child.alias && nameOf(child.alias, true)),
    fatherNames: listed(child.father && nameOf(child.father)),
    motherNames: listed(child.mother && nameOf(child.mother)),
    sex: child.sex,
    ...(child.born ? { birthDate: child.born } : { ageFrom: child.ageYears, ageTo: child.ageYears, ageBasis: 'told' }),
    heightFrom: child.height?.low,
    heightTo: child.height?.high,
    build: child.build,
    complexion: child.complexion,
    languages: spoken.length > 0 ? spoken : null,
    marks: child.marks.length > 0 ? child.marks.map((mark) => ({ ...mark })) : null,
    clothing: child.clothing,
    disability: child.disability,
  });
}

export function missingBody(child: Child, childNumber: number, circumstance: Circumstance, languages: ReadonlySet<string>): Body {
  return { ...childBody(child, childNumber, languages), circumstance, details: details[circumstance] };
}

/** The Act in force on the day: the Penal Code before 1 July 2024, the Nyaya Sanhita since. */
function chargesOf(circumstance: Circumstance, on: Date): Body[] {
  const old = on < FIRST_OF_THE_SANHITAS;
  const charges = [old ? { act: 'IPC', section: '363' } : { act: 'BNS', section: '137(2)' }];
  if (circumstance === 'trafficking-suspected') charges.push(old ? { act: 'IPC', section: '370' } : { act: 'BNS', section: '143' });
  return charges;
}

export type Told = { registeredAt: Date; seenAt: Date; place: Place; children: Child[]; circumstance: Circumstance; family: number };

export function firBody(random: Random, told: Told, languages: ReadonlySet<string>, transferredFrom: PaperOf | null): Body {
  const { registeredAt, seenAt, place, children, circumstance } = told;
  return known({
    informationReceivedAt: text(before(registeredAt, random.integer(5, 40))),
    registeredAt: text(registeredAt),
    occurredFrom: text(seenAt),
    occurredTo: text(before(registeredAt, 45)),
    informationType: random.pick(['oral', 'written']),
    source: random.pick(['walk-in', 'walk-in', 'telephone', 'childline', 'railway']),
    actsAndSections: chargesOf(circumstance, seenAt),
    informant: known({
      name: children[0]!.informant.text,
      relation: random.pick(['mother', 'father']),
      telephone: `+91055550${String(told.family % 10_000).padStart(4, '0')}`,
    }),
    accused: circumstance === 'abducted' ? 'suspected' : 'unknown',
    lastSeen: known({
      at: text(seenAt),
      place: random.pick(lastSeenPlaces),
      district: place.district,
      with: random.chance(0.4) ? random.pick(lastSeenWith) : null,
    }),
    transferredFrom: transferredFrom && { ...transferredFrom },
    children: children.map((child, at) => missingBody(child, at + 1, circumstance, languages)),
  });
}
