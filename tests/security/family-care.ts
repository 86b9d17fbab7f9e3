// The found child of the story is to live with a family: a row of each table of care in families, every word of it sealed.
import { sql } from 'kysely';
import { newId } from '../../src/kernel/ids.ts';
import type { ChildRecord } from '../../src/modules/children/index.ts';
import type { Nation, Who } from '../database/tools.ts';

/** Of the found child, in whose district the family lives. */
export type FamilyStory = { familyId: string; placingId: string; homeStudyId: string; childStudyId: string; handOffId: string };

/** Answers the words that stand sealed in it too: where the family lives, what it earns, the child's account. */
export async function careInFamily(
  nation: Nation,
  found: ChildRecord,
  committee: Who,
  orderId: string,
  word: (of: string) => string,
): Promise<FamilyStory & { words: string[] }> {
  const { admin, clock } = nation;
  const cwc = nation.officer(committee);
  const unit = nation.officer('child-protection-officer Kozhikode');
  const [familyId, placingId, homeStudyId, childStudyId, handOffId, approval] = Array.from({ length: 6 }, () => newId());
  const words: string[] = [];
  const said = (name: string): string => words[words.push(word(name)) - 1]!;
  const sealed = (value: object): Buffer => nation.tools('desk').seal(JSON.stringify(value));
  const named = 'familyName familyStreet familyTelephone carer carerStreet account endWhy handedOn'.split(' ').map(said);
  const [name, address, telephone, carerName, carerAddress, account, why, file] = named;
  await sql`insert into foster_family (id, kind, office_id, district_code, own_children, words_sealed, registered_by, registered_at)
    values (${familyId}, 'family', ${unit.officeId}, ${unit.districtCode}, 1, ${sealed({ name, address, telephone })}, ${unit.officerId}, ${clock.now})`.execute(admin);
  await sql`insert into care_arrangement (id, record_id, kind, form, family_id, words_sealed, office_id, applied_on, applied_by, applied_at, order_id, order_number, from_on, pays,
      amount, order_sealed, placed_by, placed_at)
    values (${placingId}, ${found.id}, 'foster', 'individual', ${familyId}, ${sealed({ carerName, address: carerAddress, income: 64_000, why })}, ${unit.officeId}, '2026-11-23',
      ${unit.officerId}, ${clock.now}, ${orderId}, '1/2026', '2026-11-24', 'monthly', 400000, ${sealed({ account })}, ${cwc.officerId}, ${clock.now})`.execute(admin);
  await sql`insert into care_approval (id, arrangement_id, record_id, met_on, decision, reasons_sealed, recorded_by, recorded_at)
    values (${approval}, ${placingId}, ${found.id}, '2026-11-23', 'approved', ${sealed({ reasons: said('approvalWhy') })}, ${unit.officerId}, ${clock.now})`.execute(admin);
  await sql`insert into care_approver (approval_id, record_id, position, name, standing) values (${approval}, ${found.id}, 0, ${said('approver')}, 'chairperson')`.execute(
    admin,
  );
  await sql`insert into care_payment (arrangement_id, record_id, period, held_because, voucher, recorded_by, recorded_at)
    values (${placingId}, ${found.id}, '2026-11', 'no-account', ${said('voucher')}, ${unit.officerId}, ${clock.now})`.execute(admin);
  for (const [id, kind, family, placing, record] of [
    [homeStudyId, 'home-study', familyId, null, null],
    [childStudyId, 'child-study', null, placingId, found.id],
  ] as const) {
    await sql`insert into care_paper (id, kind, family_id, arrangement_id, record_id, office_id, version, begun_by, begun_at, submitted_by, submitted_at)
      values (${id}, ${kind}, ${family}, ${placing}, ${record}, ${unit.officeId}, 1, ${unit.officerId}, ${clock.now}, ${unit.officerId}, ${clock.now})`.execute(admin);
    await sql`insert into care_paper_answer (paper_id, field, version, sealed, by_officer, at)
      values (${id}, 'members', 1, ${nation.tools('desk').seal(said(kind))}, ${unit.officerId}, ${clock.now})`.execute(admin);
  }
  await sql`insert into care_hand_off (id, record_id, portal, purpose, file_sealed, digest, made_by, made_at)
    values (${handOffId}, ${found.id}, 'ghar', 'home-state', ${nation.tools('desk').seal(file!)}, '\\x00', ${unit.officerId}, ${clock.now})`.execute(admin);
  return { familyId: familyId!, placingId: placingId!, homeStudyId: homeStudyId!, childStudyId: childStudyId!, handOffId: handOffId!, words };
} // prettier-ignore
