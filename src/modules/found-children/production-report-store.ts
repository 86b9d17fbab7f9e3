// SQL of production reports (Form 17). Telephones are sealed.
import { sql } from 'kysely';
import { type RecordId, newId } from '../../kernel/ids.ts';
import { type Instant, milliseconds } from '../../kernel/time.ts';
import type { Context, OfficerActor } from '../../platform/context.ts';
import type { ProductionReportDraft } from './form.ts';
import type { ProductionReport } from './production-report.ts';

export type Filing = { recordId: RecordId; describedVersion: number; filedAt: Instant; homeReachedAt: Instant | null };

export async function insertProductionReport(
  context: Context,
  officer: OfficerActor,
  { recordId, describedVersion, filedAt, homeReachedAt }: Filing,
  draft: ProductionReportDraft,
): Promise<string> {
  const id = newId<'productionReport'>(milliseconds(context.now));
  const sealed = (telephone: string | undefined) => (telephone ? context.tools.seal(telephone) : null);
  await sql`insert into production_report (id, record_id, office_id, filed_at, described_version, case_number, produced_in, producer_name,
      producer_designation, producer_organisation, producer_sex, producer_age, producer_address, producer_telephone_sealed, parents_address,
      parents_telephone_sealed, parents_occupation, home_reached_at, efforts_to_trace, child_signed, recorded_by, recorded_at)
    values (${id}, ${recordId}, ${officer.officeId}, ${filedAt}, ${describedVersion}, ${draft.caseNumber ?? null}, ${draft.producedIn ?? null},
      ${draft.producerName ?? officer.name}, ${draft.producerDesignation ?? null}, ${draft.producerOrganisation ?? officer.officeName},
      ${draft.producerSex ?? null}, ${draft.producerAge ?? null}, ${draft.producerAddress ?? null}, ${sealed(draft.producerTelephone)},
      ${draft.parentsAddress ?? null}, ${sealed(draft.parentsTelephone)}, ${draft.parentsOccupation ?? null}, ${homeReachedAt},
      ${draft.effortsToTrace}, ${draft.childSigned ?? null}, ${officer.officerId}, ${context.now})`.execute(context.db);
  return id;
}

type Row = Omit<ProductionReport, 'producerTelephone' | 'parentsTelephone'> & {
  producerTelephoneSealed: Buffer | null;
  parentsTelephoneSealed: Buffer | null;
};

/** The earliest first. */
export async function productionReportsOf(context: Context, recordId: RecordId): Promise<ProductionReport[]> {
  const { rows } = await sql<Row>`select p.id, f.name as office_name, p.filed_at, p.described_version, p.case_number, p.produced_in,
      p.producer_name, p.producer_designation, p.producer_organisation, p.producer_sex, p.producer_age, p.producer_address,
      p.producer_telephone_sealed, p.parents_address, p.parents_telephone_sealed, p.parents_occupation, p.home_reached_at, p.efforts_to_trace,
      p.child_signed
    from production_report p join office f on f.id = p.office_id where p.record_id = ${recordId} order by p.filed_at, p.id`.execute(
    context.db,
  );
  const opened = (sealed: Buffer | null) => (sealed ? context.tools.unseal(sealed) : null);
  return rows.map(({ producerTelephoneSealed, parentsTelephoneSealed, ...row }) => ({
    ...row,
    producerTelephone: opened(producerTelephoneSealed),
    parentsTelephone: opened(parentsTelephoneSealed),
  }));
}
