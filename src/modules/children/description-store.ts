// SQL of descriptions: written whole, with names, marks and retrieval keys, each change raising the record's version.
import { sql } from 'kysely';
import type { RecordId } from '../../kernel/ids.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Day } from '../../kernel/time.ts';
import type { Context } from '../../platform/context.ts';
import type { Description, GivenName, Mark } from './description.ts';
import { retrievalKeysOf } from './retrieval-keys.ts';

type DescriptionRow = Omit<Description, 'names' | 'marks' | 'age' | 'heightCentimetres'> & {
  ageLowMonths: number | null;
  ageHighMonths: number | null;
  ageOn: Day | null;
  ageBasis: NonNullable<Description['age']>['basis'] | null;
  heightLowCm: number | null;
  heightHighCm: number | null;
};

export type Described = { recordId: RecordId; description: Description };

export async function writeDescription(context: Context, recordId: RecordId, description: Description): Promise<void> {
  await writeDescriptions(context, [{ recordId, description }]);
}

/** The same for several records, in as many statements. */
export async function writeDescriptions(context: Context, described: readonly Described[]): Promise<void> {
  if (described.length === 0) return;
  const rows = described.map(({ recordId, description: { age, heightCentimetres: height, ...plain } }) => ({
    record_id: recordId,
    sex: plain.sex,
    birth_date: plain.birthDate,
    age_low_months: age?.lowMonths,
    age_high_months: age?.highMonths,
    age_on: age?.on,
    age_basis: age?.basis,
    height_low_cm: height?.low,
    height_high_cm: height?.high,
    complexion: plain.complexion,
    build: plain.build,
    languages: plain.languages,
    clothing: plain.clothing,
    disability: plain.disability,
    home_words: plain.homeWords,
    home_district: plain.homeDistrict,
    words_repeated: plain.wordsRepeated,
  }));
  await sql`insert into description select r.* from jsonb_populate_recordset(null::description, ${JSON.stringify(rows)}::jsonb) r
    on conflict (record_id) do update set sex = excluded.sex, birth_date = excluded.birth_date, age_low_months = excluded.age_low_months,
      age_high_months = excluded.age_high_months, age_on = excluded.age_on, age_basis = excluded.age_basis, height_low_cm = excluded.height_low_cm,
      height_high_cm = excluded.height_high_cm, complexion = excluded.complexion, build = excluded.build, languages = excluded.languages,
      clothing = excluded.clothing, disability = excluded.disability, home_words = excluded.home_words, home_district = excluded.home_district,
      words_repeated = excluded.words_repeated`.execute(context.db);
  await replaceLists(context, described);
}

async function replaceLists(context: Context, described: readonly Described[]): Promise<void> {
  const ids = sql`any (${described.map(({ recordId }) => recordId)}::uuid[])`;
  await sql`delete from given_name where record_id = ${ids}`.execute(context.db);
  await sql`delete from mark where record_id = ${ids}`.execute(context.db);
  await sql`delete from retrieval_key where record_id = ${ids}`.execute(context.db);
  const listed = <T>(list: (description: Description) => readonly T[]): string =>
    JSON.stringify(
      described.flatMap(({ recordId, description }) => list(description).map((one, ordinal) => ({ record_id: recordId, ordinal, ...one }))),
    );
  await sql`insert into given_name select r.* from jsonb_populate_recordset(null::given_name, ${listed(({ names }) => names)}::jsonb) r`.execute(
    context.db,
  );
  await sql`insert into mark select r.* from jsonb_populate_recordset(null::mark, ${listed(({ marks }) => marks)}::jsonb) r`.execute(
    context.db,
  );
  const keys = described.flatMap(({ recordId, description }) => retrievalKeysOf(description).map((key) => ({ recordId, ...key })));
  await sql`insert into retrieval_key (family, key, record_id, record_kind) select k.family, k.key, r.id, r.kind
    from unnest(${keys.map(({ family }) => family)}::text[], ${keys.map(({ key }) => key)}::text[], ${keys.map(({ recordId }) => recordId)}::uuid[])
      as k (family, key, record_id) join record r on r.id = k.record_id on conflict do nothing`.execute(context.db);
}

