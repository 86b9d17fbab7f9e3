// SQL of parts B and C: progress reports with their marks, quarterly reviews, releases.
import { sql } from 'kysely';
import { type OfficerId, type RecordId, newId } from '../../kernel/ids.ts';
import { type Day, type Instant, milliseconds } from '../../kernel/time.ts';
import type { Context } from '../../platform/context.ts';
import type { PreReleaseDraft, ReviewDraft } from './form.ts';
import type { Domain, Plan } from './plan.ts';
import { type Mark, type Progress, type ProgressWords, type Review, marks } from './progress.ts';

type By = { officeId: string; officerId: OfficerId };
type Sealed<T, Words extends keyof T> = Omit<T, Words> & { wordsSealed: Buffer };

const opened = <Words>({ tools }: Context, bytes: Buffer): Words => JSON.parse(tools.unseal(bytes)) as Words;

export async function insertProgress(
  context: Context,
  plan: Plan,
  report: Pick<Progress, 'fromOn' | 'toOn' | 'interviewedOn' | 'words' | 'marks'>,
  { officeId, officerId }: By,
): Promise<string> {
  const id = newId<'careProgress'>(milliseconds(context.now));
  const { fromOn, toOn, interviewedOn, words } = report;
  await sql`insert into care_progress (id, plan_id, record_id, from_on, to_on, interviewed_on, words_sealed, office_id, reported_by, reported_at)
    values (${id}, ${plan.id}, ${plan.recordId}, ${fromOn}, ${toOn}, ${interviewedOn}, ${context.tools.seal(JSON.stringify(words))}, ${officeId}, ${officerId},
      ${context.now})`.execute(context.db);
  const given = Object.entries(report.marks) as [Domain, Mark][];
  if (given.length > 0)
    await sql`insert into care_progress_mark (progress_id, record_id, domain, mark) select ${id}, ${plan.recordId}, domain, mark
      from unnest(${given.map(([domain]) => domain)}::text[], ${given.map(([, mark]) => marks.indexOf(mark))}::smallint[]) as m (domain, mark)`.execute(
      context.db,
    );
  return id;
}

/** The latest first. The caller has read the record. */
export async function progressOf(context: Context, recordId: RecordId): Promise<Progress[]> {
  const { rows } = await sql<
    Sealed<Progress, 'words' | 'marks'> & { marks: Partial<Record<Domain, number>> | null }
  >`select p.id, p.from_on, p.to_on, p.interviewed_on, p.words_sealed, f.name as office_name, o.name as reported_by, p.reported_at,
      (select jsonb_object_agg(m.domain, m.mark) from care_progress_mark m where m.progress_id = p.id) as marks
    from care_progress p join office f on f.id = p.office_id join officer o on o.id = p.reported_by
    where p.record_id = ${recordId} order by p.to_on desc, p.reported_at desc`.execute(context.db);
  return rows.map(({ wordsSealed, marks: given, ...report }) => ({
    ...report,
    words: opened<ProgressWords>(context, wordsSealed),
    marks: Object.fromEntries(Object.entries(given ?? {}).map(([domain, mark]) => [domain, marks[mark!]!])) as Progress['marks'],
  }));
}

export async function insertReview(context: Context, plan: Plan, draft: ReviewDraft, { officeId, officerId }: By): Promise<void> {
  const { reviewedOn, outcome, ...words } = draft;
  await sql`insert into care_review (id, plan_id, record_id, reviewed_on, outcome, words_sealed, office_id, recorded_by, recorded_at)
    values (${newId<'careReview'>(milliseconds(context.now))}, ${plan.id}, ${plan.recordId}, ${reviewedOn}, ${outcome},
      ${context.tools.seal(JSON.stringify(words))}, ${officeId}, ${officerId}, ${context.now})`.execute(context.db);
}

export async function reviewsOf(context: Context, recordId: RecordId): Promise<Review[]> {
  const { rows } = await sql<
    Sealed<Review, 'words'>
  >`select v.id, v.reviewed_on, v.outcome, v.words_sealed, f.name as office_name, o.name as recorded_by
    from care_review v join office f on f.id = v.office_id join officer o on o.id = v.recorded_by where v.record_id = ${recordId} order by v.reviewed_on desc`.execute(
    context.db,
  );
  return rows.map(({ wordsSealed, ...review }) => ({ ...review, words: opened<Review['words']>(context, wordsSealed) }));
}

export type Release = { id: string; plannedFor: Day; words: PreReleaseDraft | null; reportedAt: Instant | null; reportedBy: string | null };

export async function releasesOf(context: Context, recordId: RecordId): Promise<Release[]> {
  const { rows } = await sql<
    Omit<Release, 'words'> & { wordsSealed: Buffer | null }
  >`select r.id, r.planned_for, r.words_sealed, r.reported_at, o.name as reported_by from care_release r left join officer o on o.id = r.reported_by
    where r.record_id = ${recordId} order by r.fixed_at desc`.execute(context.db);
  return rows.map(({ wordsSealed, ...release }) => ({
    ...release,
    words: wordsSealed && opened<PreReleaseDraft>(context, wordsSealed),
  }));
}

/** The day of the release; of one fixed before and not reported yet the day is moved. */
export async function fixRelease(context: Context, recordId: RecordId, plannedFor: Day, { officeId, officerId }: By): Promise<void> {
  await sql`insert into care_release (id, record_id, planned_for, fixed_at, fixed_by, office_id)
    values (${newId<'careRelease'>(milliseconds(context.now))}, ${recordId}, ${plannedFor}, ${context.now}, ${officerId}, ${officeId})
    on conflict (record_id) where reported_at is null do update set planned_for = excluded.planned_for, fixed_at = excluded.fixed_at, fixed_by = excluded.fixed_by`.execute(
    context.db,
  );
}

/** False if no release waits for its report. */
export async function writePreRelease(context: Context, recordId: RecordId, draft: PreReleaseDraft, { officerId }: By): Promise<boolean> {
  const done =
    await sql`update care_release set words_sealed = ${context.tools.seal(JSON.stringify(draft))}, reported_at = ${context.now}, reported_by = ${officerId}
    where record_id = ${recordId} and reported_at is null`.execute(context.db);
  return done.numAffectedRows === 1n;
}
