// What a list would make: its rows gathered to FIRs, each FIR read by the contract's own reader, what is wrong told at its cell, what is here already marked. Pure.
import type { Instant } from '../../../kernel/time.ts';
import { type Flaw, type MessageOf, type Reason, paperKey, readTree } from '../messages/index.ts';
import { type Field, fields, firFields } from './fields.ts';
import { type CellWrong, type Known, type RowRead, type Wrong, readRow } from './row.ts';
import type { SheetRow } from './sheet.ts';

/** `withheld`: nothing is wrong with the row, but with another of its FIR. `differs`: it tells the FIR otherwise than the row above. */
export type Why = CellWrong | Reason | 'withheld' | 'differs' | 'repeated';
/** `typed`: the station wrote it here by hand; the list is compared with it, and opens nothing. */
export type Here = 'typed' | 'list' | 'police';
export type Outcome = 'new' | 'typed' | 'here' | 'refused';

export type PlannedRow = { row: SheetRow; outcome: Outcome; key: string | null; here: Here | null; wrongs: Wrong<Why>[] };
export type PlannedFir = { key: string; message: MessageOf<'FIR.registered'>; here: Here | null };
export type Plan = { rows: PlannedRow[]; firs: PlannedFir[] };

type Draft = { row: SheetRow; read: RowRead | null; key: string | null; wrongs: Wrong<Why>[] };

export function keyOf({ station, kind, year, number }: RowRead['fir']): string {
  return paperKey({ kind, state: station.stateCode, district: station.districtCode, station: station.code, year, number });
}

const fieldOfPath: readonly [RegExp, Field][] = [
  [/^\/paper\/(?:station|district|state)|^\/node/, 'station'],
  [/^\/paper\/year/, 'year'],
  [/^\/paper|^\/rawNumber/, 'number'],
  [/^\/body\/registeredAt|^\/eventAt|^\/sentAt/, 'registeredOn'],
  [/^\/body\/informationReceivedAt/, 'receivedOn'],
  [/^\/body\/actsAndSections/, 'sections'],
  [/^\/body\/informant\/relation/, 'relation'],
  [/^\/body\/informant\/telephone/, 'telephone'],
  [/^\/body\/informant\/address/, 'address'],
  [/^\/body\/informant/, 'informant'],
  [/^\/body\/lastSeen\/place/, 'lastSeenPlace'],
  [/^\/body\/lastSeen\/district/, 'lastSeenDistrict'],
  [/^\/body\/lastSeen/, 'lastSeenOn'],
  [/\/sex$/, 'sex'],
  [/\/(?:ageFrom|ageTo)$/, 'age'],
  [/\/birthDate$/, 'birthDate'],
  [/\/fatherNames/, 'father'],
  [/\/motherNames/, 'mother'],
  [/\/height(?:From|To)$/, 'height'],
  [/\/clothing$/, 'clothing'],
  [/\/marks/, 'marks'],
  [/\/circumstance$/, 'circumstance'],
  [/\/details$/, 'details'],
  [/\/names/, 'childName'],
];

function blame(flaw: Flaw, rows: readonly Draft[]): void {
  const field = fieldOfPath.find(([path]) => path.test(flaw.path))?.[1] ?? 'number';
  const child = /^\/body\/children\/(\d+)/.exec(flaw.path)?.[1];
  const { wrongs } = rows[child ? Number(child) : 0]!;
  if (!wrongs.some((one) => one.field === field && one.why === flaw.reason)) wrongs.push({ field, why: flaw.reason });
}

/** Cells that say something else of the FIR than its first row. */
function blameDiffering([first, ...others]: readonly Draft[]): void {
  for (const one of others)
    for (const field of firFields)
      if (field !== 'number' && one.row[field] !== '' && one.row[field] !== first!.row[field]) one.wrongs.push({ field, why: 'differs' });
}

function messageOf(key: string, rows: readonly Draft[], { now, newId }: { now: Instant; newId: () => string }): PlannedFir | null {
  const { fir } = rows[0]!.read!;
  const { station, kind, year, number, rawNumber, body } = fir;
  const reading = readTree({
    messageId: newId(),
    type: 'FIR.registered',
    version: 1,
    node: `list-${station.stateCode}`,
    sentAt: now,
    eventAt: body['registeredAt'],
    paper: { kind, state: station.stateCode, district: station.districtCode, station: station.code, year, number },
    rawNumber,
    sequence: 1,
    body: { ...body, children: rows.map(({ read }, at) => ({ childNumber: at + 1, ...read!.child })) },
  });
  if (reading.valid) return { key, message: reading.message as PlannedFir['message'], here: null };
  for (const flaw of reading.flaws) blame(flaw, rows);
  return null;
}

const textOf = (row: SheetRow): string => JSON.stringify(fields.map((field) => row[field]));

/** A row that stands in the list twice counts once. */
function draftsOf(rows: readonly SheetRow[], known: Known): Draft[] {
  const seen = new Set<string>();
  return rows.map((row) => {
    const text = textOf(row);
    if (seen.has(text)) return { row, read: null, key: null, wrongs: [{ field: 'number', why: 'repeated' }] };
    seen.add(text);
    const { read, wrongs } = readRow(row, known);
    return { row, read, key: read && keyOf(read.fir), wrongs };
  });
}

/** The FIR a refused row is of, as far as it can be told: the good rows of it wait too, else the child of the refused row could not come later. */
const likelyFir = ({ row }: Draft): string => [row.station, row.paperKind, row.number, row.year || row.registeredOn].join('|');

export function planList(rows: readonly SheetRow[], known: Known, here: ReadonlyMap<string, Here>, newId: () => string): Plan {
  const drafts = draftsOf(rows, known);
  const firs: PlannedFir[] = [];
  const ofRefused = new Set(drafts.filter(({ key, wrongs }) => key === null && wrongs.every(({ why }) => why !== 'repeated')).map(likelyFir)); // prettier-ignore
  const withKey = Map.groupBy(drafts.filter(({ key }) => key !== null), ({ key }) => key!); // prettier-ignore
  for (const [key, ofFir] of withKey) {
    if (here.has(key) && here.get(key) !== 'typed') continue;
    blameDiffering(ofFir);
    const fir = ofFir.some(({ wrongs }) => wrongs.length > 0) ? null : messageOf(key, ofFir, { now: known.now, newId });
    const isWhole = fir !== null && !ofFir.some((one) => ofRefused.has(likelyFir(one)));
    if (isWhole) firs.push({ ...fir, here: here.get(key) ?? null });
    else for (const one of ofFir) if (one.wrongs.length === 0) one.wrongs.push({ field: 'number', why: 'withheld' });
  }
  return { rows: drafts.map((draft) => outcomeOf(draft, here)), firs };
}

function outcomeOf({ row, key, wrongs }: Draft, here: ReadonlyMap<string, Here>): PlannedRow {
  const known = key === null ? null : (here.get(key) ?? null);
  const outcome = known && known !== 'typed' ? 'here' : wrongs.length > 0 ? 'refused' : known ? 'typed' : 'new';
  return {
    row,
    outcome,
    key,
    here: known,
    wrongs: outcome === 'here' ? [] : wrongs.toSorted((one, other) => fields.indexOf(one.field) - fields.indexOf(other.field)),
  };
}

/** The keys a list asks about, before it is known which are here. */
export function keysIn(rows: readonly SheetRow[], known: Known): RowRead['fir'][] {
  return rows.flatMap((row) => readRow(row, known).read?.fir ?? []);
}
