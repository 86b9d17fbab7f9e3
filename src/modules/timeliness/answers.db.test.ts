// What offices answer: why entries came late, why there were none, and a month certified once, with what came after beside it.
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { routesOf } from '../../apps/desk.ts';
import { type TestDoor, openDoor } from '../../../tests/database/door.ts';
import { type Nation, startNation } from '../../../tests/database/tools.ts';
import { type Story, station, tellStory } from '../../../tests/security/story.ts';
import { newId } from '../../kernel/ids.ts';

let nation: Nation;
let story: Story;
let desk: TestDoor;

beforeAll(async () => {
  nation = await startNation();
  story = await tellStory(nation);
  desk = await openDoor(nation, 'desk', routesOf(nation.config));
});
afterAll(async () => {
  await desk?.close();
  await nation?.stop();
});

/** Entered by the station in its own name, at this distance from what happened. */
const enter = (happening: string, happenedAt: string, lag: string, office = nation.officer(station).officeId) => {
  const id = newId();
  return sql`insert into diary_entry (id, record_id, happening, happened_at, recorded_at, by_office, door)
    values (${id}, ${story.missing.id}, ${happening}, ${happenedAt}::timestamptz, ${happenedAt}::timestamptz + ${lag}::interval, ${office}, 'desk')`
    .execute(nation.admin)
    .then(() => id);
};
const entriesOn = (body: string): string[] => [...body.matchAll(/name="entryIds"\s+value="([^"]+)"/g)].map(([, id]) => id!);

describe('late entries', () => {
  const page = () => `/timeliness/late/${story.missing.reference}`;

  test('are listed on the record’s page and asked for a reason, to the office that made them alone; in time is not listed', async () => {
    await enter('missing.hueAndCryIssued', '2026-11-21T06:00:00Z', '24 hours');
    const late = await enter('missing.forwardedToJuvenilePoliceUnit', '2026-11-21T06:00:00Z', '24 hours 1 second');
    const record = await desk.get(`/missing/${story.missing.reference}`, station);
    expect(record.body).toContain(page());
    const asked = entriesOn((await desk.get(page(), station)).body);
    expect(asked).toContain(late);
    const { rows } = await sql<{
      happening: string;
    }>`select happening from diary_entry where id = any (${asked}::uuid[]) order by 1`.execute(nation.admin);
    expect(rows.map(({ happening }) => happening)).toEqual(['missing.forwardedToJuvenilePoliceUnit', 'missing.reported']); // the FIR has its reason, the hue and cry was in time
    expect(entriesOn((await desk.get(page(), 'cwc-chairperson Saran')).body)).toEqual([]);
    const own = await desk.get('/timeliness/office', station);
    expect(own.body).toMatch(new RegExp(`${page()}"[^<]*>${story.missing.reference}</a>: 2 entries`));
    expect((await desk.get('/timeliness/office', 'investigating-officer Kannur')).body).not.toContain(story.missing.reference);
  });

  test('“other” is said in words, what was typed stays, and a reason is given once', async () => {
    const [first] = entriesOn((await desk.get(page(), station)).body);
    const wordless = await desk.post(page(), { entryIds: first!, code: 'other' }, station);
    expect([wordless.status, wordless.body.includes('Say in words')]).toEqual([422, true]);
    expect((await desk.post(page(), { code: 'told-late', note: 'The train was late' }, station)).body).toMatch(
      /Choose at least one entry[\s\S]*The train was late/,
    );
    expect((await desk.post(page(), { entryIds: first!, code: 'told-late' }, station)).status).toBe(303);
    expect(entriesOn((await desk.get(page(), station)).body)).not.toContain(first);
    expect((await desk.post(page(), { entryIds: first!, code: 'other', note: 'again' }, station)).status).toBe(422);
    const { rows } = await sql`select code, note from late_reason where entry_id = ${first!}`.execute(nation.admin);
    expect(rows).toEqual([{ code: 'told-late', note: null }]);
    await expect(sql`update late_reason set code = 'portal-down'`.execute(nation.admin)).rejects.toThrow(/append-only/);
  });

  test('the database takes no reason for another office’s entry, nor in another’s name', async () => {
    const foreign = await enter(
      'missing.photographAdded',
      '2026-11-22T06:00:00Z',
      '30 hours',
      nation.officer('investigating-officer Kannur').officeId,
    );
    const own = await enter('missing.photographAdded', '2026-11-22T06:00:00Z', '31 hours');
    const give = (entry: string, officer = nation.officer(station).officerId) =>
      nation.ask(station, ({ db, now }) =>
        sql`insert into late_reason values (${entry}, ${story.missing.id}, ${nation.officer(station).officeId}, '2026-11-01', 'told-late', null, ${officer}, ${now})`.execute(
          db,
        ),
      );
    await expect(give(foreign)).rejects.toMatchObject({ code: '42501' });
    await expect(give(own, nation.officer('duty-officer Saran').officerId)).rejects.toMatchObject({ code: '42501' });
    await give(own); // control
  });
});

