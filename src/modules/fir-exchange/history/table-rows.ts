// The rows of one FIR in a table of the past → the messages the police's system would have sent of it, or what is wrong with each row. Pure.
import { type Instant, dayOf, instantFrom, isDay } from '../../../kernel/time.ts';
import { momentOf, readDayAndTime, readSections, readTelephone } from '../lists/cells.ts';
import { type Message, canonicalJson, readTree } from '../messages/index.ts';
import { sha256 } from '../trust/digest.ts';
import type { Node } from '../trust/node.ts';
import type { Column } from './table-columns.ts';

/** `line`: of the file, where the row ends. */
export type Row = { line: number; cells: Partial<Record<Column, string>> };
export type Wrong = { line: number; reason: string; path: string };
export type OfFir = { messages: { line: number; message: Message }[]; wrongs: Wrong[] };

type Note = (column: Column, reason: string) => undefined;
type When = { at: Instant; day: string; timed: boolean };

const zoned =
  /^20[0-2]\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,3})?)?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/;

/** `2021-03-04`, `04-03-2021 10:20`, or with its zone. The day alone is reckoned with its noon, as on lists. */
function when(text: string | undefined, column: Column, now: Instant, note: Note): When | undefined {
  if (!text) return undefined;
  if (zoned.test(text) && isDay(text.slice(0, 10))) {
    const at = instantFrom(text);
    return { at, day: dayOf(at), timed: true };
  }
  const read = readDayAndTime(text);
  if (!read) return note(column, 'not-a-moment');
  return { at: momentOf(read.day, read.time, now), day: read.day, timed: read.time !== null };
}

const whole = (text: string | undefined, column: Column, note: Note): number | undefined =>
  !text ? undefined : /^\d{1,6}$/.test(text) ? Number(text) : note(column, 'not-a-number');
const several = (text: string | undefined): string[] | undefined => text?.split(/[;|]/).map((part) => part.trim()).filter((part) => part !== ''); // prettier-ignore
const told = (entries: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined && value !== ''));

function childOf({ cells }: Row, childNumber: number, now: Instant, note: Note): Record<string, unknown> {
  const names = [...(several(cells.child_name) ?? []).map((text) => ({ text })), ...(several(cells.child_alias) ?? []).map((text) => ({ text, alias: true }))]; // prettier-ignore
  const parent = (text: string | undefined) => (text ? [{ text }] : undefined);
  return told({
    childNumber,
    names: names.length > 0 ? names : undefined,
    fatherNames: parent(cells.father_name),
    motherNames: parent(cells.mother_name),
    sex: cells.sex || 'unknown',
    birthDate: when(cells.birth_date, 'birth_date', now, note)?.day,
    ageFrom: whole(cells.age_from, 'age_from', note),
    ageTo: whole(cells.age_to, 'age_to', note),
    heightFrom: whole(cells.height_from, 'height_from', note),
    heightTo: whole(cells.height_to, 'height_to', note),
    languages: cells.languages ? several(cells.languages) : undefined,
    marks: several(cells.marks)?.map((words) => ({ kind: 'other', words })),
    clothing: cells.clothing,
    homeAddress: cells.home_address,
    homeDistrict: cells.home_district,
    circumstance: cells.circumstance || 'unknown',
    details: cells.details,
  });
}

type Said = { line: number; type: string; at: Instant; body: Record<string, unknown> };

