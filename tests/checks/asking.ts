// Asking a private check at the citizen door without typing every page: the answers are kept as the pages keep them, then a code is sent and typed back.
import { sql } from 'kysely';
import { keepDraft } from '../../src/modules/citizens/index.ts';
import type { Cookies, TestDoor } from '../database/door.ts';
import { type Nation, anyone } from '../database/tools.ts';

type Answers = Record<string, string>;

/** Of a girl found at Kozhikode, sought by her family in Saran. */
export const girl: Answers = { childName: 'Puja', fatherName: 'Ramesar', ageFrom: '8', sex: 'female' };
/** Of a child nobody found. */
export const nobody: Answers = { childName: 'Zubin', fatherName: 'Hormazd', ageFrom: '15', sex: 'male' };
const rest: Answers = {
  lastSeenOn: '2026-11-10',
  lastSeenDistrict: '220',
  districtTyped: 'Saran',
  'passed.looks': 'yes',
  'passed.family': 'yes',
  informantName: 'Kamala Devi',
  informantRelation: 'mother',
};

/** A number nobody asked from before. */
export const telephoneNumber = (n: number): string => `+9198300${String(n).padStart(5, '0')}`;

export async function codeSentTo(nation: Nation): Promise<string> {
  const { rows } = await sql<{
    factsSealed: Buffer;
  }>`select facts_sealed from message where template = 'oneTimeCode' order by id desc limit 1`.execute(nation.admin);
  return (JSON.parse(nation.tools('citizen').unseal(rows[0]!.factsSealed)) as { code: string }).code;
}

/** Up to the page where the code is typed. Budgets are emptied: so many ask from one network here. */
export async function readyToAsk(nation: Nation, street: TestDoor, child: Answers, telephone: string): Promise<Cookies> {
  await sql`delete from request_budget`.execute(nation.admin);
  await sql`delete from message`.execute(nation.admin); // the clock may stand still: the code sent next is the only one
  const answers = { ...rest, ...child, informantTelephone: telephone };
  const { name, value } = await nation.ask(anyone, (context) => keepDraft(context, {}, 'check', { answers, photograph: null }));
  const sent = await street.post('/known/check', {}, { [name]: value });
  if (sent.location !== '/known/code') throw new Error(`${sent.status} ${sent.body}`);
  return { [name]: value };
}

export async function ask(nation: Nation, street: TestDoor, child: Answers, telephone: string) {
  const cookies = await readyToAsk(nation, street, child, telephone);
  const answered = await street.post('/known/code', { code: await codeSentTo(nation) }, cookies);
  return { answered, cookies: answered.cookies, code: new URL(answered.location, 'http://street').searchParams.get('code')! };
}