describe('a nil return', () => {
  const file = (month: string, fields = {}, who: Parameters<TestDoor['get']>[1] = 'home-superintendent Kannur') =>
    desk.post('/timeliness/office', { month, code: 'nothing-happened', ...fields }, who);

  test('is filed once for a silent month; the district sees the word, and of others that they are silent', async () => {
    const gaps = () => desk.get('/timeliness/gaps?month=2026-10', 'district-nodal-officer Kannur');
    const silent = (body: string) => /(\d+) of \d+ offices silent/.exec(body)?.[1];
    const before = Number(silent((await gaps()).body));
    expect((await file('2026-10')).status).toBe(303);
    const { body } = await gaps();
    expect(Number(silent(body))).toBe(before - 1);
    expect(body).toContain('Nothing happened');
    expect((await file('2026-10')).body).toContain('has answered for this month already');
  });

  test.each([
    ['2026-12', {}, 'has not begun'],
    ['2026-13', {}, 'Choose a month'],
    ['2019-12', {}, 'was not open'],
    ['2026-09', { code: 'other' }, 'Say in words'],
  ])('for %s %j is refused in words, with what was typed', async (month, fields, words) => {
    const { status, body } = await file(month, { note: 'Our words', ...('code' in fields ? { ...fields, note: '' } : {}) });
    expect([status, body.includes(words)]).toEqual([422, true]);
    if (!('code' in fields)) expect(body).toContain('Our words');
  });

  test('is not taken for a month with entries', async () => {
    expect((await file('2026-11', {}, station)).body).toContain('not silent');
  });
});

describe('a certified month', () => {
  const unit = 'child-protection-officer Saran';
  const path = '/timeliness/certificate?month=2026-10';
  const certify = (month: string, who: Parameters<TestDoor['get']>[1] = unit) => desk.post('/timeliness/certificate', { month }, who);

  test('is certified by the protection unit alone, when it is over, once', async () => {
    await enter('missing.forwardedToJuvenilePoliceUnit', '2026-10-10T06:00:00Z', '3 hours');
    expect((await certify('2026-11')).body).toContain('The month is not over');
    expect((await certify('2026-10', 'district-nodal-officer Saran')).status).toBe(403);
    expect((await certify('2026-10')).status).toBe(303);
    expect((await certify('2026-10')).body).toContain('certified before');
    expect((await desk.get(path, unit)).body).toContain('Certified 1; nothing was entered');
    expect((await desk.get(path, 'state-nodal-officer Saran')).body).toMatch(/1 of 1 districts[\s\S]*Saran<\/a>: certified/);
  });

  test('stays as it was; what is entered later stands beside it, and a row tampered with is noticed', async () => {
    await enter('missing.forwardedToJuvenilePoliceUnit', '2026-10-11T06:00:00Z', '40 days');
    await enter('missing.hueAndCryIssued', '2026-10-11T06:00:00Z', '40 days');
    expect((await desk.get(path, 'district-nodal-officer Saran')).body).toMatch(/Certified 1, now 3: 2 entered after[\s\S]*1, now 3/);
    expect((await desk.get(path, unit)).body).not.toContain('The rows kept are not those');
    await expect(sql`update lag_certificate_row set entries = 3`.execute(nation.admin)).rejects.toThrow(/append-only/);
    await sql`alter table lag_certificate_row disable trigger lag_certificate_row_append_only`.execute(nation.admin);
    await sql`update lag_certificate_row set entries = 3 where entries = 1`.execute(nation.admin);
    expect((await desk.get(path, unit)).body).toContain('The rows kept are not those');
  });
});
