// Cases of children in conflict with law on a real database: opened, heard, ended; what the law asks of whom, and who sees it.
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Fields, type TestDoor, fieldError, openDoor } from '../../../tests/database/door.ts';
import { type Nation, type Who, noon, startNation } from '../../../tests/database/tools.ts';
import type { Instant } from '../../kernel/time.ts';
import { deskRoutes } from './index.ts';
import { steps } from './steps/all.ts';

let nation: Nation;
let desk: TestDoor;
let at: string;
const police: Who = 'child-welfare-police-officer Saran';
const magistrate: Who = 'jjb-magistrate Saran';
const member: Who = 'jjb-member Saran';
const probation: Who = 'probation-officer Saran';
const home: Who = 'conflict-home-head Saran';
const NAME = 'Zqbiraju Mondal';

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
  at = await opened();
});

const when = (on: string, time = '10:00'): Fields => ({ doneOn: on, doneAt: time });
async function opened(on = '2026-11-23'): Promise<string> {
  const child = { name: NAME, sex: 'male', age: '15', guardian: 'Zqharen Mondal', ...when(on, '14:20') };
  const { status, location } = await desk.post('/board/new', child, police);
  expect(status).toBe(303);
  return location.split('?')[0]!;
}
const id = (who: Who): string => nation.officer(who).officerId;
async function step(code: string, fields: Fields, who: Who = magistrate): Promise<void> {
  const answer = await desk.post(`${at}/${code}`, fields, who);
  expect([code, answer.status, answer.status === 303 ? '' : answer.body.match(/error[^<]*<[^<]*/g)]).toEqual([code, 303, '']);
}
const produce = (fields: Fields = {}): Promise<void> =>
  step('production', { gravity: 'serious', sixteen: 'no', sat: id(magistrate), ...when('2026-11-24', '11:00'), ...fields });
const both = (): string[] => [id(magistrate), id(member)];
/** An order of two: written and signed by the Magistrate, then signed by the member. */
async function orderOfBoth(code: string, fields: Fields): Promise<void> {
  await step(code, { ...fields, bench: both() });
  const { rows } = await sql<{ id: string }>`select id from conflict.paper where made_at is null and withdrawn_at is null and kind = ${code}
    and proceeding_id = ${at.split('/').at(-1)!}`.execute(nation.admin);
  await step(`papers/${rows[0]!.id}/sign`, { consent: nation.officer(member).name }, member);
}
/** Rule and state of each duty of the case, as stored. */
async function duties(): Promise<Record<string, string>> {
  const { rows } = await sql<{
    rule: string;
    ending: string | null;
    due: Instant;
  }>`select rule_id as rule, stored ->> 'ending' as ending, late_after as due
    from conflict.duty where proceeding_id = ${at.split('/').at(-1)!} order by rule_id`.execute(nation.admin);
  return Object.fromEntries(rows.map(({ rule, ending, due }) => [rule, ending ?? due]));
}

