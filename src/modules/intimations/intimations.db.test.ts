// Intimations in the database: told in the reporting transaction, by whom is on duty, climbing while nobody answers, once under two workers, and nobody named.
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Nation, type Who, noon, startNation, worker } from '../../../tests/database/tools.ts';
import { type Day, addMinutes, instantAt } from '../../kernel/time.ts';
import type { Context } from '../../platform/context.ts';
import { openMessage } from '../../platform/messages/lane.ts';
import { type Message, writeMessage } from '../../platform/messages/message.ts';
import { type Locale, translatorFor } from '../../platform/i18n/index.ts';
import { registerComplaint } from '../missing-reports/actions.ts';
import { complaintSchema } from '../missing-reports/form.ts';
import { acknowledgeAlert } from '../alerts/index.ts';
import { type ChildRecord } from '../children/index.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { intimate, intimationsOfRecord, noteSeen, settleIntimations, tellNext } from './index.ts';

let nation: Nation;
const station: Who = 'station-in-charge Saran';
const district: Who = 'district-nodal-officer Saran';
const state: Who = 'state-nodal-officer Saran';
const PLANTED = 'Zubeidavati';

beforeAll(async () => {
  nation = await startNation();
  await sql`update officer set telephone = '+9198' || lpad((abs(hashtext(id::text)) % 100000000)::text, 8, '0')`.execute(nation.admin);
});
afterAll(() => nation?.stop());
beforeEach(async () => {
  nation.clock.now = noon;
  await sql`alter table intimation disable trigger user`.execute(nation.admin);
  await sql`alter table intimation_attempt disable trigger user`.execute(nation.admin);
  await sql`delete from intimation_attempt`.execute(nation.admin);
  await sql`delete from intimation`.execute(nation.admin);
  await sql`alter table intimation enable trigger user`.execute(nation.admin);
  await sql`alter table intimation_attempt enable trigger user`.execute(nation.admin);
  await sql`delete from message`.execute(nation.admin);
});

const officeOf = (who: Who) => nation.officer(who).officeId;
let number = 100;

async function report(): Promise<ChildRecord> {
  const draft = complaintSchema.parse({
    source: 'walk-in', receivedOn: '2026-11-24', receivedAt: '11:05', paper: 'fir', paperNumber: String((number += 1)), paperOn: '2026-11-24', paperAt: '11:40',
    sections: 'BNS 137(2)', informantName: 'Kamala Devi', informantRelation: 'mother', informantTelephone: '98300 00001', lastSeenOn: '2026-11-24',
    lastSeenAt: '10:10', lastSeenDistrict: '220', lastSeenPlace: 'Chhapra station', children: [{ childName: PLANTED, ageFrom: '9', sex: 'female' }],
  }); // prettier-ignore
  const answer = await nation.ask(station, (context) => registerComplaint(context, draft, []));
  expect(answer.filter((one) => isRefusal(one))).toEqual([]);
  return answer[0] as ChildRecord;
}

/** Everything due now, by one worker. */
async function work(): Promise<void> {
  while (await nation.ask(worker, tellNext));
}

type Tried = { office: string; officer: string | null; channel: string };
const triedFor = async (who: Who): Promise<Tried[]> =>
  (
    await sql<Tried>`select f.kind as office, a.officer_id as officer, a.channel from intimation_attempt a join intimation i on i.id = a.intimation_id
      join office f on f.id = a.office_id where i.office_id = ${officeOf(who)} and a.channel <> 'in-app' order by a.at, a.id`.execute(
      nation.admin,
    )
  ).rows;

async function texts(): Promise<string[]> {
  const { rows } = await sql<
    Parameters<typeof openMessage>[1]
  >`select channel, urgency, to_sealed, template, facts_sealed, locale from message`.execute(nation.admin);
  const words = (locale: string, key: string, facts: object) => translatorFor(locale as Locale)(key, facts as Record<string, string>);
  return rows
    .map((row) => openMessage(nation.tools('worker'), row))
    .flatMap((message: Message) => ['en', 'hi'].map((locale) => writeMessage('', { ...message, locale }, words)))
    .map(({ subject, text }) => `${subject ?? ''} ${text}`);
}

