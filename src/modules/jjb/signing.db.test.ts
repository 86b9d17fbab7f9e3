// An order of the Board is signed by each member named in it, in the own session; until the last has, it begins nothing and only the Board sees it.
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Fields, type TestDoor, fieldError, openDoor } from '../../../tests/database/door.ts';
import { type Nation, type Who, noon, startNation } from '../../../tests/database/tools.ts';
import { deskRoutes } from './index.ts';
import { isSigned } from './step.ts';
import { steps } from './steps/all.ts';

let nation: Nation;
let desk: TestDoor;
let at: string;
const police: Who = 'child-welfare-police-officer Saran';
const magistrate: Who = 'jjb-magistrate Saran';
const member: Who = 'jjb-member Saran';
const id = (who: Who): string => nation.officer(who).officerId;
const post = (path: string, fields: Fields, who: Who = magistrate) => desk.post(`${at}/${path}`, fields, who);
const two = () => ({ disposal: 'advice', reasons: 'Zqreasonword', bench: [id(magistrate), id(member)] });

beforeAll(async () => {
  nation = await startNation();
  desk = await openDoor(nation, 'desk', deskRoutes());
});
afterAll(async () => {
  await desk?.close();
  await nation?.stop();
});
beforeEach(async () => {
  nation.clock.now = noon;
  at = (await desk.post('/board/new', { name: 'Biraju Mondal', sex: 'male', age: '15' }, police)).location.split('?')[0]!;
  expect((await post('production', { gravity: 'petty', sixteen: 'no', sat: id(magistrate) })).status).toBe(303);
});

async function waiting(): Promise<string> {
  const { rows } = await sql<{ id: string }>`select id from conflict.paper where made_at is null and withdrawn_at is null
    and proceeding_id = ${at.split('/').at(-1)!}`.execute(nation.admin);
  return rows[0]?.id ?? '';
}
const ended = async (): Promise<boolean> =>
  (
    await sql<{
      ended: boolean;
    }>`select ended_at is not null as ended from conflict.proceeding where id = ${at.split('/').at(-1)!}`.execute(nation.admin)
  ).rows[0]!.ended;

test('nobody signs for another: the case ends with the last signature, each by the own name', async () => {
  expect((await post('disposal', two())).location).toContain('waits');
  expect(await ended()).toBe(false);
  const paper = await waiting();
  expect((await desk.get(at, magistrate)).body).toContain('Zqreasonword');
  expect((await desk.get(at, police)).body).not.toContain('Zqreasonword');
  for (const language of ['en', 'hi']) expect((await desk.get('/board', member, language)).body).toContain(`/papers/${paper}/sign`);
  for (const language of ['en', 'hi'])
    expect((await desk.get(`${at}/papers/${paper}/sign`, member, language)).body).toContain('Zqreasonword');
  const again = await post(`papers/${paper}/sign`, { consent: nation.officer(magistrate).name });
  expect([again.status, await ended()]).toEqual([422, false]);
  const otherName = await post(`papers/${paper}/sign`, { consent: nation.officer(magistrate).name }, member);
  expect([otherName.status, fieldError(otherName.body, 'consent')]).toEqual([422, expect.stringContaining(nation.officer(member).name)]);
  expect((await post(`papers/${paper}/sign`, { consent: nation.officer(member).name }, 'jjb-member Kannur')).status).toBe(404);
  expect((await post(`papers/${paper}/sign`, { consent: nation.officer(member).name }, member)).status).toBe(303);
  expect([await ended(), await waiting()]).toEqual([true, '']);
});

test('who writes an order is named in it; withdrawn it is made no more; out of its turn by now it is refused', async () => {
  const alone = await post('disposal', two(), member);
  expect(alone.status).toBe(303); // a member may write it too
  const mine = await waiting();
  expect((await post(`papers/${mine}/withdraw`, {})).status).toBe(303);
  expect((await post(`papers/${mine}/sign`, { consent: nation.officer(magistrate).name })).status).toBe(404);
  const notOfIt = await post('bail', { bail: 'granted', bench: id(member) });
  expect([notOfIt.status, fieldError(notOfIt.body, 'bench')]).toEqual([422, 'Name yourself too: whoever writes an order signs it.']);
  await post('disposal', two());
  const first = await waiting();
  await post('disposal', { ...two(), disposal: 'fine' });
  expect((await post(`papers/${first}/sign`, { consent: nation.officer(member).name }, member)).status).toBe(303);
  const second = await post(`papers/${await waiting()}/sign`, { consent: nation.officer(member).name }, member);
  expect([second.status, fieldError(second.body, 'consent')]).toEqual([422, 'This cannot be written in the case as it stands.']);
});

test('what SQL the desk could send makes no order by one alone, nor sets what an order decides', async () => {
  await post('disposal', two());
  const paper = await waiting();
  const proceeding = at.split('/').at(-1)!;
  const asMagistrate = (statement: ReturnType<typeof sql>) => nation.ask(magistrate, ({ db }) => statement.execute(db));
  const forged = [
    sql`update conflict.paper set made_at = ${noon} where id = ${paper}`,
    sql`update conflict.proceeding set gravity = 'heinous', sixteen_at_offence = true where id = ${proceeding}`,
    sql`update conflict.proceeding set ended_at = ${noon}, ended_by = 'advice' where id = ${proceeding}`,
    sql`update conflict.proceeding set appeal_over_at = '2015-01-01' where id = ${proceeding}`,
    sql`insert into conflict.paper (id, proceeding_id, kind, side, happened_at, recorded_at, by_officer, by_office, words_sealed, made_at)
      select gen_random_uuid(), proceeding_id, 'disposal', side, happened_at, ${noon}, by_officer, by_office, words_sealed, ${noon} from conflict.paper where id = ${paper}`,
    sql`insert into conflict.paper_bench (paper_id, proceeding_id, officer_id, signed_at) values (${paper}, ${proceeding}, ${id(police)}, ${noon})`,
  ];
  for (const statement of forged) await expect(asMagistrate(statement)).rejects.toMatchObject({ code: '42501' });
  const forAnother = await asMagistrate(
    sql`update conflict.paper_bench set signed_at = ${noon}, text_hash = '\\x00' where paper_id = ${paper} and officer_id = ${id(member)}`,
  );
  expect(forAnother.numAffectedRows).toBe(0n);
  expect((await post('bail', { bail: 'granted', bench: id(magistrate) })).status).toBe(303); // control: an order of one
  expect((await post(`papers/${paper}/sign`, { consent: nation.officer(member).name }, member)).status).toBe(303); // control: of two
});

test('the database knows which steps are orders', async () => {
  const { rows } = await sql<{ code: string }>`select code from unnest(${steps.map(({ code }) => code)}::text[]) as s (code) where conflict.is_order(code)`.execute(nation.admin);
  expect(rows.map(({ code }) => code)).toEqual(steps.filter(isSigned).map(({ code }) => code));
}); // prettier-ignore
