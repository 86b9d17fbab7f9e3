// Somebody asked whether a child is known, and the story's found child may be the one; and a sighting's child is kept from somebody who asked.
import { sql } from 'kysely';
import { newId } from '../../src/kernel/ids.ts';
import type { ChildRecord } from '../../src/modules/children/index.ts';
import { newTrackingCode } from '../../src/modules/checks/tracking-code.ts';
import type { Nation } from '../database/tools.ts';

export type CheckStory = { checkId: string };

export async function askedAndBarred(
  nation: Nation,
  { found, sighting }: Record<'found' | 'sighting', ChildRecord>,
  word: (name: string) => string,
): Promise<CheckStory & { sealed: string[] }> {
  const { admin, clock } = nation;
  const { seal } = nation.tools('worker');
  const asked = nation.officer('child-protection-officer Saran');
  const theirs = nation.officer('child-protection-officer Kozhikode');
  const police = nation.officer('investigating-officer Saran');
  const [checkId, barId] = [newId(), newId()];
  const told = {
    childName: word('soughtName'), sex: 'female', ageFrom: 9, languages: [], marks: [], lastSeenOn: '2026-11-20', lastSeenOnUnknown: false, lastSeenDistrict: '220',
    informantName: word('seeker'), informantRelation: 'mother', informantTelephone: '+919830077009',
  }; // prettier-ignore
  const comparison = {
    aspects: [],
    priorBits: -5,
    totalBits: 9,
    probability: 0.9,
    oneInN: 100,
    helpMost: null,
    tooThin: false,
    weightsVersion: 'w',
  };
  await sql`insert into private_check (id, code, telephone_key, told_sealed, locale, district_code, office_id, asked_at, call_by)
    values (${checkId}, ${newTrackingCode()}, 'a key', ${seal(JSON.stringify(told))}, 'en', '220', ${asked.officeId}, ${clock.now}, ${clock.now})`.execute(
    admin,
  );
  await sql`insert into private_check_pair (check_id, record_id, office_id, comparison_sealed, bits, found_at)
    values (${checkId}, ${found.id}, ${theirs.officeId}, ${seal(JSON.stringify(comparison))}, 9, ${clock.now})`.execute(admin);
  await sql`insert into private_check_call (id, check_id, said, asked_sealed, called_at, office_id, called_by, recorded_at)
    values (${newId()}, ${checkId}, 'not-reached', ${seal(word('callAsked'))}, ${clock.now}, ${asked.officeId}, ${asked.officerId}, ${clock.now})`.execute(
    admin,
  );
  const words = JSON.stringify({ who: word('barred'), because: word('ranFrom') });
  await sql`insert into contact_bar (id, record_id, ground, telephone_key, words_sealed, office_id, recorded_by, recorded_at)
    values (${barId}, ${sighting.id}, 'child-words', 'another key', ${seal(words)}, ${police.officeId}, ${police.officerId}, ${clock.now})`.execute(
    admin,
  );
  await sql`insert into contact_bar_ask values (${barId}, ${sighting.id}, 'check', ${checkId}, ${clock.now})`.execute(admin);
  return { checkId, sealed: ['soughtName', 'seeker', 'callAsked', 'barred', 'ranFrom'].map(word) };
}