const ordinary = (context: Context, id: string, alarm = false) =>
  intimate(context, {
    officeId: officeOf(district),
    template: 'nodalAlert',
    facts: { reference: 'MC-BR-2026-000001-R', office: 'PS Saran', link: 'https://desk.example/alerts' },
    alarm,
    about: { kind: 'duty', id, recordId: null },
  });

test('told in the transaction that takes the report; the worker reaches every office by its head', async () => {
  await report();
  const { rows } = await sql<{ kind: string; alarm: boolean; atOnce: boolean }>`select f.kind, i.alarm, i.created_at = ${noon} as at_once
    from intimation i join office f on f.id = i.office_id order by f.kind`.execute(nation.admin);
  expect(rows.map(({ kind, alarm }) => `${kind} ${alarm}`)).toEqual(expect.arrayContaining(['cwc false', 'district-nodal true', 'national-nodal true', 'state-nodal true'])); // prettier-ignore
  expect(rows.every(({ atOnce }) => atOnce)).toBe(true);
  await work();
  expect(await triedFor(district)).toEqual([{ office: 'district-nodal', officer: nation.officer(district).officerId, channel: 'sms' }]);
});

test('no message of the whole chain names the child or an offence; a planted name is caught', async () => {
  await report();
  for (let minute = 0; minute < 200; minute += 5) {
    nation.clock.now = addMinutes(noon, minute);
    await work();
  }
  const leaks = (lines: string[]) => lines.filter((line) => new RegExp(`${PLANTED}|BNS|137`, 'i').test(line));
  const said = await texts();
  expect(said.length).toBeGreaterThan(20);
  expect(leaks(said)).toEqual([]);
  expect(leaks([...said, `Vatsalya: ${PLANTED} is missing`])).toHaveLength(1); // control
});

test('unanswered, it goes on to the e-mail, then to the State, which is told who did not answer; an acknowledgement stops it', async () => {
  const record = await report();
  const channels = async () => (await triedFor(district)).map(({ office, channel }) => `${office} ${channel}`);
  await work();
  nation.clock.now = addMinutes(noon, 4);
  await work();
  expect(await channels()).toEqual(['district-nodal sms']);
  nation.clock.now = addMinutes(noon, 5);
  await work();
  expect(await channels()).toEqual(['district-nodal sms', 'district-nodal whatsapp']);
  nation.clock.now = addMinutes(noon, 10);
  await work();
  nation.clock.now = addMinutes(noon, 24);
  await work();
  expect(await channels()).toEqual(['district-nodal sms', 'district-nodal whatsapp', 'district-nodal email']);
  nation.clock.now = addMinutes(noon, 25);
  await work();
  expect((await channels()).slice(3)).toEqual(['state-nodal sms']);
  expect((await texts()).filter((line) => line.includes('nobody at district-nodal Saran has answered'))).not.toEqual([]);
  const { rows } = await sql<{ id: string }>`select id from alert where record_id = ${record.id} and office_id = ${officeOf(district)}`.execute(nation.admin); // prettier-ignore
  await nation.ask(district, (context) => acknowledgeAlert(context, rows[0]!.id));
  nation.clock.now = addMinutes(noon, 2000);
  await work();
  expect(await channels()).toHaveLength(4);
});

test('a report closed meanwhile is told no further', async () => {
  const record = await report();
  await work();
  const before = (await triedFor(district)).length;
  await sql`update record set closed_at = ${nation.clock.now} where id = ${record.id}`.execute(nation.admin);
  nation.clock.now = addMinutes(noon, 300);
  await work();
  expect((await triedFor(district)).length).toBe(before);
  const { rows } = await sql<{ n: number }>`select count(*) as n from intimation where ended_because = 'closed'`.execute(nation.admin);
  expect(rows[0]!.n).toBeGreaterThan(3);
});

