// The demo nation's missing reports and found children as two spreadsheets, as offices of different States would keep them, with the truth.
import { type Day, daysBetween } from '../../src/kernel/time.ts';
import type { Description } from '../../src/modules/children/description.ts';
import { generateChildren } from '../../seed/children.ts';
import type { NoiseLevel } from '../../seed/names/noise.ts';
import type { Linkage } from './english-people.ts';

export const missingColumns = [
  'report_no',
  'child_name',
  'father_name',
  'mother_name',
  'gender',
  'age',
  'age_on',
  'home_place',
  'languages',
  'marks',
];
export const foundColumns = [
  'register_no',
  'name of child',
  'father',
  'mother',
  'sex',
  'approx age',
  'age as on',
  'home told',
  'languages',
  'marks',
];

const named = (description: Description, bearer: string): string =>
  description.names
    .filter((name) => name.bearer === bearer)
    .map(({ text }) => text)
    .join(' alias ');

function ageOf(description: Description, on: Day): string {
  if (description.birthDate) return String(Math.max(0, Math.floor(daysBetween(description.birthDate, on) / 365.25)));
  const age = description.age as { low?: number; high?: number; lowMonths?: number; highMonths?: number } | null;
  if (!age) return '';
  const [low, high] = [age.lowMonths ?? 0, age.highMonths ?? 0];
  return String(Math.round((low + high) / 24));
}

function rowOf(id: string, description: Description, on: Day): string[] {
  const marks = description.marks.map(({ kind, site, side }) => [kind, site ?? '', side ?? ''].join(' ')).join(' ');
  return [
    id,
    named(description, 'child'),
    named(description, 'father'),
    named(description, 'mother'),
    description.sex ?? '',
    ageOf(description, on),
    on,
    description.homeWords[0] ?? '',
    description.languages.join(' '),
    marks,
  ];
}

/** Registers of about `children` children; only some are in both. `noise`: how badly found children are described; else mixed. */
export function indianRegisters(seed: string, children: number, noise?: NoiseLevel): Linkage {
  const linkage: Linkage = { left: [], right: [], truth: new Set() };
  for (const story of generateChildren({ seed, count: children, today: '2026-11-24' as Day, noise })) {
    const { missing, found } = story;
    if (missing) linkage.left.push(rowOf(`m${missing.number}`, missing.description, missing.lastSeenAt.slice(0, 10) as Day));
    if (found) linkage.right.push(rowOf(`f${found.number}`, found.description, found.foundAt.slice(0, 10) as Day));
    if (missing && found) linkage.truth.add(`m${missing.number}\tf${found.number}`);
  }
  return linkage;
}
