// SQL of what a round over a State's lists looks at: records of which something changed, and those on the lists; once a day all. What only time brings about is due as well.
import { sql } from 'kysely';
import type { RecordId } from '../../../kernel/ids.ts';
import { type Instant, addHours, addMinutes } from '../../../kernel/time.ts';
import type { Context } from '../../../platform/context.ts';
import { lastEntryBefore, recordsWrittenSince } from '../../diary/index.ts';
import { CONFIRM_HOURS } from './no-paper.ts';

/** Records, or all of the State. */
export type Scope = readonly RecordId[] | 'whole';

/** An entry may become visible so long after it was recorded: its transaction was open. What takes longer still is found by the day's whole round. */
const LATE_MINUTES = 10;
const WHOLE_HOURS = 24;

/** Notes every record of which something was written, or the police told something, since this was last asked; and those a day old by now. */
export async function noteChanges(context: Context): Promise<void> {
  const { db, now } = context;
  const noted = await sql<{ diarySequence: number; at: Instant }>`select diary_sequence, at from exchange_changes_noted for update`.execute(
    db,
  );
  const { diarySequence, at } = noted.rows[0] ?? { diarySequence: 0, at: now };
  const readTo = (await lastEntryBefore(context, addMinutes(now, -LATE_MINUTES), diarySequence)) ?? diarySequence;
  const written = noted.rows[0] ? await recordsWrittenSince(context, diarySequence) : []; // at first every State is gone through whole
  const since = addMinutes(at < now ? at : now, -LATE_MINUTES);
  await sql`with touched as (
        select unnest(${written as RecordId[]}::uuid[]) as record_id
        union select c.record_id from exchange_message m join exchange_paper_child c on c.paper_key = m.paper_key
          where m.settled_at > m.received_at and m.settled_at >= ${since}
        union select r.id from record r where r.kind = 'missing' and r.opened_at >= ${addHours(since, -CONFIRM_HOURS)}
          and r.opened_at <= ${addHours(now, -CONFIRM_HOURS)})
    insert into exchange_record_due (record_id, state_code)
    select r.id, o.state_code from touched t join record r on r.id = t.record_id and r.kind = 'missing' join office o on o.id = r.office_id
    where o.state_code is not null order by r.id on conflict (record_id) do update set state_code = excluded.state_code`.execute(db);
  await sql`insert into exchange_changes_noted (diary_sequence, at) values (${readTo}, ${now}) on conflict ((true)) do update
    set diary_sequence = excluded.diary_sequence, at = excluded.at`.execute(db);
}

/** Whole once a day, as soon as a node may have confirmed what is older than it, and where the clock was set back. */
async function isWholeDue({ db, now }: Context, stateCode: string): Promise<boolean> {
  const { rows } = await sql<{ due: boolean }>`select not exists (select from exchange_whole_round w where w.state_code = ${stateCode}
    and w.at <= ${now}::timestamptz and w.at > ${now}::timestamptz - make_interval(hours => ${WHOLE_HOURS}::int)
    and not exists (select from exchange_node n where n.closed_at is null and (n.state_code = ${stateCode} or n.state_code is null)
      and n.opened_at + make_interval(hours => ${CONFIRM_HOURS}::int) > w.at and n.opened_at + make_interval(hours => ${CONFIRM_HOURS}::int) <= ${now}::timestamptz)) as due`.execute(
    db,
  );
  return rows[0]!.due;
}

/** What is due of the State, taken. `done`: its lists are kept but for what is left, of these records, which are due again. */
export async function takeScope(
  context: Context,
  stateCode: string,
): Promise<{ scope: Scope; done: (left: readonly (RecordId | null)[]) => Promise<void> }> {
  const { db, now } = context;
  const whole = await isWholeDue(context, stateCode);
  const taken = await sql<{ id: RecordId }>`delete from exchange_record_due where record_id in (select record_id from exchange_record_due
    where state_code = ${stateCode} order by record_id for update skip locked) returning record_id as id`.execute(db);
  const listed = await sql<{ id: RecordId | null }>`select unnest(array[record_id, other_record_id]) as id from exchange_mismatch
    where state_code = ${stateCode} and ended_at is null`.execute(db);
  const ids = [...new Set([...taken.rows, ...listed.rows].map(({ id }) => id))].filter((id) => id !== null);
  return {
    scope: whole ? 'whole' : ids,
    async done(left) {
      if (left.length > 0)
        await sql`insert into exchange_record_due select distinct id, ${stateCode} from unnest(${left as (RecordId | null)[]}::uuid[]) as d (id)
          where id is not null order by id on conflict do nothing`.execute(db);
      if (whole)
        await sql`insert into exchange_whole_round values (${stateCode}, ${now}) on conflict (state_code) do update set at = excluded.at`.execute(
          db,
        );
    },
  };
}