test('quiet hours across midnight in India: an ordinary word waits for their end, an alarm does not', async () => {
  await sql`insert into quiet_hours values (${nation.officer(district).officerId}, '22:00', '06:00', ${noon})`.execute(nation.admin);
  nation.clock.now = instantAt('2026-11-25' as Day, '00:00');
  await nation.ask(worker, (context) => ordinary(context, 'night'));
  await work();
  expect(await triedFor(district)).toEqual([]);
  await nation.ask(worker, (context) => ordinary(context, 'alarm', true));
  await work();
  expect(await triedFor(district)).toHaveLength(1);
  nation.clock.now = instantAt('2026-11-25' as Day, '05:59');
  await work();
  const { rows } = await sql<{ at: string }>`select next_at as at from intimation where about_id = 'night'`.execute(nation.admin);
  expect(rows[0]!.at).toBe(instantAt('2026-11-25' as Day, '06:00'));
  nation.clock.now = instantAt('2026-11-25' as Day, '06:00');
  await work();
  const sent = await sql`select 1 from intimation_attempt a join intimation i on i.id = a.intimation_id where i.about_id = 'night' and a.channel = 'sms'`.execute(nation.admin); // prettier-ignore
  expect(sent.rows).toHaveLength(1);
  await sql`delete from quiet_hours`.execute(nation.admin);
});

test('transferred between two tries: who left is told no more, who came is told from the first channel', async () => {
  const { officerId, postingId, officeId } = nation.officer(district);
  await nation.ask(worker, (context) => ordinary(context, 'transfer', true));
  nation.clock.now = instantAt('2026-11-24' as Day, '23:58');
  await work();
  const successor = nation.officer('auditor Saran').officerId;
  await sql`update posting set to_on = '2026-11-24' where id = ${postingId}`.execute(nation.admin);
  await sql`insert into posting (id, officer_id, office_id, role, from_on) values (gen_random_uuid(), ${successor}, ${officeId}, 'district-nodal-officer', '2026-11-25')`.execute(nation.admin); // prettier-ignore
  nation.clock.now = instantAt('2026-11-25' as Day, '00:03');
  await work();
  expect(await triedFor(district)).toEqual([
    { office: 'district-nodal', officer: officerId, channel: 'sms' },
    { office: 'district-nodal', officer: successor, channel: 'sms' },
  ]);
  // vacant now: the State has it at once, as its own
  await sql`update posting set to_on = '2026-11-25' where officer_id = ${successor} and office_id = ${officeId}`.execute(nation.admin);
  nation.clock.now = instantAt('2026-11-26' as Day, '09:00');
  await nation.ask(worker, (context) => ordinary(context, 'vacant', true));
  await work();
  const { rows } = await sql<{
    office: string;
  }>`select a.office_id as office from intimation_attempt a join intimation i on i.id = a.intimation_id
    where i.about_id = 'vacant' and a.channel <> 'in-app'`.execute(nation.admin);
  expect(rows).toEqual([{ office: officeOf(state) }]);
  await sql`insert into posting (id, officer_id, office_id, role, from_on) values (${'01930000-0000-7000-8000-00000000000a'}, ${officerId}, ${officeId}, 'district-nodal-officer', '2020-01-01')`.execute(nation.admin); // prettier-ignore
});

test('two workers side by side take each step once', async () => {
  await report();
  for (let minute = 0; minute <= 60; minute += 5) {
    nation.clock.now = addMinutes(noon, minute);
    await Promise.all([work(), work(), work()]);
  }
  const { rows } = await sql<{ tries: number; messages: number; distinct: number }>`select (select count(*) from intimation_attempt where channel <> 'in-app') as tries,
    (select count(*) from message) as messages, (select count(distinct (intimation_id, office_id, officer_id, channel)) from intimation_attempt where channel <> 'in-app') as distinct`.execute(nation.admin); // prettier-ignore
  expect(rows[0]!.tries).toBeGreaterThan(10);
  expect([rows[0]!.messages, rows[0]!.distinct]).toEqual([rows[0]!.tries, rows[0]!.tries]);
});