describe('a case', () => {
  test('begins its clocks with the apprehension and meets them as it goes on', async () => {
    expect(await duties()).toMatchObject({ J01: '2026-11-24T08:50:00.000Z', J02: '2026-11-23T14:50:00.000Z', 'J02.3': expect.any(String) });
    await step('parents-told', { whom: 'Zqharen Mondal', toldHow: 'telephone', ...when('2026-11-23', '15:00') }, police);
    await produce();
    expect(await duties()).toMatchObject({ J01: 'met', J02: 'met', J03: '2027-03-24T18:29:59.999Z' });
    await step('social-report', { family: 'x', living: 'x', circumstances: 'x', childSays: 'x', recommendation: 'x' }, probation);
    expect(await duties()).toMatchObject({ 'J02.3': 'met' });
  });

  test('bail on conditions starts seven days; refused it asks one of the law’s grounds', async () => {
    await produce();
    const refused = await desk.post(`${at}/bail`, { bail: 'refused', reasons: 'x', bench: id(magistrate) }, magistrate);
    expect(fieldError(refused.body, 'bailRefusedBecause')).toContain('s.12');
    await step('bail', { bail: 'on-conditions', conditions: 'a surety', bench: id(magistrate), ...when('2026-11-24', '11:30') });
    expect(await duties()).toMatchObject({ J09: '2026-12-01T18:29:59.999Z' });
    await step('bail-met', {});
    expect(await duties()).toMatchObject({ J09: 'met' });
  });

  test('a heinous offence at sixteen asks the assessment; found sixteen later, from first production on', async () => {
    await produce({ gravity: 'heinous', sixteen: 'no' });
    expect(await duties()).not.toHaveProperty('J04');
    await step('gravity', { gravity: 'heinous', sixteen: 'yes', reasons: 'the school register', bench: id(magistrate) });
    expect(await duties()).toMatchObject({ J04: '2027-02-24T18:29:59.999Z' });
  });

  test('time is given once by the Board, and by the Magistrate never in a petty case', async () => {
    await produce({ gravity: 'petty' });
    await step('more-time', { reasons: 'a witness is ill', bench: id(magistrate) });
    expect(await duties()).toMatchObject({ J03: '2027-05-24T18:29:59.999Z' });
    const more = { timeOf: 'inquiry', untilOn: '2027-08-01', orderedBy: 'the Chief Judicial Magistrate', reasons: 'x' };
    const { body } = await desk.post(`${at}/magistrate-time`, more, magistrate);
    expect(fieldError(body, 'timeOf')).toContain('petty');
  });

  test('a final order takes the Principal Magistrate and one more; by time a case ends only if petty and over', async () => {
    await produce();
    const order = { disposal: 'advice', reasons: 'x' };
    const alone = await desk.post(`${at}/disposal`, { ...order, bench: id(magistrate) }, magistrate);
    expect(fieldError(alone.body, 'bench')).toContain('s.7');
    const over = await desk.post(`${at}/disposal`, { ...order, disposal: 'time-over', bench: both() }, magistrate);
    expect(fieldError(over.body, 'disposal')).toContain('petty');
    await orderOfBoth('disposal', order);
    expect(await duties()).toMatchObject({ J03: 'met' });
  });

  test('the period for appeal is not over before the case ended, so that its records are not destroyed years too soon', async () => {
    await produce({ gravity: 'petty' });
    await orderOfBoth('disposal', { disposal: 'advice', reasons: 'x', ...when('2026-11-24', '11:20') });
    const early = await desk.post(`${at}/appeal-over`, when('2026-11-24', '11:10'), member);
    expect([early.status, fieldError(early.body, 'doneOn')]).toEqual([422, 'The case had not ended yet then.']);
    await step('appeal-over', when('2026-11-24', '11:30'), member); // control
  });

  test('gone from the home: police, Board and parents are to be told', async () => {
    await produce();
    await step('placement', {
      home: nation.officer(home).officeId,
      place: 'observation-home',
      bench: id(magistrate),
      nextOn: '2026-12-08',
    });
    await step('gone', { remarks: 'over the wall' }, home);
    await step('absence-told', { toldTo: 'police', whom: 'PS Sonepur' }, home);
    expect(await duties()).toMatchObject({ 'I06.5': 'met' });
  });

  test('a step out of its turn is not offered, and refused if it is sent all the same', async () => {
    expect((await desk.get(`${at}/disposal`, magistrate)).status).toBeGreaterThanOrEqual(400);
    expect((await desk.post(`${at}/appeal-over`, {}, magistrate)).status).toBeGreaterThanOrEqual(400);
  });
});

describe('who sees it', () => {
  const sees = async (who: Who): Promise<boolean> => {
    const [open, ended, one] = [await desk.get('/board', who), await desk.get('/board?of=ended', who), await desk.get(at, who)];
    expect(open.body.includes(at) || ended.body.includes(at)).toBe(one.status === 200);
    return one.status === 200;
  };

  test('its Board, its police until it ends, the probation officer, the home once the child is there; nobody of another district', async () => {
    expect(await Promise.all([magistrate, member, police, probation, home].map(sees))).toEqual([true, true, true, true, false]);
    await produce();
    await step('placement', { home: nation.officer(home).officeId, place: 'observation-home', bench: id(magistrate) });
    expect(await sees(home)).toBe(true);
    for (const who of [
      'jjb-magistrate Kannur',
      'child-welfare-police-officer Kannur',
      'probation-officer Kannur',
      'conflict-home-head Kannur',
    ] as const)
      expect([who, await sees(who)]).toEqual([who, false]);
    await orderOfBoth('disposal', { disposal: 'discharge', reasons: 'x' });
    expect([await sees(police), await sees(magistrate)]).toEqual([false, true]); // s.74(2): no antecedents
    expect((await desk.get('/board?of=ended', police)).body).not.toContain(at);
  });

  test('police read no report of the probation officer, the home nothing of the police', async () => {
    await produce();
    await step('placement', { home: nation.officer(home).officeId, place: 'observation-home', bench: id(magistrate) });
    await step(
      'social-report',
      { family: 'Zqfamilyword', living: 'x', circumstances: 'x', childSays: 'x', recommendation: 'x' },
      probation,
    );
    await step('background', { offence: 'Zqoffenceword', circumstances: 'x', family: 'x', handcuffed: 'no' }, police);
    const read = async (who: Who) => ['Zqfamilyword', 'Zqoffenceword'].filter((word) => bodies.get(who)!.includes(word));
    const bodies = new Map<Who, string>();
    for (const who of [police, home, magistrate]) bodies.set(who, (await desk.get(at, who)).body);
    expect(await read(police)).toEqual(['Zqoffenceword']);
    expect(await read(home)).toEqual(['Zqfamilyword']);
    expect(await read(magistrate)).toEqual(['Zqfamilyword', 'Zqoffenceword']);
  });

  test('every look is written down in the vault, and nowhere else', async () => {
    const before = (await sql<{ n: number }>`select count(*) as n from audit_entry`.execute(nation.admin)).rows[0]!.n;
    await desk.get(at, magistrate);
    const looks = await sql<{
      name: string;
      purpose: string;
    }>`select name, purpose from conflict.look where proceeding_id = ${at.split('/').at(-1)!}
      and action = 'read' order by sequence`.execute(nation.admin);
    expect(looks.rows.at(-1)).toEqual({ name: 'conflict.case', purpose: 'conflict' });
    expect((await sql<{ n: number }>`select count(*) as n from audit_entry`.execute(nation.admin)).rows[0]!.n).toBe(before);
  });
});

