// SQL of contact bars. Words are sealed; of the barred person's telephone only the keyed hash is kept.
import { sql } from 'kysely';
import { type RecordId, newId } from '../../kernel/ids.ts';
import { type Instant, milliseconds } from '../../kernel/time.ts';
import type { Context, OfficerActor } from '../../platform/context.ts';
import type { Bar } from './bar.ts';
import type { BarDraft } from './form.ts';

export async function insertBar(context: Context, recordId: RecordId, draft: BarDraft, by: OfficerActor): Promise<void> {
  const { tools, now } = context;
  const { ground, who, because, telephone } = draft;
  await sql`insert into contact_bar (id, record_id, ground, telephone_key, words_sealed, office_id, recorded_by, recorded_at)
    values (${newId(milliseconds(now))}, ${recordId}, ${ground}, ${telephone ? tools.keyedHash(telephone) : null},
      ${tools.seal(JSON.stringify({ who, because }))}, ${by.officeId}, ${by.officerId}, ${now})`.execute(context.db);
}

type BarRow = Omit<Bar, 'words' | 'asks' | 'lifted'> & {
  wordsSealed: Buffer;
  liftedAt: Instant | null;
  liftedBy: string | null;
  liftedBecauseSealed: Buffer | null;
};

export async function barsOfRecord(context: Context, recordId: RecordId): Promise<Bar[]> {
  const { unseal } = context.tools;
  const { rows } = await sql<BarRow>`select b.id, b.record_id, b.ground, b.words_sealed, b.office_id, b.recorded_at, b.recorded_by, b.lifted_at, o.name as lifted_by, b.lifted_because_sealed
    from contact_bar b left join officer o on o.id = b.lifted_by where b.record_id = ${recordId} order by b.recorded_at`.execute(context.db);
  const { rows: asks } = await sql<{ barId: string; aboutKind: 'report' | 'check'; askedAt: Instant }>`select bar_id, about_kind, asked_at from contact_bar_ask
    where record_id = ${recordId} order by asked_at`.execute(context.db);
  return rows.map(({ wordsSealed, liftedAt, liftedBy, liftedBecauseSealed, ...bar }) => ({
    ...bar,
    words: JSON.parse(unseal(wordsSealed)) as Bar['words'],
    lifted: liftedAt && { at: liftedAt, by: liftedBy!, because: unseal(liftedBecauseSealed!) },
    asks: asks.filter(({ barId }) => barId === bar.id),
  }));
} // prettier-ignore

/** False where it is lifted already, or this officer wrote it down. */
export async function liftBar(context: Context, recordId: RecordId, barId: string, because: string, by: OfficerActor): Promise<boolean> {
  const done =
    await sql`update contact_bar set lifted_at = ${context.now}, lifted_by = ${by.officerId}, lifted_because_sealed = ${context.tools.seal(because)}
    where id = ${barId} and record_id = ${recordId} and lifted_at is null and recorded_by <> ${by.officerId}`.execute(context.db);
  return done.numAffectedRows === 1n;
}

export type BarOf = { barId: string; recordId: RecordId };

/** Children kept from whoever has one of these telephones. The worker alone sees all of them. */
export async function barsOfTelephones(context: Context, keys: readonly string[]): Promise<BarOf[]> {
  if (keys.length === 0) return [];
  const { rows } =
    await sql<BarOf>`select id as bar_id, record_id from contact_bar where telephone_key = any (${keys as string[]}::text[]) and lifted_at is null
    order by recorded_at`.execute(context.db);
  return rows;
}

/** Taken by one worker alone. */
export async function takeUntoldBars(context: Context): Promise<BarOf[]> {
  const { rows } =
    await sql<BarOf>`update contact_bar set told_at = ${context.now} where id in (select id from contact_bar where told_at is null order by recorded_at limit 50 for update skip locked)
    returning id as bar_id, record_id`.execute(context.db);
  return rows;
}

export type Ask = { kind: 'report' | 'check'; id: string; at: Instant };

/** Whether it is news. */
export async function insertAsk(context: Context, { barId, recordId }: BarOf, { kind, id, at }: Ask): Promise<boolean> {
  const done = await sql`insert into contact_bar_ask (bar_id, record_id, about_kind, about_id, asked_at)
    values (${barId}, ${recordId}, ${kind}, ${id}, ${at}) on conflict do nothing`.execute(context.db);
  return done.numAffectedRows === 1n;
}
