// The papers of a care plan: who may read it prints it, with no sealed word on the copy of who may not read those.
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { routesOf } from '../../../apps/desk.ts';
import { type TestDoor, fieldError, openDoor } from '../../../../tests/database/door.ts';
import { type Nation, type Who, noon, startNation } from '../../../../tests/database/tools.ts';
import { viewOf } from '../../../../tests/database/view.ts';
import { addHours } from '../../../kernel/time.ts';
import { type ChildRecord, openRecord } from '../../children/index.ts';
import { allOpen, nothingOpen } from '../../unsealing/index.ts';
import { beginVersion, makePlan, saveNeed, saveWishes } from '../actions.ts';
import { type NeedDraft, needSchema, wishesSchema } from '../form.ts';
import { historyOf } from '../history/history-store.ts';
import { domains } from '../plan.ts';
import { plansOf } from '../plan-store.ts';
import { carePlanPaper } from './care-plan-paper.ts';
import { caseHistoryPaper, rehabilitationCard } from './smaller-papers.ts';

let nation: Nation;
let desk: TestDoor;
let child: ChildRecord;
const superintendent: Who = 'home-superintendent Kozhikode';
const worksThere: Who = 'home-worker Kozhikode';
const SECRET = 'wakes screaming';
const grave = {
  concern: 'high', concernWords: SECRET, goal: 'sleeps', intervention: 'counselling', who: 'Dr Rao', agency: 'Hospital', success: 'five nights',
  measure: 'counselling', startsOn: '2026-11-24', reviewOn: '2026-12-24', edit: '0',
}; // prettier-ignore

beforeAll(async () => {
  nation = await startNation();
  desk = await openDoor(nation, 'desk', routesOf(nation.config));
  child = await nation.ask(superintendent, async (context) => {
    const { officeId, districtCode, stateCode } = nation.officer(superintendent);
    const place = { officeId, districtCode: districtCode!, stateCode: stateCode! };
    const record = await openRecord(context, { kind: 'found', status: 'unidentified', ...place, happenedAt: addHours(noon, -48) });
    await beginVersion(context, record.reference);
    await saveWishes(
      context,
      record.reference,
      wishesSchema.parse({
        heard: 'spoken',
        wishes: 'to go to school',
        wishesLanguage: 'Hindi',
        caseWorker: 'Lakshmi',
        ladder: 'own-family',
      }),
    );
    for (const domain of domains)
      await saveNeed(
        context,
        record.reference,
        domain,
        needSchema.parse(
          domain === 'emotional'
            ? grave
            : domain === 'education'
              ? { ...grave, concernWords: 'left school' }
              : { concern: 'none', edit: '0' },
        ) as NeedDraft,
      );
    await makePlan(context, record.reference);
    return record;
  });
});
afterAll(async () => {
  await desk?.close();
  await nation?.stop();
});

const part = (name: string, fields: Record<string, string>, who: Who = superintendent) =>
  desk.post(`/found/${child.reference}/history/${name}`, { edit: '0', ...fields }, who);

test('a case history is written part by part, a sealed part by who may open it; the diary says so once', async () => {
  expect((await part('family', { members: 'a mother and two sisters' })).status).toBe(303);
  expect(fieldError((await part('social', {})).body, 'childhood')).toContain('Write something');
  const late = await part('family', { members: 'a mother' });
  expect([late.status, late.body.includes('a mother and two sisters')]).toEqual([422, true]);
  expect((await part('family', { members: 'a mother and three sisters', edit: '1' })).status).toBe(303);
  expect((await part('health', { healthBefore: SECRET }, worksThere)).status).toBe(409);
  expect((await part('health', { healthBefore: SECRET })).status).toBe(303);
  const read = async (who: Who) => (await desk.get(`/found/${child.reference}/history`, who)).body;
  expect((await read(worksThere)).includes(SECRET)).toBe(false);
  expect((await read(superintendent)).includes(SECRET)).toBe(true); // control
  expect((await desk.get(`/found/${child.reference}/history`, 'investigating-officer Kozhikode')).status).toBe(403);
  const { rows } = await sql`select 1 from diary_entry where record_id = ${child.id} and happening = 'care.historyWritten'`.execute(
    nation.admin,
  );
  expect(rows).toHaveLength(2);
});

test('Forms 7, 14 and 43 are printed for who may read them, and are not there for others', async () => {
  for (const language of ['en', 'hi'])
    for (const form of ['form-7', 'form-14', 'form-43'])
      for (const who of [superintendent, worksThere, 'cwc-chairperson Kozhikode'] as Who[]) {
        const { status, bytes } = await desk.get(`/found/${child.reference}/${form}.pdf`, who, language);
        expect([form, who, status, bytes.subarray(0, 5).toString()]).toEqual([form, who, 200, '%PDF-']);
      }
  expect((await desk.get(`/found/${child.reference}/form-7.pdf`, 'duty-officer Kozhikode')).status).toBe(403);
  expect((await desk.get(`/found/${child.reference}/form-7.pdf`, 'home-superintendent Saran')).status).toBe(404);
});

test('nothing sealed is on the copy of who may not open it, and the sheet says so; control: it is on the copy of who may', async () => {
  const printed = (opensSealed: boolean) =>
    nation.ask(superintendent, async (context) => {
      const view = viewOf(context);
      const subject = { name: 'Asha', reference: child.reference };
      const plan = (await plansOf(context, child.id, opensSealed ? allOpen : nothingOpen))[0]!;
      const given = { plan, child: [], admission: null, reports: [], reviews: [], releases: [], followUps: [], opensSealed };
      const history = await historyOf(context, child.id, opensSealed ? allOpen : nothingOpen);
      return [
        carePlanPaper(view, subject, given),
        rehabilitationCard(view, subject, given),
        caseHistoryPaper(view, subject, history, opensSealed),
      ].map((paper) => JSON.stringify(paper));
    });
  for (const paper of await printed(false)) {
    expect(paper).not.toContain(SECRET);
    expect(paper).toContain('left out of this copy');
  }
  const [plan, card, history] = await printed(true);
  expect([plan!.includes(SECRET), history!.includes(SECRET)]).toEqual([true, true]);
  expect(card).toContain('counselling');
  expect(plan).toContain('left school');
});
