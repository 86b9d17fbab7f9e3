// The verbs of drives: order one, write a raid down, join children to it or take one out, say who is accused.
import { isUuid } from '../../kernel/ids.ts';
import { readReference } from '../../kernel/reference.ts';
import { type Refusal, isRefusal, refuse } from '../../kernel/refusal.ts';
import { addHours, dayOf } from '../../kernel/time.ts';
import type { Context, OfficerActor } from '../../platform/context.ts';
import { momentOf } from '../../web/when.ts';
import { type ChildRecord, auditWrite, openFilesAmong, peekRecord } from '../children/index.ts';
import { readPlaces } from '../directives/index.ts';
import { allDistricts, allStates, districtOf } from '../places/index.ts';
import { joinChild, takeOut } from './child-store.ts';
import { type Drive, type Member, type Raid, reachesPlace } from './drive.ts';
import { insertAccused, insertDrive, insertRaid, readDrive, readRaid } from './drive-store.ts';
import type { DriveDraft, RaidDraft } from './form.ts';

/** How far whoever orders a drive may send teams: into the own district or State; who answers for the nation, anywhere (domain sheet §2.1). */
function beyond(
  officer: OfficerActor,
  places: { states: readonly string[]; whole: readonly string[]; districts: readonly string[] },
): boolean {
  if (officer.officeKind === 'national-nodal' || officer.officeKind === 'ministry') return false;
  if (places.states.some((code) => code !== officer.stateCode)) return true;
  return (
    officer.officeKind === 'district-nodal' && (places.whole.length > 0 || places.districts.some((code) => code !== officer.districtCode))
  );
}

export async function orderDrive(context: Context, draft: DriveDraft): Promise<string | Refusal> {
  const { actor } = context;
  if (actor.kind !== 'officer') return refuse('web.error.notFound');
  if (draft.orderedOn > dayOf(context.now)) return refuse('web.error.inFuture', {}, 'orderedOn');
  const [states, districts] = [await allStates(context), await allDistricts(context)];
  const named = readPlaces(draft.places, { states, districts });
  if (isRefusal(named)) return named;
  const ofDistricts = districts.filter(({ code }) => named.inDistricts.includes(code)).map(({ stateCode }) => stateCode);
  const touched = [...new Set([...named.inStates, ...ofDistricts])].toSorted();
  if (touched.length === 0) return refuse('drives.error.places', {}, 'places');
  if (beyond(actor, { states: touched, whole: named.inStates, districts: named.inDistricts }))
    return refuse('drives.error.beyond', {}, 'places');
  const { places: _, members: __, ...drive } = draft;
  return insertDrive(
    context,
    actor,
    { ...drive, states: touched, wholeStates: named.inStates, districts: named.inDistricts },
    membersIn(draft),
  );
}

/** A row without a name is one nobody filled in. */
function membersIn({ members = [] }: DriveDraft): Member[] {
  return members.flatMap(({ team, agency, officerName, designation }) =>
    officerName && designation && agency ? [{ team: team ?? 1, agency, officerName, designation }] : [],
  );
}

export async function openDrive(context: Context, id: string | undefined): Promise<Drive | Refusal> {
  const drive = isUuid(id ?? '') ? await readDrive(context, id!) : undefined;
  return drive ?? refuse('web.error.notFound');
}

/** A raid under its own drive's address alone. */
export async function openRaid(context: Context, driveId: string | undefined, raidId: string | undefined): Promise<Raid | Refusal> {
  const raid = isUuid(raidId ?? '') ? await readRaid(context, raidId!) : undefined;
  return raid && raid.driveId === driveId ? raid : refuse('web.error.notFound');
}

/** In a place and on a day of the drive, by an office of the district. */
export async function recordRaid(context: Context, drive: Drive, draft: RaidDraft): Promise<string | Refusal> {
  const { actor } = context;
  if (actor.kind !== 'officer') return refuse('web.error.notFound');
  const district = await districtOf(context, draft.districtCode);
  if (!district || !reachesPlace(drive, district)) return refuse('drives.error.district', {}, 'districtCode');
  if (district.code !== actor.districtCode) return refuse('drives.error.ownDistrict', {}, 'districtCode');
  const raidedAt = momentOf(draft, context.now);
  if (isRefusal(raidedAt)) return raidedAt;
  if (dayOf(raidedAt) < drive.fromOn || dayOf(raidedAt) > drive.toOn) return refuse('drives.error.notInDrive', {}, 'doneOn');
  return insertRaid(context, actor, { driveId: drive.id, district, place: draft.place, raidedAt });
}

/** A child was found in the raid, or while it went on; not before it, and not days later. */
export const RAID_HOURS = 48;

async function join(context: Context, officer: OfficerActor, raid: Raid, record: ChildRecord): Promise<true | Refusal> {
  const { reference } = record;
  if (record.happenedAt < raid.raidedAt) return refuse('drives.error.foundBefore', { reference }, 'references');
  if (record.happenedAt > addHours(raid.raidedAt, RAID_HOURS))
    return refuse('drives.error.foundLater', { reference, hours: RAID_HOURS }, 'references');
  if (!(await joinChild(context, officer, raid, record.id))) return refuse('drives.error.joined', { reference }, 'references');
  await auditWrite(context, record.id);
  return true;
}

/** A found child whose file the officer may open, the wider office too: the route says for what. Of a child a match alone shows, nobody joins. */
export async function childSeen(context: Context, key: Parameters<typeof peekRecord>[1]): Promise<ChildRecord | Refusal> {
  const record = await peekRecord(context, key);
  if (record?.kind !== 'found' || !(await openFilesAmong(context, [record])).has(record.id)) return refuse('web.error.notFound');
  return record;
}

/** All or none: who typed a wrong reference among thirty is told which. Only children the officer may open. */
export async function joinChildren(context: Context, raid: Raid, typed: string): Promise<number | Refusal> {
  const { actor } = context;
  if (actor.kind !== 'officer') return refuse('web.error.notFound');
  const references = [...new Set(typed.split(/[\s,;]+/).filter(Boolean))];
  for (const text of references) {
    const reference = readReference(text);
    const record = reference ? await childSeen(context, { reference }) : refuse('web.error.notFound');
    if (isRefusal(record)) return refuse('drives.error.noChild', { reference: text.slice(0, 40) }, 'references');
    const done = await join(context, actor, raid, record);
    if (isRefusal(done)) return done;
  }
  return references.length;
}

/** As the child is registered, or from the child's own page. */
export async function joinOne(context: Context, raidId: string, record: ChildRecord): Promise<true | Refusal> {
  const raid = isUuid(raidId) ? await readRaid(context, raidId) : undefined;
  if (context.actor.kind !== 'officer' || !raid || !context.tools.may(context.actor, 'drive.join'))
    return refuse('drives.error.raid', {}, 'raid');
  const done = await join(context, context.actor, raid, record);
  return isRefusal(done) ? { ...done, field: 'foundAt' } : done;
}

export async function takeChildOut(context: Context, raid: Raid, recordId: string): Promise<true | Refusal> {
  const record = await childSeen(context, { id: recordId as ChildRecord['id'] });
  if (isRefusal(record)) return record;
  await auditWrite(context, record.id);
  return (await takeOut(context, raid, record.id)) || refuse('drives.error.notYours');
}

export async function nameAccused(context: Context, raid: Raid, words: string): Promise<true | Refusal> {
  const { actor } = context;
  if (actor.kind !== 'officer' || actor.districtCode !== raid.districtCode) return refuse('drives.error.policeOfPlace', {}, 'words');
  await insertAccused(context, actor, raid.id, words);
  return true;
}
