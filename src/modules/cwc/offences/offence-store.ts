// SQL of cases under the POCSO Act. Every word is sealed; who sees a row, row security says (`sees_offence`).
import { sql } from 'kysely';
import { type OfficeId, type RecordId, newId } from '../../../kernel/ids.ts';
import { type Day, type Instant, milliseconds } from '../../../kernel/time.ts';
import type { Context, OfficerActor } from '../../../platform/context.ts';
import type { HelperDraft, TakenDraft } from './form.ts';
import type { Helper, HelperWords, OffenceCase, OffenceStep, StepKind } from './offence.ts';

type CaseRow = Omit<OffenceCase, 'paper' | 'told' | 'steps' | 'helpers'> & { wordsSealed: Buffer };
type StepRow = Omit<OffenceStep, 'words'> & { caseId: string; wordsSealed: Buffer };
type HelperRow = Omit<Helper, 'words' | 'endedBecause'> & { caseId: string; wordsSealed: Buffer; endedBecauseSealed: Buffer | null };

const sealed = ({ tools }: Context, words: object): Buffer => tools.seal(JSON.stringify(words));
const opened = <Words>({ tools }: Context, bytes: Buffer): Words => JSON.parse(tools.unseal(bytes)) as Words;
const said = (context: Context, bytes: Buffer): string => opened<{ words?: string }>(context, bytes).words ?? '';

/** The latest first. The caller has read the record. */
export async function casesOf(context: Context, recordId: RecordId): Promise<OffenceCase[]> {
  const { rows } = await sql<CaseRow>`select c.id, c.record_id, c.station_id, f.name as station_name, c.setting, c.taken_at, c.words_sealed
    from sexual_offence_case c join office f on f.id = c.station_id where c.record_id = ${recordId} order by c.taken_at desc, c.id desc`.execute(
    context.db,
  );
  const { rows: steps } =
    await sql<StepRow>`select s.id, s.case_id, s.kind, s.happened_at, s.leaves, s.rupees, s.words_sealed, f.name as office_name, o.name as recorded_by_name
    from sexual_offence_step s join office f on f.id = s.office_id join officer o on o.id = s.recorded_by
    where s.record_id = ${recordId} order by s.happened_at, s.recorded_at`.execute(context.db);
  const { rows: helpers } =
    await sql<HelperRow>`select p.id, p.case_id, p.kind, p.words_sealed, f.name as office_name, p.consent_by, p.from_on::text, p.ended_on::text,
      p.ended_because_sealed from support_person p left join office f on f.id = p.office_id where p.record_id = ${recordId} order by p.from_on, p.named_at`.execute(
      context.db,
    );
  return rows.map(({ wordsSealed, ...one }) => ({
    ...one,
    ...withWords(opened<{ paper?: string; told?: string }>(context, wordsSealed)),
    steps: steps
      .filter(({ caseId }) => caseId === one.id)
      .map(({ wordsSealed: bytes, ...step }) => ({ ...step, words: said(context, bytes) })),
    helpers: helpers
      .filter(({ caseId }) => caseId === one.id)
      .map(({ wordsSealed: bytes, endedBecauseSealed: because, ...helper }) => ({
        ...helper,
        words: opened<HelperWords>(context, bytes),
        endedBecause: because && said(context, because),
      })),
  }));
}

/** Of the station that took a case down, or of the office that answers for a support person now: such a reader needs nobody's leave. */
export async function readsByRight(context: Context, { officeId }: OfficerActor, recordId: RecordId): Promise<boolean> {
  const { rows } = await sql<{
    right: boolean;
  }>`select exists (select from sexual_offence_case c where c.record_id = ${recordId} and c.station_id = ${officeId})
    or exists (select from support_person s where s.record_id = ${recordId} and s.office_id = ${officeId} and s.ended_on is null) as right`.execute(
    context.db,
  );
  return rows[0]!.right;
}

const withWords = ({ paper, told }: { paper?: string; told?: string }) => ({ paper: paper ?? null, told: told ?? '' });

export async function insertCase(
  context: Context,
  officer: OfficerActor,
  { recordId, takenAt }: { recordId: RecordId; takenAt: Instant },
  { setting, paper, told }: TakenDraft,
): Promise<string> {
  const id = newId<'offenceCase'>(milliseconds(context.now));
  await sql`insert into sexual_offence_case (id, record_id, station_id, setting, taken_at, words_sealed, recorded_by, recorded_at)
    values (${id}, ${recordId}, ${officer.officeId}, ${setting}, ${takenAt}, ${sealed(context, { paper, told })}, ${officer.officerId}, ${context.now})`.execute(
    context.db,
  );
  return id;
}

export type NewStep = { kind: StepKind; happenedAt: Instant; words: string; leaves?: boolean; rupees?: number };

export async function insertStep(
  context: Context,
  officer: OfficerActor,
  { id: caseId, recordId }: Pick<OffenceCase, 'id' | 'recordId'>,
  { kind, happenedAt, words, leaves, rupees }: NewStep,
): Promise<string> {
  const id = newId<'offenceStep'>(milliseconds(context.now));
  await sql`insert into sexual_offence_step (id, case_id, record_id, kind, happened_at, leaves, rupees, words_sealed, office_id, recorded_by, recorded_at)
    values (${id}, ${caseId}, ${recordId}, ${kind}, ${happenedAt}, ${leaves ?? null}, ${rupees ?? null}, ${sealed(context, { words })}, ${officer.officeId},
      ${officer.officerId}, ${context.now})`.execute(context.db);
  return id;
}

/** Undefined where the case has a support person already. */
export async function insertHelper(
  context: Context,
  cwc: OfficerActor,
  { id: caseId, recordId }: Pick<OffenceCase, 'id' | 'recordId'>,
  { officeId, ...draft }: HelperDraft & { officeId: OfficeId | null },
): Promise<string | undefined> {
  const id = newId<'supportPerson'>(milliseconds(context.now));
  const { kind, consentBy, fromOn, ...words } = draft;
  const done =
    await sql`insert into support_person (id, case_id, record_id, kind, words_sealed, office_id, consent_by, from_on, cwc_id, named_by, named_at)
    values (${id}, ${caseId}, ${recordId}, ${kind}, ${sealed(context, words)}, ${officeId}, ${consentBy ?? null}, ${fromOn}, ${cwc.officeId}, ${cwc.officerId}, ${context.now})
    on conflict do nothing`.execute(context.db);
  return done.numAffectedRows === 1n ? id : undefined;
}

/** False if it ended meanwhile. */
export async function endHelper(context: Context, id: string, { endedOn, because }: { endedOn: Day; because: string }): Promise<boolean> {
  const done = await sql`update support_person set ended_on = ${endedOn}, ended_because_sealed = ${sealed(context, { words: because })}
    where id = ${id} and ended_on is null`.execute(context.db);
  return done.numAffectedRows === 1n;
}
