// One row of a list → the FIR and the child it tells, or what is wrong with it, cell by cell. Pure.
import type { Day, Instant } from '../../../kernel/time.ts';
import type { District } from '../../places/index.ts';
import type { Office } from '../../officers/index.ts';
import { circumstances } from '../messages/codes.ts';
import { canonicalNumber } from '../messages/index.ts';
import {
  momentOf,
  readAge,
  readCode,
  readDayAndTime,
  readHeight,
  readSections,
  readSex,
  readTelephone,
  readTime,
  readWhole,
} from './cells.ts';
import type { Field } from './fields.ts';
import type { SheetRow } from './sheet.ts';

export const cellWrongs = [
  'empty',
  'badDay',
  'badTime',
  'badAge',
  'badSections',
  'badTelephone',
  'badHeight',
  'badNumber',
  'unknownWord',
  'noStation',
  'manyStations',
  'notYourStation',
  'noDistrict',
  'manyDistricts',
  'future',
] as const;
export type CellWrong = (typeof cellWrongs)[number];
export type Wrong<Why extends string = string> = { field: Field; why: Why };

/** `stations`: those the officer speaks for, with the codes of their places. `own`: where there is but one, it need not be named. */
export type Known = {
  stations: readonly (Office & { districtCode: string; stateCode: string })[];
  own: boolean;
  districts: readonly District[];
  now: Instant;
};

export type FirRead = {
  station: Known['stations'][number];
  kind: string;
  year: number;
  number: string;
  rawNumber: string;
  body: Record<string, unknown>;
};
export type RowRead = { fir: FirRead; child: Record<string, unknown> };

export const bare = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/\b(?:police station|p\.?s\.?|district|thana)\b|थाना|ज़िला|जिला|जनपद/gu, ' ')
    .replaceAll(/[.,\s-]+/g, ' ')
    .trim();

type Note = (field: Field, why: CellWrong) => undefined;

function stationOf(row: SheetRow, { stations, own }: Known, note: Note): Known['stations'][number] | undefined {
  if (row.station === '') return own ? stations[0] : note('station', 'empty');
  const named = stations.filter(({ code, name }) => code === row.station.trim() || bare(name) === bare(row.station));
  if (named.length > 1) return note('station', 'manyStations');
  return named[0] ?? note('station', own ? 'notYourStation' : 'noStation');
}

function districtOf(row: SheetRow, station: Known['stations'][number], { districts }: Known, note: Note): string | undefined {
  const text = row.lastSeenDistrict.trim();
  if (text === '') return station.districtCode;
  const named = districts.filter(({ code, name, nativeName }) => code === text || [name, nativeName].some((one) => one && bare(one) === bare(text)));
  const near = named.filter(({ stateCode }) => stateCode === station.stateCode);
  if (named.length === 1 || near.length === 1) return (near[0] ?? named[0])!.code;
  return note('lastSeenDistrict', named.length === 0 ? 'noDistrict' : 'manyDistricts');
} // prettier-ignore

type When = { day: Day; time: string | null };

function whenOf(row: SheetRow, dayField: Field, timeField: Field | null, note: Note): When | undefined {
  if (row[dayField] === '') return undefined;
  const read = readDayAndTime(row[dayField]);
  if (!read) return note(dayField, 'badDay');
  const typed = timeField ? row[timeField] : '';
  const time = typed === '' ? read.time : readTime(typed);
  return typed !== '' && time === null ? note(timeField!, 'badTime') : { day: read.day, time };
}

function momentIn(when: When | undefined, field: Field, now: Instant, note: Note): Instant | undefined {
  if (!when) return undefined;
  const at = momentOf(when.day, when.time, now);
  return at > now ? note(field, 'future') : at;
}

const told = (entries: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined && value !== ''));

