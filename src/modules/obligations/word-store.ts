// SQL of word of duties: what was written to which office at which moment of a duty, and what became of it.
import { sql } from 'kysely';
import { type OfficeId, newId } from '../../kernel/ids.ts';
import { type Instant, milliseconds } from '../../kernel/time.ts';
import type { Context } from '../../platform/context.ts';
import { type DutyKey, type DutyOf, type OwnedObligation, dutyTable, subjectColumn } from './store.ts';
import type { Told, WordMoment } from './word-moments.ts';

const places = {
  record: sql`select office_id as record_office_id, district_code, state_code from record`,
  office: sql`select id as record_office_id, district_code, state_code from office`,
} as const satisfies Record<DutyOf, unknown>;

export type ToldOf = (duty: DutyKey) => readonly Told[];
const keyOf = ({ recordId, ruleId, triggerEntryId }: DutyKey): string => `${recordId} ${ruleId} ${triggerEntryId}`;

/** What was told of each duty of these records, or journals, at its moments. */
export async function toldOf(context: Context, ids: readonly string[], of: DutyOf = 'record'): Promise<ToldOf> {
  const id = subjectColumn(of);
  const { rows } = await sql<DutyKey & Told>`select ${id} as record_id, rule_id, trigger_entry_id, kind, step, told_at as at from duty_word
    where ${id} = any (${ids as string[]}::uuid[]) and act_id is null`.execute(context.db);
  const byDuty = Map.groupBy(rows, keyOf);
  return (duty) => byDuty.get(keyOf(duty)) ?? [];
}

/** What a tick reads of a duty whose next moment has come. */
export type FallenDue = DutyKey &
  Pick<OwnedObligation, 'ending' | 'suspendedAt' | 'startedAt' | 'warnAt' | 'lateAfter' | 'escalatesTo' | 'escalatesAt' | 'officeId'> & {
    recordOfficeId: OfficeId;
    districtCode: string;
    stateCode: string;
  };

/**
 * The longest due first, each with its place (looked up one by one: joined, the planner reads all records there are), held until the transaction ends;
 * what another worker or an officer holds is left to the next tick.
 */
export async function takeFallenDue(context: Context, of: DutyOf, atMost: number): Promise<FallenDue[]> {
  const id = subjectColumn(of);
  const { rows } =
    await sql<FallenDue>`with due as materialized (select ${id} as record_id, rule_id, trigger_entry_id, office_id, ending, suspended_at, started_at, warn_at, late_after,
        escalates_to, escalates_at from ${dutyTable(of)} where next_at < ${context.now} order by next_at limit ${atMost} for update skip locked)
    select b.record_id, b.rule_id, b.trigger_entry_id, b.office_id, b.ending, b.suspended_at, b.started_at, b.warn_at, b.late_after, b.escalates_to,
      array(select to_char(e at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') from unnest(b.escalates_at) as e) as escalates_at,
      r.record_office_id, r.district_code, r.state_code
    from due b cross join lateral (${places[of]} where id = b.record_id limit 1) r`.execute(context.db);
  return rows;
}

export type NewWord = DutyKey & { moment: WordMoment; officeId: string; insteadOf: string | null; breach: string | null };

/** A moment that was told before is told to nobody again, whoever asks: the unique index decides. */
export async function insertWords(context: Context, of: DutyOf, words: readonly NewWord[]): Promise<void> {
  if (words.length === 0) return;
  const { now } = context;
  const each = <T>(read: (word: NewWord) => T): T[] => words.map(read);
  await sql`insert into duty_word (id, ${subjectColumn(of)}, rule_id, trigger_entry_id, kind, step, moment, office_id, instead_of, breach, told_at, not_before)
    select *, ${now}::timestamptz, ${now}::timestamptz from unnest(${each(() => newId<'word'>(milliseconds(now)))}::uuid[], ${each(({ recordId }) => recordId)}::uuid[],
      ${each(({ ruleId }) => ruleId)}::text[], ${each(({ triggerEntryId }) => triggerEntryId)}::uuid[], ${each(({ moment }) => moment.kind)}::text[],
      ${each(({ moment }) => moment.step)}::int[], ${each(({ moment }) => moment.at)}::timestamptz[], ${each(({ officeId }) => officeId)}::uuid[],
      ${each(({ insteadOf }) => insteadOf)}::uuid[], ${each(({ breach }) => breach)}::text[])
    on conflict do nothing`.execute(context.db);
}

