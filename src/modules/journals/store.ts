// SQL of the journals of offices: append and read; nothing is ever changed.
import { sql } from 'kysely';
import type { DiaryFact } from '../../kernel/happenings.ts';
import type { OfficeFacts } from '../../kernel/happenings/office.ts';
import { type OfficeId, newId } from '../../kernel/ids.ts';
import { type Day, type Instant, milliseconds } from '../../kernel/time.ts';
import type { Context } from '../../platform/context.ts';

export type NewJournalEntry = {
  [H in keyof OfficeFacts]: {
    happening: H;
    facts: OfficeFacts[H];
    /** When it happened; now, if left out. */
    happenedAt?: Instant;
    /** The owning module's row that holds the paper. */
    paper?: { kind: string; id: string };
  };
}[keyof OfficeFacts];
export type AddressedEntry = { officeId: OfficeId; entry: NewJournalEntry };
export type JournalFact = DiaryFact<keyof OfficeFacts>;
/** As the timeline shows it. */
export type JournalEntry = JournalFact & { byOfficerName: string | null; byOfficeName: string | null; paperId: string | null };

/** Held until the transaction ends, in one order for everybody: nobody derives duties from a journal another is adding to. */
export async function holdJournals(context: Context, officeIds: readonly OfficeId[]): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(id, 7)) from (select distinct id from unnest(${officeIds as OfficeId[]}::text[]) as held (id)
    order by id) ordered`.execute(context.db);
}

/** In one statement. The end of a period that is written already is left as it is. Answers the ids of what was added. */
export async function appendEntries(context: Context, entries: readonly AddressedEntry[]): Promise<string[]> {
  const { actor, now } = context;
  const officer = actor.kind === 'officer' ? actor : null;
  const each = <T>(read: (entry: NewJournalEntry) => T): T[] => entries.map(({ entry }) => read(entry));
  const { rows } = await sql<{
    id: string;
  }>`insert into office_entry (id, office_id, happening, facts, happened_at, recorded_at, by_officer, by_office, door, paper_kind, paper_id)
    select e.id, e.office_id, e.happening, e.facts, e.happened_at, ${now}::timestamptz, ${officer?.officerId ?? null}::uuid, ${officer?.officeId ?? null}::uuid, ${context.door}::text,
      e.paper_kind, e.paper_id
    from unnest(${entries.map(() => newId<'officeEntry'>(milliseconds(now))) as string[]}::uuid[], ${entries.map(({ officeId }) => officeId)}::uuid[],
      ${each(({ happening }) => happening)}::text[], ${each(({ facts }) => JSON.stringify(facts))}::jsonb[], ${each(({ happenedAt }) => happenedAt ?? now)}::timestamptz[],
      ${each(({ paper }) => paper?.kind ?? null)}::text[], ${each(({ paper }) => paper?.id ?? null)}::uuid[])
      with ordinality as e (id, office_id, happening, facts, happened_at, paper_kind, paper_id, place)
    order by e.place on conflict do nothing returning id`.execute(context.db);
  return rows.map(({ id }) => id);
}

const factColumns = sql`e.id as entry_id, e.happening, e.facts, e.happened_at, null as entered_at, e.recorded_at, e.by_office, null as corrects`;

/** The journals of several offices, each in the order it was recorded. One without an entry is left out. */
export async function readJournals(context: Context, officeIds: readonly OfficeId[]): Promise<Map<OfficeId, JournalFact[]>> {
  const { rows } = await sql<JournalFact & { officeId: OfficeId }>`select e.office_id, ${factColumns} from office_entry e
    where e.office_id = any (${officeIds as OfficeId[]}::uuid[]) order by e.office_id, e.sequence`.execute(context.db);
  return Map.groupBy(rows, ({ officeId }) => officeId);
}

/** With who recorded it. */
export async function readJournal(context: Context, officeId: OfficeId): Promise<JournalEntry[]> {
  const { rows } = await sql<JournalEntry>`select ${factColumns}, p.name as by_officer_name, f.name as by_office_name, e.paper_id
    from office_entry e left join officer p on p.id = e.by_officer left join office f on f.id = e.by_office
    where e.office_id = ${officeId} order by e.sequence`.execute(context.db);
  return rows;
}

/** A journal begins on the day the portal first knew the office; one opened later, with its opening. No period from before is ever asked for. */
export async function beginJournals(context: Context, kinds: readonly string[], today: Day): Promise<void> {
  await sql`insert into journal (office_id, since, opened_to)
    select o.id, begun.since, begun.since from office o
      cross join lateral (select greatest(o.opened_on, coalesce((select min(since) from journal), ${today}::date)) as since) begun
    where o.kind = any (${kinds as string[]}::text[]) and o.opened_on <= ${today} and (o.closed_on is null or o.closed_on > ${today})
    on conflict do nothing`.execute(context.db);
}

export type Waiting = { officeId: OfficeId; openedTo: Day; closedOn: Day | null };

/** Journals whose periods up to that day are not looked at yet; held, so that of several workers one opens them. */
export async function takeWaiting(context: Context, today: Day, atMost: number): Promise<Waiting[]> {
  const { rows } =
    await sql<Waiting>`select j.office_id, to_char(j.opened_to, 'YYYY-MM-DD') as opened_to, to_char(o.closed_on, 'YYYY-MM-DD') as closed_on
    from journal j join office o on o.id = j.office_id where j.opened_to < ${today} order by j.office_id limit ${atMost} for update of j skip locked`.execute(
      context.db,
    );
  return rows;
}

export async function noteOpened(context: Context, officeIds: readonly OfficeId[], today: Day): Promise<void> {
  await sql`update journal set opened_to = ${today} where office_id = any (${officeIds as OfficeId[]}::uuid[])`.execute(context.db);
}
