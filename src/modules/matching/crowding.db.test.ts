// Look-alikes planted before a child is found do not keep the true report from being put before anybody; what found no place gets one once one is freed.
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Nation, startNation, worker } from '../../../tests/database/tools.ts';
import type { ChildRecord } from '../children/index.ts';
import { registerFoundChild } from '../found-children/actions.ts';
import { foundChildSchema } from '../found-children/form.ts';
import { complaintSchema } from '../missing-reports/form.ts';
import { registerComplaint } from '../missing-reports/index.ts';
import { judge } from './actions.ts';
import { listeners, scoreContext } from './jobs.ts';
import { matchRecords } from './match-record.ts';
import { MOST_WAITING } from './places.ts';
import { candidatesOf } from './store.ts';

let nation: Nation;
let truth: ChildRecord;
const PLANTED = 30;
const kozhikode = 'investigating-officer Kozhikode' as const;
const paper = { source: 'walk-in', paper: 'fir', paperOn: '2026-11-10', paperAt: '16:40', receivedOn: '2026-11-10', receivedAt: '16:05' };
const lost = { lastSeenOn: '2026-11-10', lastSeenAt: '10:00', lastSeenDistrict: '560' };
const girl = { childName: 'Puja', ageFrom: '8', ageTo: '8', sex: 'female' };
const sameToTheLetter = { ...girl, fatherName: 'Ramesar', motherName: 'Sunita', marks: [{ kind: 'burn', site: 'forearm', side: 'left' }] };

let serial = 0;
async function report(child: object, telephone: string): Promise<ChildRecord> {
  const told = { ...paper, ...lost, paperNumber: String(++serial), informantTelephone: telephone, children: [child] };
  return ((await nation.ask(kozhikode, (context) => registerComplaint(context, complaintSchema.parse(told), []))) as [ChildRecord])[0];
}

/** Found after all were reported: only its own comparison can bring it together with the true report. */
async function found(): Promise<ChildRecord> {
  const intake = { foundOn: '2026-11-18', foundAt: '09:00', districtCode: '560', foundPlace: 'station', broughtBy: 'railway-police' };
  const told = foundChildSchema.parse({ ...intake, ...sameToTheLetter });
  const child = (await nation.ask(kozhikode, (context) => registerFoundChild(context, told, []))) as ChildRecord;
  await nation.ask(worker, async (context) => matchRecords(context, [child.id], await scoreContext(context)));
  return child;
}

const shown = (child: ChildRecord) => nation.ask(worker, (context) => candidatesOf(context, child.id, { shown: true }));
const isShown = async (child: ChildRecord) => (await shown(child)).some(({ missingId }) => missingId === truth.id);

beforeEach(async () => {
  nation = await startNation();
  truth = await report({ ...girl, fatherName: 'Ramesar' }, '9830000001');
});
afterEach(() => nation.stop());

test('thirty likelier look-alikes from one telephone leave the true report among those shown', async () => {
  for (let nth = 0; nth < PLANTED; nth++) await report(sameToTheLetter, '9830000002');
  const child = await found();
  expect(await isShown(child)).toBe(true);
  expect(await shown(child)).toHaveLength(MOST_WAITING);
});

test('control: from thirty strangers, long ago, they take every place; each freed place is given anew', async () => {
  for (let nth = 0; nth < PLANTED; nth++) await report(sameToTheLetter, `98300001${String(nth).padStart(2, '0')}`);
  await sql`update record set opened_at = opened_at - interval '60 days'`.execute(nation.admin);
  const child = await found();
  expect(await isShown(child)).toBe(false); // as ten look-alikes of one telephone did before
  const heard = listeners.find(({ name }) => name === 'matching.placeFreed')!;
  const judged = new Set<string>();
  for (let round = 0; round <= PLANTED / MOST_WAITING && !(await isShown(child)); round++) {
    for (const { id, standing } of await shown(child)) {
      if (standing !== 'open') continue;
      nation.clock.tick();
      await nation.ask(kozhikode, (context) => judge(context, id, { verdict: 'different', cited: [], reason: 'another girl' }));
      judged.add(id);
    }
    await nation.ask(worker, (context) => heard.hear(context, { recordId: child.id, entryId: '', happening: 'match.judged' }));
  }
  expect(judged.size).toBe(PLANTED);
  expect(await isShown(child)).toBe(true);
});