function firOf({ line, cells }: Row, now: Instant, note: Note): Said | undefined {
  const registered = cells.registered_at ? when(cells.registered_at, 'registered_at', now, note) : note('registered_at', 'missing');
  const received = when(cells.information_received_at, 'information_received_at', now, note) ?? registered;
  const seen = when(cells.last_seen_at, 'last_seen_at', now, note);
  const charges = cells.sections ? readSections(cells.sections) : null;
  if (!charges) note('sections', cells.sections ? 'not-sections' : 'missing');
  const telephone = cells.informant_telephone ? (readTelephone(cells.informant_telephone) ?? note('informant_telephone', 'not-a-telephone')) : undefined; // prettier-ignore
  if (!registered || !received || !charges) return undefined;
  // Where only days are known, the information did not come after the FIR it led to.
  const informed = !(received.timed && registered.timed) && received.day === registered.day && received.at > registered.at ? registered : received; // prettier-ignore
  const informant = told({
    name: cells.informant_name,
    relation: cells.informant_relation,
    telephone,
    address: cells.informant_address,
  });
  const body = told({
    informationReceivedAt: informed.at,
    registeredAt: registered.at,
    actsAndSections: charges,
    source: cells.source,
    informant: Object.keys(informant).length > 0 ? informant : undefined,
    lastSeen: told({ ...(seen && (seen.timed ? { at: seen.at } : { onlyDay: seen.day })), place: cells.last_seen_place, district: cells.last_seen_district }), // prettier-ignore
  });
  return { line, type: 'FIR.registered', at: registered.at > informed.at ? registered.at : informed.at, body };
}

function endOf({ line, cells }: Row, childNumber: number, now: Instant, note: Note): Said[] {
  const traced = when(cells.traced_at, 'traced_at', now, note);
  const closed = when(cells.closed_at, 'closed_at', now, note);
  return [
    ...(traced ? [{ line, type: 'MissingPerson.traced', at: traced.at, body: told({ childNumber, tracedAt: traced.at, condition: cells.traced_condition || 'alive', inCareOf: cells.in_care_of }) }] : []),
    ...(closed ? [{ line, type: 'Case.closed', at: closed.at, body: told({ closedAt: closed.at, outcome: cells.outcome, childNumbers: [childNumber] }) }] : []),
  ];
} // prettier-ignore

/** The same row tells the same id, however often the file is brought. */
function withId(message: Record<string, unknown>): Record<string, unknown> {
  const hex = sha256(Buffer.from(canonicalJson(message as never))).toString('hex');
  const id = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
  return { messageId: id, ...message };
}

/** All of an FIR or nothing: a child left out could not come later. */
export function readFir(rows: readonly Row[], node: Pick<Node, 'code' | 'stateCode'>, now: Instant): OfFir {
  const wrongs: Wrong[] = [];
  const noteOf = ({ line }: Row): Note => (path, reason) => void wrongs.push({ line, reason, path }); // prettier-ignore
  const [first] = rows as [Row];
  const { district, station, paper_kind: kind, year, number } = first.cells;
  const paper = told({ kind: kind || 'fir', state: node.stateCode ?? district?.slice(0, 2), district, station, year: whole(year, 'year', noteOf(first)), number }); // prettier-ignore
  const fir = firOf(first, now, noteOf(first));
  const children = rows.map((row, at) => childOf(row, at + 1, now, noteOf(row)));
  const said = [
    ...(fir ? [{ ...fir, body: { ...fir.body, children } }] : []),
    ...rows.flatMap((row, at) => endOf(row, at + 1, now, noteOf(row))),
  ];
  const messages = said.flatMap(({ line, type, at, body }, index) => {
    const reading = readTree(withId({ type, version: 1, node: node.code, sentAt: at, eventAt: at, paper, rawNumber: number, sequence: index + 1, body })); // prettier-ignore
    if (reading.valid) return [{ line, message: reading.message }];
    for (const { path, reason } of reading.flaws) {
      const child = /^\/body\/children\/(\d+)/.exec(path)?.[1];
      wrongs.push({ line: child ? rows[Number(child)]!.line : line, reason, path });
    }
    return [];
  });
  if (wrongs.length === 0) return { messages, wrongs };
  const blamed = new Set(wrongs.map(({ line }) => line));
  const withheld = rows.filter(({ line }) => !blamed.has(line)).map(({ line }) => ({ line, reason: 'withheld', path: 'number' }));
  return { messages: [], wrongs: [...wrongs, ...withheld] };
}
