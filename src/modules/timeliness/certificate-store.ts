// SQL of certified months: written once, read with who certified and when.
import { sql } from 'kysely';
import type { Day, Instant } from '../../kernel/time.ts';
import type { Context, OfficerActor } from '../../platform/context.ts';
import type { CertifiedRow } from './certificate.ts';

export type NewCertificate = { id: string; districtCode: string; month: Day; digest: string };
export type Certificate = NewCertificate & { certifiedAt: Instant; officerName: string; officeName: string; rows: CertifiedRow[] };

/** False if the district's month was certified before. */
export async function insertCertificate(
  context: Context,
  officer: OfficerActor,
  { id, districtCode, month, digest }: NewCertificate,
  rows: readonly CertifiedRow[],
): Promise<boolean> {
  const done = await sql`insert into lag_certificate (id, district_code, month, digest, office_id, certified_by, certified_at)
    values (${id}, ${districtCode}, ${month}, ${digest}, ${officer.officeId}, ${officer.officerId}, ${context.now})
    on conflict on constraint lag_certificate_once do nothing`.execute(context.db);
  if (done.numAffectedRows !== 1n) return false;
  if (rows.length === 0) return true;
  const values = rows.map(
    ({ officeId, entries, timed, inTime, reasons, nilCode }) =>
      sql`(${id}, ${officeId}, ${entries}, ${timed}, ${inTime}, ${reasons}, ${nilCode})`,
  );
  await sql`insert into lag_certificate_row (certificate_id, office_id, entries, timed, in_time, reasons, nil_code) values ${sql.join(values)}`.execute(
    context.db,
  );
  return true;
}

export async function certificateOf(context: Context, districtCode: string, month: Day): Promise<Certificate | undefined> {
  const { rows } = await sql<
    Omit<Certificate, 'rows'>
  >`select c.id, c.district_code, to_char(c.month, 'YYYY-MM-DD') as month, c.digest, c.certified_at,
      p.name as officer_name, f.name as office_name
    from lag_certificate c join officer p on p.id = c.certified_by join office f on f.id = c.office_id
    where c.district_code = ${districtCode} and c.month = ${month}`.execute(context.db);
  const [certificate] = rows;
  if (!certificate) return undefined;
  const frozen = await sql<CertifiedRow>`select office_id, entries, timed, in_time, reasons, nil_code from lag_certificate_row
    where certificate_id = ${certificate.id} order by office_id`.execute(context.db);
  return { ...certificate, rows: frozen.rows };
}

/** Codes of the districts, of all States, whose month is certified. */
export async function districtsCertified(context: Context, month: Day): Promise<Set<string>> {
  const { rows } = await sql<{ code: string }>`select district_code as code from lag_certificate where month = ${month}`.execute(
    context.db,
  );
  return new Set(rows.map(({ code }) => code));
}