export async function setNextMoments(context: Context, of: DutyOf, next: readonly (DutyKey & { nextAt: Instant | null })[]): Promise<void> {
  await sql`update ${dutyTable(of)} b set next_at = n.next_at from unnest(${next.map(({ recordId }) => recordId)}::uuid[], ${next.map(({ ruleId }) => ruleId)}::text[],
      ${next.map(({ triggerEntryId }) => triggerEntryId)}::uuid[], ${next.map(({ nextAt }) => nextAt)}::timestamptz[]) as n (record_id, rule_id, trigger_entry_id, next_at)
    where b.${subjectColumn(of)} = n.record_id and b.rule_id = n.rule_id and b.trigger_entry_id = n.trigger_entry_id`.execute(context.db);
}

/** Word that follows from an officer's own act: to whom a duty was handed, or to the own office again at a chosen time. */
export async function insertWordOfAct(
  context: Context,
  duty: DutyKey & { of: DutyOf },
  word: { kind: 'handed-over' | 'reminder'; actId: string; officeId: string; at: Instant },
): Promise<void> {
  await sql`insert into duty_word (id, ${subjectColumn(duty.of)}, rule_id, trigger_entry_id, kind, moment, office_id, act_id, told_at, not_before)
    values (${newId<'word'>(milliseconds(context.now))}, ${duty.recordId}, ${duty.ruleId}, ${duty.triggerEntryId}, ${word.kind}, ${word.at}, ${word.officeId}, ${word.actId},
      ${context.now}, ${word.at})`.execute(context.db);
}

/** One worker at a time sends word, or two would send an office a message each. */
export async function mayTell(context: Context): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`select pg_try_advisory_xact_lock(7, 0) as may`.execute(context.db);
  return rows[0]!.may;
}

/** The open duty a word is about, as `b`: of a record or of an office. */
const openDuty = sql`lateral (select o.late_after, o.office_id from obligation o where o.record_id = w.record_id and o.rule_id = w.rule_id
      and o.trigger_entry_id = w.trigger_entry_id and o.ending is null and o.suspended_at is null
    union all select o.late_after, o.office_id from office_obligation o where o.journal_id = w.journal_id and o.rule_id = w.rule_id
      and o.trigger_entry_id = w.trigger_entry_id and o.ending is null and o.suspended_at is null) b`;

/** What became pointless before it went: the duty is done, fell away, is held up, or is another office's by now. */
export async function dropPointless(context: Context): Promise<void> {
  await sql`update duty_word w set dropped_at = ${context.now} where sent_at is null and dropped_at is null and not_before <= ${context.now}
    and not exists (select from ${openDuty} where w.kind in ('ladder', 'reminder') or b.office_id in (w.office_id, w.instead_of))`.execute(
    context.db,
  );
}

export type WaitingWord = DutyKey & { id: string; kind: string; officeId: OfficeId; lateAfter: Instant };

/** What may go now: of offices that were sent none for a while. */
export async function waitingWords(context: Context, pausedSince: Instant, atMost: number): Promise<WaitingWord[]> {
  const { rows } =
    await sql<WaitingWord>`select w.id, coalesce(w.record_id, w.journal_id) as record_id, w.rule_id, w.trigger_entry_id, w.kind, w.office_id, b.late_after
    from duty_word w cross join ${openDuty}
    where w.sent_at is null and w.dropped_at is null and w.not_before <= ${context.now}
      and not exists (select from duty_word s where s.office_id = w.office_id and s.sent_at > ${pausedSince})
    order by w.not_before limit ${atMost}`.execute(context.db);
  return rows;
}

export async function markSent(context: Context, ids: readonly string[]): Promise<void> {
  await sql`update duty_word set sent_at = ${context.now} where id = any (${ids as string[]}::uuid[])`.execute(context.db);
}

export type WordShown = DutyKey & {
  kind: string;
  step: number;
  at: Instant;
  officeName: string;
  insteadOf: string | null;
  breach: string | null;
  sentAt: Instant | null;
  droppedAt: Instant | null;
};

/** Word of these records', or journals', duties in the order it went, with the offices' names. What is still to come is not told. */
export async function wordsOf(context: Context, ids: readonly string[], of: DutyOf = 'record'): Promise<WordShown[]> {
  if (ids.length === 0) return [];
  const id = subjectColumn(of);
  const { rows } =
    await sql<WordShown>`select w.${id} as record_id, w.rule_id, w.trigger_entry_id, w.kind, w.step, w.not_before as at, o.name as office_name, v.name as instead_of, w.breach,
      w.sent_at, w.dropped_at from duty_word w join office o on o.id = w.office_id left join office v on v.id = w.instead_of
    where w.${id} = any (${ids as string[]}::uuid[]) and w.not_before <= ${context.now} order by w.not_before, w.step`.execute(context.db);
  return rows;
}
