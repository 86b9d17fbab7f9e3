// SQL of what is signed, reviewed and directed: written once, read with who and when.
import { sql } from 'kysely';
import { type OfficeId, newId } from '../../kernel/ids.ts';
import { type Day, type Instant, milliseconds } from '../../kernel/time.ts';
import type { Context, OfficerActor } from '../../platform/context.ts';
import { type Figures, figureNames, none } from './figures.ts';
import type { QuarterlyReturn } from './quarterly-return.ts';

const fresh = (context: Context): string => newId<'return'>(milliseconds(context.now));

/** The id of the new row, or null if the quarter was signed before. */
export async function insertReturn(
  context: Context,
  officer: OfficerActor,
  { period, remarks, nilCode, digest, figures }: Pick<QuarterlyReturn, 'period' | 'remarks' | 'nilCode' | 'digest' | 'figures'>,
): Promise<string | null> {
  const id = fresh(context);
  const done = await sql`insert into quarterly_return (id, office_id, period, remarks, nil_code, digest, signed_by, signed_at)
    values (${id}, ${officer.officeId}, ${period}, ${remarks}, ${nilCode}, ${digest}, ${officer.officerId}, ${context.now})
    on conflict on constraint quarterly_return_once do nothing`.execute(context.db);
  if (done.numAffectedRows !== 1n) return null;
  await sql`insert into quarterly_return_figure (return_id, name, value)
    select ${id}, f.name, f.value from unnest(${figureNames as readonly string[]}::text[], ${figureNames.map((name) => figures[name])}::int[]) as f (name, value)`.execute(
    context.db,
  );
  return id;
}

export async function returnOf(context: Context, officeId: OfficeId, period: string): Promise<QuarterlyReturn | null> {
  const { rows } = await sql<
    Omit<QuarterlyReturn, 'figures'> & { figures: Partial<Figures> }
  >`select r.id, r.office_id, r.period, r.remarks, r.nil_code, r.digest, r.signed_at,
      p.name as officer_name, (select jsonb_object_agg(f.name, f.value) from quarterly_return_figure f where f.return_id = r.id) as figures
    from quarterly_return r join officer p on p.id = r.signed_by where r.office_id = ${officeId} and r.period = ${period}`.execute(
    context.db,
  );
  const [found] = rows;
  return found ? { ...found, figures: { ...none, ...found.figures } } : null;
}

export type Review = { returnId: string | null; remarks: string; reviewedAt: Instant; officerName: string; officeName: string };

/** The latest, of those with the return before those without. */
export async function reviewsOf(context: Context, officeId: OfficeId, period: string): Promise<Review[]> {
  const { rows } = await sql<Review>`select v.return_id, v.remarks, v.reviewed_at, p.name as officer_name, f.name as office_name
    from quarterly_review v join officer p on p.id = v.reviewed_by join office f on f.id = v.by_office
    where v.office_id = ${officeId} and v.period = ${period} order by v.reviewed_at desc`.execute(context.db);
  return rows;
}

/** Null if that was reviewed before. */
export async function insertReview(
  context: Context,
  officer: OfficerActor,
  about: { officeId: OfficeId; period: string; returnId: string | null; remarks: string },
): Promise<string | null> {
  const id = fresh(context);
  const done = await sql`insert into quarterly_review (id, office_id, period, return_id, remarks, reviewed_by, by_office, reviewed_at)
    values (${id}, ${about.officeId}, ${about.period}, ${about.returnId}, ${about.remarks}, ${officer.officerId}, ${officer.officeId}, ${context.now})
    on conflict do nothing`.execute(context.db);
  return done.numAffectedRows === 1n ? id : null;
}

export type Direction = {
  id: string;
  officeId: OfficeId;
  reference: string;
  words: string;
  givenOn: Day;
  pendingThen: number;
  recordedAt: Instant;
  officerName: string;
  keptOn: Day | null;
  keptWords: string | null;
};

/** Of these Committees, the latest first. */
export async function directionsOf(context: Context, officeIds: readonly OfficeId[]): Promise<Direction[]> {
  const { rows } =
    await sql<Direction>`select d.id, d.office_id, d.reference, d.words, to_char(d.given_on, 'YYYY-MM-DD') as given_on, d.pending_then, d.recorded_at,
      p.name as officer_name, to_char(k.kept_on, 'YYYY-MM-DD') as kept_on, k.remarks as kept_words
    from pendency_direction d join officer p on p.id = d.given_by left join direction_kept k on k.direction_id = d.id
    where d.office_id = any (${officeIds as OfficeId[]}::uuid[]) order by d.given_on desc, d.id desc`.execute(context.db);
  return rows;
}

/** Null if the Committee has a direction of that number. */
export async function insertDirection(
  context: Context,
  officer: OfficerActor,
  direction: Pick<Direction, 'officeId' | 'reference' | 'words' | 'givenOn' | 'pendingThen'>,
): Promise<string | null> {
  const id = fresh(context);
  const { officeId, reference, words, givenOn, pendingThen } = direction;
  const done =
    await sql`insert into pendency_direction (id, office_id, reference, words, given_on, pending_then, given_by, by_office, recorded_at)
    values (${id}, ${officeId}, ${reference}, ${words}, ${givenOn}, ${pendingThen}, ${officer.officerId}, ${officer.officeId}, ${context.now})
    on conflict on constraint pendency_direction_once do nothing`.execute(context.db);
  return done.numAffectedRows === 1n ? id : null;
}

/** False if it was said before. */
export async function insertKept(
  context: Context,
  officer: OfficerActor,
  kept: { directionId: string; officeId: OfficeId; keptOn: Day; remarks: string },
): Promise<boolean> {
  const done = await sql`insert into direction_kept (direction_id, office_id, kept_on, remarks, said_by, recorded_at)
    values (${kept.directionId}, ${kept.officeId}, ${kept.keptOn}, ${kept.remarks}, ${officer.officerId}, ${context.now}) on conflict do nothing`.execute(
    context.db,
  );
  return done.numAffectedRows === 1n;
}

export async function insertPaper(
  context: Context,
  officer: OfficerActor,
  paper: { officeId: OfficeId; what: string; period: string; letter: string; madeOn: Day },
): Promise<string> {
  const id = fresh(context);
  await sql`insert into paper_return (id, office_id, what, period, letter, made_on, said_by, said_at)
    values (${id}, ${paper.officeId}, ${paper.what}, ${paper.period}, ${paper.letter}, ${paper.madeOn}, ${officer.officerId}, ${context.now})`.execute(
    context.db,
  );
  return id;
}

/** Which of these Committees signed for the quarter, and which were reviewed. */
export async function signedAmong(
  context: Context,
  officeIds: readonly OfficeId[],
  period: string,
): Promise<Map<OfficeId, { signedAt: Instant | null; reviewedAt: Instant | null; nil: boolean }>> {
  const { rows } = await sql<{
    officeId: OfficeId;
    signedAt: Instant | null;
    reviewedAt: Instant | null;
    nil: boolean;
  }>`select o.id as office_id, r.signed_at,
      (select max(v.reviewed_at) from quarterly_review v where v.office_id = o.id and v.period = ${period}) as reviewed_at, r.nil_code is not null as nil
    from unnest(${officeIds as OfficeId[]}::uuid[]) as o (id) left join quarterly_return r on r.office_id = o.id and r.period = ${period}`.execute(
    context.db,
  );
  return new Map(rows.map((row) => [row.officeId, row]));
}