test('what a carrier says is on the try, and a refusal goes on to the next way at once', async () => {
  await nation.ask(worker, (context) => ordinary(context, 'carried', true));
  await work();
  await sql`update message set sent_at = ${noon}`.execute(nation.admin);
  const stamps = () => sql<{ dispatched: boolean; failed: boolean }>`select dispatched_at is not null as dispatched, failed_at is not null as failed
    from intimation_attempt where channel <> 'in-app' order by at, id`.execute(nation.admin); // prettier-ignore
  expect((await stamps()).rows).toEqual([{ dispatched: true, failed: false }]);
  await sql`delete from message`.execute(nation.admin); // forgotten after a week: the try stays
  expect((await stamps()).rows).toHaveLength(1);
  await nation.ask(worker, (context) => ordinary(context, 'refused', true));
  await work();
  nation.clock.now = addMinutes(noon, 1);
  await sql`update message set failed_at = ${nation.clock.now}, failed_because = 'http-400'`.execute(nation.admin);
  await work();
  const { rows } = await sql<{ channel: string }>`select a.channel from intimation_attempt a join intimation i on i.id = a.intimation_id
    where i.about_id = 'refused' and a.channel <> 'in-app' order by a.id`.execute(nation.admin);
  expect(rows.map(({ channel }) => channel)).toEqual(['sms', 'whatsapp']);
});

test('what was told and tried is written once: no door and no owner rewrites it', async () => {
  await nation.ask(worker, (context) => ordinary(context, 'kept', true));
  await work();
  for (const change of [
    sql`update intimation set template = 'x'`,
    sql`delete from intimation_attempt`,
    sql`update intimation_attempt set at = now()`,
    sql`update intimation set first_sent_at = now()`,
  ])
    await expect(change.execute(nation.admin)).rejects.toMatchObject({ code: '42501' });
  await sql`update intimation set next_at = ${noon}`.execute(nation.admin); // control: the next moment moves
});

test('a door tells nobody of a record it does not write in that transaction', async () => {
  const record = await report();
  const attack = (who: Who) => nation.ask(who, (context) => intimate(context, {
    officeId: officeOf(state), template: 'nodalAlert', facts: { reference: 'R', office: 'O', link: 'L' }, alarm: true,
    about: { kind: 'other', id: record.id, recordId: record.id },
  })); // prettier-ignore
  await expect(attack(station)).rejects.toMatchObject({ code: '42501' });
  expect(await nation.ask(worker, (context) => ordinary(context, 'control', true))).toBe(true);
});

test('who sees the record sees the whole chain: sent, delivered by whom, read, acknowledged by whom', async () => {
  const record = await report();
  await work();
  await nation.ask(state, (context) => noteSeen(context, 'alert', [record.id], true));
  await nation.ask(district, (context) => noteSeen(context, 'alert', [record.id], false));
  const chain = await nation.ask(station, (context) => intimationsOfRecord(context, record.id));
  const of = (who: Who) => chain.find(({ officeId }) => officeId === officeOf(who))!.attempts;
  expect(of(state).map(({ channel }) => channel)).toEqual(['in-app', 'sms']);
  expect([of(state)[0]!.readAt, of(district)[0]!.readAt, of(district)[0]!.deliveredAt]).toEqual([noon, null, noon]);
  expect(of(district)[1]).toMatchObject({ officerName: nation.officer(district).name, why: 'head' });
  expect(await nation.ask('station-in-charge Kannur', (context) => intimationsOfRecord(context, record.id))).toEqual([]);
});

test('a settled matter is told no further; a door settles none it does not write', async () => {
  await nation.ask(worker, (context) => ordinary(context, 'settled', true));
  await expect(nation.ask(station, (context) => settleIntimations(context, { kind: 'duty', id: 'settled' }))).rejects.toMatchObject({ code: '42501' }); // prettier-ignore
  await nation.ask(worker, (context) => settleIntimations(context, { kind: 'duty', id: 'settled' }));
  await work();
  expect(await triedFor(district)).toEqual([]);
});