/** Replaces a description read at `version`. Refuses a stale edit: someone else changed it since. */
export async function changeDescription(
  context: Context,
  recordId: RecordId,
  version: number,
  description: Description,
): Promise<number | Refusal> {
  const { rows } = await sql<{ version: number }>`update record set version = version + 1 where id = ${recordId} and version = ${version}
    returning version`.execute(context.db);
  if (!rows[0]) return refuse('children.error.staleEdit');
  await writeDescription(context, recordId, description);
  return rows[0].version;
}

/** The same for several records, in as many statements. The new version of each; one that changed since is left as it is, and out of the answer. */
export async function changeDescriptions(
  context: Context,
  changes: readonly (Described & { version: number })[],
): Promise<Map<RecordId, number>> {
  if (changes.length === 0) return new Map();
  const { rows } = await sql<{ id: RecordId; version: number }>`update record r set version = r.version + 1
    from unnest(${changes.map(({ recordId }) => recordId)}::uuid[], ${changes.map(({ version }) => version)}::int[]) as c (id, version)
    where r.id = c.id and r.version = c.version returning r.id, r.version`.execute(context.db);
  const versions = new Map(rows.map(({ id, version }) => [id, version]));
  await writeDescriptions(context, changes.filter(({ recordId }) => versions.has(recordId))); // prettier-ignore
  return versions;
}

/** The descriptions of several records, by record id. The caller has read (and so audited) the records, or shows them to nobody. */
export async function readDescriptions(context: Context, recordIds: readonly RecordId[]): Promise<Map<RecordId, Description>> {
  if (recordIds.length === 0) return new Map();
  const ids = sql`any (${recordIds as RecordId[]}::uuid[])`;
  const { rows } = await sql<
    DescriptionRow & { recordId: RecordId }
  >`select record_id, sex, birth_date, age_low_months, age_high_months, age_on, age_basis,
    height_low_cm, height_high_cm, complexion, build, languages, clothing, disability, home_words, home_district, words_repeated
    from description where record_id = ${ids}`.execute(context.db);
  const names = await sql<GivenName & { recordId: RecordId }>`select record_id, bearer, text, alias from given_name where record_id = ${ids}
    order by record_id, ordinal`.execute(context.db);
  const marks = await sql<Mark & { recordId: RecordId }>`select record_id, kind, site, side, text from mark where record_id = ${ids}
    order by record_id, ordinal`.execute(context.db);
  const namesByRecord = Map.groupBy(names.rows, (name) => name.recordId);
  const marksByRecord = Map.groupBy(marks.rows, (mark) => mark.recordId);
  return new Map(
    rows.map((row) => [row.recordId, fromRow(row, namesByRecord.get(row.recordId) ?? [], marksByRecord.get(row.recordId) ?? [])]),
  );
}

function fromRow(row: DescriptionRow, names: GivenName[], marks: Mark[]): Description {
  const { ageLowMonths, ageHighMonths, ageOn, ageBasis, heightLowCm, heightHighCm, ...rest } = row;
  const aged = ageLowMonths !== null && ageHighMonths !== null && ageOn !== null && ageBasis !== null;
  return {
    sex: rest.sex,
    birthDate: rest.birthDate,
    complexion: rest.complexion,
    build: rest.build,
    languages: rest.languages,
    clothing: rest.clothing,
    disability: rest.disability,
    homeWords: rest.homeWords,
    homeDistrict: rest.homeDistrict,
    wordsRepeated: rest.wordsRepeated,
    age: aged ? { lowMonths: ageLowMonths, highMonths: ageHighMonths, on: ageOn, basis: ageBasis } : null,
    heightCentimetres: heightLowCm !== null && heightHighCm !== null ? { low: heightLowCm, high: heightHighCm } : null,
    names: names.map(({ bearer, text, alias }) => ({ bearer, text, alias })),
    marks: marks.map(({ kind, site, side, text }) => ({ kind, site, side, text })),
  };
}

export async function readDescription(context: Context, recordId: RecordId): Promise<Description | undefined> {
  return (await readDescriptions(context, [recordId])).get(recordId);
}
