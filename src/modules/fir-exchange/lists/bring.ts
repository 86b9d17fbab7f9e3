// An officer brings a list: read, looked at row by row, taken in the officer's own name, taken back.
import type { RecordId } from '../../../kernel/ids.ts';
import { newId } from '../../../kernel/ids.ts';
import { type Reference } from '../../../kernel/reference.ts';
import { type Refusal, isRefusal, refuse } from '../../../kernel/refusal.ts';
import { type Instant, addHours } from '../../../kernel/time.ts';
import { audit } from '../../../platform/audit.ts';
import type { Context, OfficerActor } from '../../../platform/context.ts';
import { peekRecords } from '../../children/index.ts';
import { type Paper, papersLike } from '../../missing-reports/index.ts';
import { allDistricts } from '../../places/index.ts';
import { canonicalNumber, contentDigest } from '../messages/index.ts';
import { type Became, type List, askUndo, becameOf, endsOf, keepList, papersHere, readList, recordsOfPapers, stationsSpokenFor, takeMessages } from './list-store.ts'; // prettier-ignore
import { type Here, type Plan, keyOf, keysIn, planList } from './plan.ts';
import type { Known } from './row.ts';
import { readList as readSheet } from './sheet.ts';

export const UNDO_HOURS = 72;

function officerOf({ actor }: Context): OfficerActor | Refusal {
  return actor.kind === 'officer' ? actor : refuse('web.error.notFound');
}

export async function bringList(context: Context, bytes: Buffer): Promise<string | Refusal> {
  const officer = officerOf(context);
  if (isRefusal(officer)) return officer;
  const rows = await readSheet(bytes);
  return isRefusal(rows) ? rows : keepList(context, officer, rows);
}

export async function knownTo(context: Context): Promise<Known | Refusal> {
  const officer = officerOf(context);
  if (isRefusal(officer)) return officer;
  const isStation = officer.officeKind === 'police-station';
  const stations = await stationsSpokenFor(context, { ...officer, isStation });
  return { stations, own: isStation, districts: await allDistricts(context), now: context.now };
}

async function hereAlready(context: Context, rows: List['rows'], known: Known): Promise<Map<string, Here>> {
  const firs = keysIn(rows, known);
  const here = new Map<string, Here>();
  const typed = await papersLike(context, firs.map(({ station, kind, year, number }) => ({ stationId: station.id, paper: kind as Paper, year, number }))); // prettier-ignore
  const numbered = new Set(typed.map(({ stationId, paper, year, number }) => `${stationId} ${paper} ${year} ${canonicalNumber(number, year)}`)); // prettier-ignore
  for (const fir of firs) if (numbered.has(`${fir.station.id} ${fir.kind} ${fir.year} ${fir.number}`)) here.set(keyOf(fir), 'typed');
  for (const [key, how] of await papersHere(context, firs.map(keyOf))) here.set(key, how);
  return here;
}

/** As it stands now: what came meanwhile is marked. */
export async function planOf(context: Context, { rows }: Pick<List, 'rows'>): Promise<Plan | Refusal> {
  const known = await knownTo(context);
  if (isRefusal(known)) return known;
  return planList(rows, known, await hereAlready(context, rows, known), () => newId());
}

/** The good rows; answers how many FIRs. The rest stays with the list, to be given back. */
export async function takeList(context: Context, id: string): Promise<number | Refusal> {
  const list = await readList(context, id);
  if (!list || list.takenAt) return refuse('fir-lists.error.gone', {}, 'list');
  const plan = await planOf(context, list);
  if (isRefusal(plan)) return plan;
  if (plan.firs.length === 0) return refuse('fir-lists.error.nothingToTake', {}, 'list');
  await audit(context, 'write');
  const told = plan.firs.map(({ message }) => ({ message, digest: contentDigest(message).toString('hex') }));
  return (await takeMessages(context, id, told)) ? told.length : refuse('fir-lists.error.gone', {}, 'list');
}

export async function undoList(context: Context, id: string): Promise<null | Refusal> {
  const list = await readList(context, id);
  if (!list) return refuse('fir-lists.error.gone', {}, 'list');
  await audit(context, 'write');
  return (await askUndo(context, id)) ? null : refuse('fir-lists.error.undoTooLate', {}, 'list');
}

export function undoUntil({ takenAt }: Pick<List, 'takenAt'>): Instant | null {
  return takenAt && addHours(takenAt, UNDO_HOURS);
}

export type TakenPaper = Became & { references: Reference[]; ended: 'closed' | 'stays' | null };

/** What became of each FIR that was taken. */
export async function takenPapers(context: Context, list: List): Promise<TakenPaper[]> {
  const became = await becameOf(context, list.id);
  const ends = await endsOf(context, list.id);
  const here = await recordsOfPapers(context, became.map(({ paperKey }) => paperKey)); // prettier-ignore
  const ids = [...new Set<RecordId>([...here, ...ends].map(({ recordId }) => recordId))];
  const references = new Map((await peekRecords(context, ids)).map(({ id, reference }) => [id, reference]));
  const named = (key: string): Reference[] => [...new Set([...ends, ...here].filter(({ paperKey }) => paperKey === key).flatMap(({ recordId }) => references.get(recordId) ?? []))]; // prettier-ignore
  return became.map((one) => ({
    ...one,
    references: named(one.paperKey),
    ended: ends.find(({ paperKey }) => paperKey === one.paperKey)?.outcome ?? null,
  }));
}