function firOf(row: SheetRow, known: Known, note: Note): FirRead | undefined {
  const station = stationOf(row, known, note);
  const kind = row.paperKind === '' ? 'fir' : (readCode(row.paperKind, ['fir', 'zero-fir', 'general-diary'], (code) => `fir-lists.paperKind.${code}`) ?? note('paperKind', 'unknownWord')); // prettier-ignore
  const registered = whenOf(row, 'registeredOn', 'registeredTime', note);
  if (row.registeredOn === '') note('registeredOn', 'empty');
  const registeredAt = momentIn(registered, 'registeredOn', known.now, note);
  const received = whenOf(row, 'receivedOn', null, note);
  const receivedAt = momentIn(received, 'receivedOn', known.now, note) ?? registeredAt;
  const year = row.year === '' ? registered && Number(registered.day.slice(0, 4)) : (readWhole(row.year) ?? note('year', 'badNumber'));
  if (row.number === '') note('number', 'empty');
  const charges = row.sections === '' ? note('sections', 'empty') : (readSections(row.sections) ?? note('sections', 'badSections'));
  const telephone = row.telephone === '' ? undefined : (readTelephone(row.telephone) ?? note('telephone', 'badTelephone'));
  const seen = whenOf(row, 'lastSeenOn', 'lastSeenTime', note);
  const seenAt = momentIn(seen, 'lastSeenOn', known.now, note);
  if (row.lastSeenPlace === '') note('lastSeenPlace', 'empty');
  const district = station && districtOf(row, station, known, note);
  if (!station || !kind || !registered || !registeredAt || !receivedAt || !year || !charges || !district) return undefined;
  // Where only days are known, the information did not come after the FIR it led to.
  const informed = received?.time === null && received.day === registered.day && receivedAt > registeredAt ? registeredAt : receivedAt;
  const informant = told({ name: row.informant, relation: row.relation, telephone, address: row.address });
  return {
    station,
    kind,
    year,
    number: canonicalNumber(row.number, year),
    rawNumber: row.number,
    body: told({
      informationReceivedAt: informed,
      registeredAt,
      actsAndSections: charges,
      informant: Object.keys(informant).length > 0 ? informant : undefined,
      lastSeen: told({
        ...(seen && seenAt ? (seen.time ? { at: seenAt } : { onlyDay: seen.day }) : {}),
        place: row.lastSeenPlace,
        district,
      }),
    }),
  };
}

function childOf(row: SheetRow, note: Note): Record<string, unknown> {
  const names = (text: string) => (text === '' ? undefined : text.split(/\s+(?:alias|urf|उर्फ)\s+|@/iu).map((name, at) => told({ text: name.trim(), alias: at > 0 || undefined }))); // prettier-ignore
  const birth = row.birthDate === '' ? undefined : (readDayAndTime(row.birthDate)?.day ?? note('birthDate', 'badDay'));
  const age = row.age === '' || birth ? undefined : (readAge(row.age) ?? note('age', 'badAge'));
  const height = row.height === '' ? undefined : (readHeight(row.height) ?? note('height', 'badHeight'));
  const circumstance = row.circumstance === '' ? 'unknown' : (readCode(row.circumstance, Object.keys(circumstances.codes), (code) => `fir-lists.circumstance.${code}`) ?? note('circumstance', 'unknownWord')); // prettier-ignore
  return told({
    names: names(row.childName),
    fatherNames: names(row.father),
    motherNames: names(row.mother),
    sex: row.sex === '' ? 'unknown' : (readSex(row.sex) ?? note('sex', 'unknownWord')),
    birthDate: birth,
    ...age,
    ...height,
    marks: row.marks === '' ? undefined : row.marks.split(/[;\n]/).map((words) => ({ kind: 'other', words: words.trim() })).filter(({ words }) => words !== ''), // prettier-ignore
    clothing: row.clothing,
    circumstance,
    details: row.details,
  });
}

export function readRow(row: SheetRow, known: Known): { read: RowRead | null; wrongs: Wrong<CellWrong>[] } {
  const wrongs: Wrong<CellWrong>[] = [];
  const note: Note = (field, why) => void wrongs.push({ field, why });
  const fir = firOf(row, known, note);
  const child = childOf(row, note);
  return { read: fir && wrongs.length === 0 ? { fir, child } : null, wrongs };
}
