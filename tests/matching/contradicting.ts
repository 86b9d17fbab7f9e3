// Reports that share a telephone, an address, an FIR or a photograph, for the tests of status contradictions.
import { sql } from 'kysely';
import { newId } from '../../src/kernel/ids.ts';
import { isRefusal } from '../../src/kernel/refusal.ts';
import type { ChildRecord } from '../../src/modules/children/index.ts';
import { registerFoundChild } from '../../src/modules/found-children/actions.ts';
import { foundChildSchema } from '../../src/modules/found-children/form.ts';
import {
  type ContradictionRow,
  type Contradictions,
  loadContradictions,
} from '../../src/modules/matching/contradictions/contradictions.ts';
import { complaintSchema } from '../../src/modules/missing-reports/form.ts';
import { registerComplaint } from '../../src/modules/missing-reports/index.ts';
import { markTraced } from '../../src/modules/missing-reports/outcome.ts';
import type { After } from '../../src/platform/paging.ts';
import type { Nation, Who } from '../database/tools.ts';

export const saran = 'station-in-charge Saran' as const;
export const kozhikode = 'station-in-charge Kozhikode' as const;
/** Watches over Kozhikode, where the open record lies. */
export const nodal = 'district-nodal-officer Kozhikode' as const;
/** Watches over both. */
export const national = 'national-nodal-officer Saran' as const;

const day = {
  receivedOn: '2026-11-20',
  receivedAt: '12:00',
  paperOn: '2026-11-20',
  paperAt: '12:00',
  lastSeenOn: '2026-11-20',
  lastSeenAt: '10:00',
};
let paper = 0;

export type Told = { children?: { childName: string; sex?: string }[] } & Record<string, unknown>;

export async function report(nation: Nation, who: Who, told: Told = {}): Promise<ChildRecord[]> {
  const children = told.children ?? [{ childName: 'Puja', sex: 'female' }];
  const district = who === saran ? '220' : '560';
  const draft = complaintSchema.parse({
    ...day,
    source: 'walk-in',
    paper: 'fir',
    paperNumber: String(++paper),
    lastSeenDistrict: district,
    ...told,
    children,
  });
  return (await nation.ask(who, (context) => registerComplaint(context, draft, []))) as ChildRecord[];
}

export async function registerFound(nation: Nation): Promise<ChildRecord> {
  const intake = {
    foundOn: '2026-11-22',
    foundAt: '09:00',
    districtCode: '560',
    foundPlace: 'station',
    broughtBy: 'police',
    childName: 'P',
    sex: 'female',
  };
  return (await nation.ask('investigating-officer Kozhikode', (context) =>
    registerFoundChild(context, foundChildSchema.parse(intake), []),
  )) as ChildRecord;
}

export const trace = (nation: Nation, who: Who, { reference }: ChildRecord) =>
  nation.ask(who, (context) =>
    markTraced(context, reference, {
      tracedOn: '2026-11-22',
      tracedAt: '10:00',
      how: 'by-police',
      alive: 'yes',
      where: 'her aunt',
    } as never),
  );

export async function listed(nation: Nation, who: Who, after: After | null = null): Promise<Contradictions> {
  const answer = await nation.ask(who, (context) => loadContradictions(context, after), 'identification');
  if (isRefusal(answer)) throw new Error(JSON.stringify(answer));
  return answer;
}

/** A row as "open reference / other reference: what they share". */
export const inShort = ({ open, other, shared }: ContradictionRow) => `${open.reference} / ${other.reference}: ${shared}`;

export const seen = async (nation: Nation, who: Who = nodal) => (await listed(nation, who)).rows.map(inShort);

/** One and the same picture in each, as by `by`. */
export async function photographed(
  nation: Nation,
  records: readonly ChildRecord[],
  by: string | null = nation.officer(saran).officerId,
): Promise<void> {
  for (const { id } of records)
    await sql`insert into photograph (id, record_id, name, supplied_by, width, height, sha256, added_at, added_by)
      values (${newId()}, ${id}, ${newId()}, 'family', 1, 1, '\\x01', ${nation.clock.now}, ${by})`.execute(nation.admin);
}

export const DAYS = 24;
