// What the police say became of a child, answered on its page by the station and the Committee: in the diary, in its duties, and to the police.
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { nation } from '../../../../tests/database/asha.ts';
import type { TestDoor } from '../../../../tests/database/door.ts';
import { openPoliceDesk, ourPaper, recordOf, wait } from '../../../../tests/database/police-desk.ts';
import { asha, closed, fir, traced } from '../../../../tests/database/told.ts';
import { worker } from '../../../../tests/database/tools.ts';
import { effectiveEntries, readDiary } from '../../diary/index.ts';
import { tellNodes } from '../outbox/telling.ts';
import { reconcileState } from '../reconciling/reconcile.ts';

let desk: TestDoor;
const inCharge = 'station-in-charge Saran';
const committee = 'cwc-chairperson Saran';

beforeAll(async () => {
  desk = await openPoliceDesk();
});
afterAll(async () => {
  await desk?.close();
  await nation?.stop();
});

test('traced, says the police’s system: the station and the Committee are asked on the record’s page, and each answers', async () => {
  const paper = ourPaper();
  await wait(fir(paper, { children: [asha] }));
  const record = await recordOf(paper);
  const page = `/missing/${record.reference}`;
  expect((await desk.get(page, inCharge)).body).toContain('the station has not confirmed it yet');
  await wait(traced(paper, 2));
  for (const language of ['en', 'hi']) expect((await desk.get(page, inCharge, language)).status).toBe(200);
  const seen = (await desk.get(page, inCharge)).body;
  for (const words of ['The police system says: traced on', 'Asansol', `${page}/traced"`, `${page}/police-system/station?what=traced`])
    expect(seen).toContain(words);
  const committeePath = `${page}/police-system/committee`;
  expect((await desk.get(page, committee)).body).toContain(committeePath);
  expect((await desk.get(`${page}/police-system/station?what=traced`, inCharge)).status).toBe(200);
  expect((await desk.post(`${page}/police-system/station`, { what: 'closed', words: 'no' }, inCharge)).status).toBe(422);
  expect((await desk.post(`${page}/police-system/station`, { what: 'traced', words: 'It was her cousin' }, inCharge)).status).toBe(303);
  expect((await desk.post(`${page}/police-system/station`, { what: 'traced', words: 'once more' }, inCharge)).status).toBe(422);
  expect((await desk.post(committeePath, { answer: 'denied', words: 'No child came' }, 'cwc-chairperson Kannur')).status).toBe(404);
  expect((await desk.get(committeePath, committee, 'hi')).status).toBe(200);
  expect((await desk.post(committeePath, { answer: 'denied', words: 'No child came' }, committee)).status).toBe(303);
  const happened = await nation.ask(worker, async (context) => effectiveEntries(await readDiary(context, record.id)));
  expect(happened.slice(-2).map(({ happening, facts }) => [happening, facts])).toEqual([
    ['missing.policeReportDenied', { what: 'traced', by: 'station' }],
    ['missing.policeReportDenied', { what: 'traced', by: 'committee' }],
  ]);
  const { rows } =
    await sql`select rule_id, ending from obligation where record_id = ${record.id} and rule_id in ('P09', 'P12') order by 1`.execute(
      nation.admin,
    );
  expect(rows).toMatchObject([{ ending: 'met' }, { ending: 'met' }]);
  const after = (await desk.get(page, inCharge)).body;
  for (const words of ['It was her cousin', 'No child came']) expect(after).toContain(words);
  expect(after).not.toContain('police-system/station?what');
});

test('closed as untraced, says the police’s system: the station answers that the search goes on, which is no denial', async () => {
  const paper = ourPaper();
  await wait(fir(paper, { children: [asha] }));
  const record = await recordOf(paper);
  const page = `/missing/${record.reference}`;
  await wait(closed(paper, 2, {}, 'untraced'));
  expect((await desk.get(page, inCharge)).body).toContain('The station says that the search goes on');
  const form = `${page}/police-system/station`;
  for (const language of ['en', 'hi']) expect((await desk.get(`${form}?what=closed`, inCharge, language)).status).toBe(200);
  expect((await desk.post(form, { what: 'closed', words: 'Asked again at the ghat' }, inCharge)).status).toBe(303);
  expect((await desk.post(form, { what: 'closed', words: 'once more' }, inCharge)).status).toBe(422);
  const happened = await nation.ask(worker, async (context) => effectiveEntries(await readDiary(context, record.id)));
  expect(happened.at(-1)).toMatchObject({ happening: 'missing.searchGoesOn', facts: {} });
  const duties = await sql`select ending from obligation where record_id = ${record.id} and rule_id = 'P10'`.execute(nation.admin);
  expect(duties.rows).toEqual([{ ending: 'met' }]);
  await nation.ask(worker, (context) => tellNodes(context, record.id));
  const told = await sql<{ what: string }>`select content #>> '{body,what}' as what from exchange_outgoing where record_id = ${record.id} order by sequence`.execute(nation.admin); // prettier-ignore
  expect(told.rows.at(-1)).toEqual({ what: 'search-goes-on' });
  for (const [language, words, not] of [
    ['en', 'the search goes on here', 'is not so'],
    ['hi', 'यहाँ खोज जारी है', 'सही नहीं'],
  ] as const) {
    const seen = (await desk.get(page, inCharge, language)).body;
    for (const expected of [words, 'Asked again at the ghat']) expect(seen).toContain(expected);
    expect(seen).not.toContain(not);
  }
  nation.clock.tick();
  await nation.ask(worker, (context) => reconcileState(context, 'BR'));
  const rows = await sql`select list from exchange_mismatch where record_id = ${record.id} and ended_at is null and list = 'traced-in-one'`.execute(nation.admin); // prettier-ignore
  expect(rows.rows).toEqual([]);
});
