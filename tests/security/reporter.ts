// A citizen who proved the telephone behind the missing child's report.
import { sql } from 'kysely';
import { startCitizenSession } from '../../src/modules/citizens/index.ts';
import type { Cookies } from '../database/door.ts';
import { type Nation, anyone } from '../database/tools.ts';
import type { Story } from './story.ts';

export async function reporterCookies(nation: Nation, story: Story, telephone = '+919830077001'): Promise<Cookies> {
  const key = nation.tools('citizen').keyedHash(telephone);
  await sql`update record set reporter_key = ${key} where id = ${story.missing.id}`.execute(nation.admin);
  const { name, value } = await nation.ask(anyone, (context) => startCitizenSession(context, telephone));
  return { [name]: value };
}