describe('when it happened', () => {
  test.each(steps.map(({ code, side }) => [code, side] as const))(
    '%s refuses the future and what is before the apprehension, at its field',
    async (code, side) => {
      const who = { police, board: magistrate, probation, home }[side];
      const home1 = nation.officer(home).officeId;
      const words = {
        whom: 'x',
        toldHow: 'telephone',
        offence: 'x',
        circumstances: 'x',
        family: 'x',
        handcuffed: 'no',
        givenBy: 'x',
        relation: 'x',
        address: 'x',
        terms: 'x',
        minutes: '5',
      };
      const orders = {
        gravity: 'petty',
        sixteen: 'no',
        bench: both(),
        sat: both(),
        bail: 'granted',
        remarks: 'x',
        placedWith: 'x',
        home: home1,
        place: 'observation-home',
        dueOn: '2026-12-01',
        legalAid: 'x',
        test: 'medical',
        reasons: 'x',
        ageFound: '15',
        childIs: 'child',
        assessed: 'board-goes-on',
        timeOf: 'preliminary-assessment',
        untilOn: '2027-01-01',
        orderedBy: 'x',
        hearing: 'heard',
        months: '6',
        disposal: 'advice',
        holder: 'court',
        letter: 'x',
      };
      const reports = {
        living: 'x',
        childSays: 'x',
        recommendation: 'x',
        period: 'x',
        conduct: 'x',
        admissionNumber: '1',
        health: 'x',
        toldTo: 'police',
      };
      const one = steps.find((each) => each.code === code)!;
      const fields = Object.fromEntries(
        Object.entries({ ...words, ...orders, ...reports }).filter(([name]) => one.fields.some((field) => field.name === name)),
      );
      await sql`update conflict.proceeding set produced_at = ${code === 'production' ? null : noon}, gravity = 'heinous', sixteen_at_offence = true, home_id = ${home1},
      ended_at = ${['appeal-over', 'follow-up', 'destroyed-elsewhere'].includes(code) ? '2026-11-24T05:00:00.000Z' : null}, ended_by = ${['appeal-over', 'follow-up', 'destroyed-elsewhere'].includes(code) ? 'advice' : null},
      appeal_over_at = ${code === 'destroyed-elsewhere' ? noon : null} where id = ${at.split('/').at(-1)!}`.execute(nation.admin);
      for (const happening of {
        'bail-met': ['bailGranted'],
        'brought-back': ['bailGranted'],
        'absence-told': ['missingFromHome'],
        back: ['missingFromHome'],
      }[code] ?? [])
        await sql`insert into conflict.entry (id, proceeding_id, happening, happened_at, recorded_at) values (gen_random_uuid(), ${at.split('/').at(-1)!}, ${`conflict.${happening}`}, ${noon}, ${noon})`.execute(
          nation.admin,
        );
      const future = await desk.post(`${at}/${code}`, { ...fields, ...when('2026-11-25') }, who);
      expect([future.status, fieldError(future.body, 'doneOn')]).toEqual([422, 'That lies in the future.']);
      const early = await desk.post(`${at}/${code}`, { ...fields, ...when('2026-11-23', '14:18') }, who);
      expect([early.status, fieldError(early.body, 'doneOn')]).toEqual([422, 'The child was not apprehended yet then.']);
      expect((await desk.post(`${at}/${code}`, { ...fields, ...when('2026-11-24', '11:30') }, who)).status).toBe(303);
    },
  );
});
