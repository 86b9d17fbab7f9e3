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

export async function barsOfRecord(context: Context, recordId: RecordId): Promise<Bar[]> {
  const { rows } = await sql<
    Omit<Bar, 'words' | 'asks'> & { wordsSealed: Buffer }
  >`select id, record_id, ground, words_sealed, office_id, recorded_at from contact_bar where record_id = ${recordId} order by recorded_at`.execute(
    context.db,
  );
  const { rows: asks } = await sql<{
    barId: string;
    aboutKind: 'report' | 'check';
    askedAt: Instant;
  }>`select bar_id, about_kind, asked_at from contact_bar_ask where record_id = ${recordId} order by asked_at`.execute(context.db);
  return rows.map(({ wordsSealed, ...bar }) => ({
    ...bar,
    words: JSON.parse(context.tools.unseal(wordsSealed)) as Bar['words'],
    asks: asks.filter(({ barId }) => barId === bar.id),
  }));
}

export type BarOf = { barId: string; recordId: RecordId };

/** Children kept from whoever has one of these telephones. The worker alone sees all of them. */
export async function barsOfTelephones(context: Context, keys: readonly string[]): Promise<BarOf[]> {
  if (keys.length === 0) return [];
  const { rows } = await sql<BarOf>`select id as bar_id, record_id from contact_bar where telephone_key = any (${keys as string[]}::text[])
    order by recorded_at`.execute(context.db);
  return rows;
}

export type Ask = { kind: 'report' | 'check'; id: string; at: Instant };

/** Whether it is news. */
export async function insertAsk(context: Context, { barId, recordId }: BarOf, { kind, id, at }: Ask): Promise<boolean> {
  const done = await sql`insert into contact_bar_ask (bar_id, record_id, about_kind, about_id, asked_at)
    values (${barId}, ${recordId}, ${kind}, ${id}, ${at}) on conflict do nothing`.execute(context.db);
  return done.numAffectedRows === 1n;
}
