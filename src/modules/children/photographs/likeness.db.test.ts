// A picture sent again is found, for the officer and not for who sent it; as far as row security lets the officer see; a guarded child is told of to nobody else.
import { sql } from 'kysely';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { routesOf as citizenRoutesOf } from '../../../apps/citizen.ts';
import { routesOf as deskRoutesOf } from '../../../apps/desk.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import type { ChildRecord } from '../../children/index.ts';
import { registerComplaint } from '../../missing-reports/actions.ts';
import { complaintSchema } from '../../missing-reports/form.ts';
import { type TestDoor, openDoor } from '../../../../tests/database/door.ts';
import { type Nation, type Who, anyone, startNation } from '../../../../tests/database/tools.ts';
import { photographOf } from '../../../../tests/documents/photograph.ts';
import { reporterCookies } from '../../../../tests/security/reporter.ts';

const saran: Who = 'investigating-officer Saran';
const kannur: Who = 'investigating-officer Kannur';
let nation: Nation;
let desk: TestDoor;

const first = photographOf;
/** As it comes back from a messenger: smaller, darker, saved badly. */
const again = async (face: number) =>
  sharp(await photographOf(face)).resize(170).modulate({ brightness: 0.9 }).jpeg({ quality: 40 }).toBuffer(); // prettier-ignore

async function report(who: Who, bytes: Buffer, district = '220'): Promise<ChildRecord> {
  const complaint = complaintSchema.parse({
    source: 'walk-in', receivedOn: '2026-11-20', receivedAt: '10:00', paper: 'to-be-registered',
    informantName: 'Kamala', informantRelation: 'mother', informantTelephone: '98300 77001', lastSeenOn: '2026-11-20', lastSeenAt: '09:00', lastSeenDistrict: district,
    children: [{ childName: 'Asha', sex: 'female', ageFrom: '9', photographTakenOn: '2025-11-20' }],
  }); // prettier-ignore
  const answer = await nation.ask(who, (context) =>
    registerComplaint(context, complaint, [{ field: 'children.0.photograph', bytes, tooLarge: false }]),
  );
  const [record] = [answer].flat();
  if (!record || isRefusal(record)) throw new Error(JSON.stringify(answer));
  return record;
}

const page = async (record: ChildRecord, who: Who): Promise<string> =>
  (await desk.get(`/missing/${record.reference}`, who)).body.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');
const hidden = 'also sent with the record of another child, which you cannot open';

beforeAll(async () => {
  nation = await startNation();
  desk = await openDoor(nation, 'desk', deskRoutesOf(nation.config));
});
afterAll(async () => {
  await desk?.close();
  await nation?.stop();
});
beforeEach(async () => {
  await sql`delete from photograph_likeness`.execute(nation.admin);
  await sql`delete from photograph_look`.execute(nation.admin);
});

test('the officer of both reads with which other record the picture was sent, on either page; and how old the picture is', async () => {
  const [one, other] = [await report(saran, await first(31)), await report(saran, await again(31))];
  expect(await page(other, saran)).toContain(`also sent with ${one.reference}`);
  expect(await page(one, saran)).toContain(`also sent with ${other.reference}`);
  expect(await page(one, saran)).toContain('Taken 20 Nov 2025 (12 months ago)');
});

test('a picture of another child is no such thing', async () => {
  const one = await report(saran, await first(31));
  await report(saran, await first(330));
  expect(await page(one, saran)).not.toContain('also sent');
});

test('of a record the officer cannot see it is told that there is one, and nothing of it', async () => {
  const elsewhere = await report(kannur, await first(31), '560');
  const mine = await report(saran, await again(31));
  const shown = await page(mine, saran);
  expect(shown).toContain(hidden);
  expect(shown).not.toContain(elsewhere.reference);
  expect(await page(elsewhere, kannur)).toContain(hidden);
});

test('of a guarded child nobody else is told; its own office sees that somebody sends the picture', async () => {
  const guarded = await report(kannur, await first(31), '560');
  await sql`update missing_report set contact_barred = true where record_id = ${guarded.id}`.execute(nation.admin);
  const asked = await report(saran, await again(31));
  expect(await page(asked, saran)).not.toContain('also sent');
  expect(await page(guarded, kannur)).toContain(hidden);
});

test('a picture of a recalled notice is said to be one', async () => {
  const one = await report(saran, await first(31));
  await sql`insert into notice (id, public_id, record_id, authority, order_number, reasons, fields, photograph_id, authorised_by, authorised_at, expires_at, withdrawn_at, listed_under)
    select gen_random_uuid(), 'a', record_id, 'police-tracing', '1', 'r', '{photograph}', id, ${nation.officer(saran).officerId}, '2026-11-20', '2026-11-30', '2026-11-21', '220'
    from photograph where record_id = ${one.id}`.execute(nation.admin); // prettier-ignore
  expect(await page(await report(saran, await again(31)), saran)).toContain('It stood on a public notice that is over');
});

test('who sends a picture learns nothing: pages of the citizen door are as before', async () => {
  const street = await openDoor(nation, 'citizen', citizenRoutesOf(nation.config));
  const mine = await report(saran, await again(77));
  const family = await reporterCookies(nation, { missing: mine } as never);
  const before = (await street.get(`/my/${mine.reference}`, family)).body;
  const other = await report(kannur, await first(77), '560');
  const shown = (await street.get(`/my/${mine.reference}`, family)).body;
  const bare = (body: string) => body.replaceAll(/[0-9a-f-]{36}/g, '');
  expect(bare(shown)).toBe(bare(before));
  expect(shown).not.toContain(other.reference);
  await street.close();
});

test('neither door reads or writes looks; the citizen cannot ask what is alike', async () => {
  const mine = await report(saran, await first(31));
  for (const table of ['photograph_look', 'photograph_likeness'])
    for (const who of [saran, anyone] as const)
      await expect(nation.ask(who, ({ db }) => sql`select 1 from ${sql.table(table)}`.execute(db))).rejects.toMatchObject({
        code: '42501',
      });
  const asked = (who: Who | typeof anyone) => nation.ask(who, ({ db }) => sql`select * from likenesses_of(${mine.id})`.execute(db));
  await expect(asked(anyone)).rejects.toMatchObject({ code: '42501' });
  await expect(asked(kannur)).rejects.toMatchObject({ code: '42501' });
  expect((await asked(saran)).rows).toEqual([]);
  const bits = '0'.repeat(64);
  const { rows } = await sql<{ id: string }>`select id from photograph where record_id = ${mine.id}`.execute(nation.admin);
  const forged = nation.ask(kannur, ({ db, now }) =>
    sql`select keep_look(${rows[0]!.id}, ${bits}::bit(64), ${bits}::bit(64), 64, 64, ${now})`.execute(db),
  );
  await expect(forged).rejects.toMatchObject({ code: '42501' });
});

test('a picture many send is noted no more than twenty times', async () => {
  for (let n = 0; n < 22; n++) await report(saran, await first(31));
  const { rows } = await sql<{ most: number }>`select max(n)::int as most from (select count(*) as n from photograph_likeness group by photograph_id) each_one`.execute(nation.admin); // prettier-ignore
  expect(rows[0]!.most).toBe(20);
});
