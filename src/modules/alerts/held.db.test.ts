// Reports of the public in a flood: on a list of their own, counted on the other, and back on it, sent at once, when an officer stands for one.
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDoor, openDoor } from '../../../tests/database/door.ts';
import { type Nation, type Who, startNation, worker } from '../../../tests/database/tools.ts';
import { routesOf } from '../../apps/desk.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { Day } from '../../kernel/time.ts';
import type { Actor } from '../../platform/context.ts';
import type { ChildRecord } from '../children/index.ts';
import { intimate, tellNext } from '../intimations/index.ts';
import { registerFir } from '../missing-reports/actions.ts';
import { reportByCitizen } from '../missing-reports/citizen-action.ts';
import { citizenReportSchema } from '../missing-reports/form.ts';
import { alertsOfOffice, alertsWaiting, insertAlerts } from './store.ts';

let nation: Nation;
let desk: TestDoor;
const records: ChildRecord[] = [];
const nodal: Who = 'district-nodal-officer Saran';
const flooder: Actor = { kind: 'citizen', reporterKey: 'a telephone that reports too much' };
const officeId = () => nation.officer(nodal).officeId;

const report = async (childName: string): Promise<ChildRecord> => {
  const draft = citizenReportSchema.parse({
    childName,
    ageFrom: '9',
    sex: 'female',
    informantName: 'Kamala Devi',
    informantRelation: 'mother',
    informantTelephone: '98300 00009',
    lastSeenOn: '2026-11-24',
    lastSeenDistrict: '220',
    lastSeenPlace: 'Chhapra station',
  });
  const record = await nation.ask(flooder, (context) => reportByCitizen(context, draft, null, 'en'));
  if (isRefusal(record)) throw new Error(JSON.stringify(record));
  return record;
};

beforeAll(async () => {
  nation = await startNation();
  desk = await openDoor(nation, 'desk', routesOf(nation.config));
  for (const name of ['Pinky', 'Guddi', 'Munni', 'Chhoti', 'Rinku']) records.push(await report(name));
  while (await nation.ask(worker, tellNext));
});
afterAll(async () => {
  await desk?.close();
  await nation?.stop();
});

const listed = async (held: boolean): Promise<Set<string>> =>
  new Set(
    (await nation.ask(nodal, (context) => alertsOfOffice(context, officeId(), { atMost: 500, held }))).map(({ recordId }) => recordId),
  );
/** As the desk home counts them. */
const waiting = async () => (await nation.ask(nodal, (context) => alertsWaiting(context, officeId()))).waiting;
const triesFor = async (recordId: string): Promise<number> =>
  (
    await sql`select 1 from intimation_attempt a join intimation i on i.id = a.intimation_id where i.about_id = ${recordId}
      and i.office_id = ${officeId()} and a.channel <> 'in-app'`.execute(nation.admin)
  ).rows.length;

test('more reports of one telephone than a family could make are held: listed by themselves, and the list of alerts says so', async () => {
  expect([(await listed(false)).size, (await listed(true)).size, await waiting()]).toEqual([0, 5, 0]);
  expect((await desk.get('/alerts', nodal)).body).toContain('5 reports by the public in a flood of reports');
  expect((await desk.get('/alerts?held=yes', nodal)).body).toContain('Pinky');
  expect(await triesFor(records[0]!.id)).toBe(0);
});

test('an officer who registers the FIR of one stands for it: it is sent at once and stands among the alerts; the others stay', async () => {
  const fir = { paper: 'fir', paperNumber: '4712', paperOn: '2026-11-24' as Day, paperAt: '12:00', sections: 'BNS 137(2)' } as const;
  await nation.ask('station-in-charge Saran', (context) => registerFir(context, records[4]!.reference, fir));
  while (await nation.ask(worker, tellNext));
  expect(await triesFor(records[4]!.id)).toBe(1);
  expect([(await listed(false)).has(records[4]!.id), (await listed(true)).size, await waiting()]).toEqual([true, 4, 1]);
  expect(await triesFor(records[0]!.id)).toBe(0);
});

test('the public’s door tells of its own report alone, in the words of an alert', async () => {
  const officeOfKannur = nation.officer('district-nodal-officer Kannur').officeId;
  const attack = (template: 'nodalAlert' | 'unanswered', kind: string, alerted = true) =>
    nation.ask(flooder, async (context) => {
      const record = await reportByCitizen(context, citizenReportSchema.parse({ childName: 'Sonu', ageFrom: '8', sex: 'male', informantName: 'K', informantRelation: 'mother', informantTelephone: '98300 00009', lastSeenOn: '2026-11-24', lastSeenDistrict: '220', lastSeenPlace: 'x' }), null, 'en'); // prettier-ignore
      if (isRefusal(record)) throw new Error('refused');
      const facts = { reference: record.reference as string, office: 'PS', link: 'https://desk.example' };
      const about = { kind, id: record.id as string, recordId: record.id };
      if (alerted)
        await insertAlerts(context, [{ recordId: record.id, officeId: officeOfKannur, insteadOf: null, why: 'nodal', line: null }]);
      const wordOf = { reporterKey: 'a telephone that reports too much' };
      return intimate(context, { officeId: officeOfKannur, template, facts, alarm: true, about, wordOf });
    });
  await expect(attack('unanswered', 'alert')).rejects.toMatchObject({ code: '42501' });
  await expect(attack('nodalAlert', 'duty')).rejects.toMatchObject({ code: '42501' });
  await expect(attack('nodalAlert', 'alert', false)).rejects.toMatchObject({ code: '42501' });
  expect(await attack('nodalAlert', 'alert')).toBe(true); // control
});
