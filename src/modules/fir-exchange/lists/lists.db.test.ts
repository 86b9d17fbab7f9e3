// Lists end to end: brought at the desk's door, settled as the worker does, confirmed by the feed, taken back; and what the database lets nobody say.
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { as, complaint, das, nation, nodal, saran, startCase } from '../../../../tests/database/asha.ts';
import { type TestDoor, openDoor } from '../../../../tests/database/door.ts';
import { asha, come, fir, openNode, paperNamed, settleAll } from '../../../../tests/database/told.ts';
import { worker } from '../../../../tests/database/tools.ts';
import { type RecordId, newId } from '../../../kernel/ids.ts';
import { peekRecords } from '../../children/index.ts';
import { effectiveEntries, readDiary, writeDiary } from '../../diary/index.ts';
import { registerComplaint } from '../../missing-reports/actions.ts';
import { childrenOfPapers } from '../applying/paper-store.ts';
import { deskRoutes } from '../desk.ts';
import { settleDue } from '../jobs.ts';
import { paperKey } from '../messages/index.ts';

const STATION = 'PS-BR-SAR-1';
const DISTRICT = 'BR-SAR';
let door: TestDoor;

/** The nation of tests has the census' codes; a message's are of another form. */
beforeAll(async () => {
  await startCase();
  await openNode(nation);
  await sql`insert into district (code, state_code, name, latitude, longitude) values (${DISTRICT}, 'BR', 'Saran of the police', 25.7, 84.7)`.execute(nation.admin);
  await sql`update office set code = ${STATION} where id = ${das.officeId}`.execute(nation.admin);
  await sql`update office set district_code = ${DISTRICT} where district_code = ${saran}`.execute(nation.admin);
  for (const officer of [das, nodal]) Object.assign(officer, { districtCode: DISTRICT });
  door = await openDoor(nation, 'desk', deskRoutes());
}); // prettier-ignore
afterAll(async () => {
  await door.close();
  await nation.stop();
});

const HEADINGS = 'Police station,FIR number,FIR date,FIR time,Acts and sections,Place last seen,Name of the child,Sex,Age';
const line = (number: string, name: string, change: { age?: string; station?: string; place?: string } = {}): string =>
  [change.station ?? '', number, '20-11-2026', '14:30', 'BNS 137(2)', change.place ?? 'the fair', name, 'girl', change.age ?? '9'].join(
    ',',
  );
const WHO = 'station-in-charge Saran' as const;

async function bring(rows: readonly string[], who: 'station-in-charge Saran' | 'district-nodal-officer Saran' = WHO): Promise<string> {
  const bytes = Buffer.from([HEADINGS, ...rows].join('\n'));
  const answer = await door.post('/exchange/lists', {}, who, { name: 'list.csv', field: 'list', bytes });
  expect([answer.status, answer.body]).toEqual([303, '']);
  return answer.location.split('?')[0]!.split('/').at(-1)!;
}

async function settle(): Promise<void> {
  while ((await nation.ask(worker, (context) => settleDue(context, { onFault: (fault) => { throw fault; } }))) > 0); // prettier-ignore
}

async function take(rows: readonly string[], who: 'station-in-charge Saran' | 'district-nodal-officer Saran' = WHO): Promise<string> {
  const list = await bring(rows, who);
  expect((await door.post(`/exchange/lists/${list}`, {}, who)).status).toBe(303);
  await settle();
  return list;
}

/** Until a statement waits for what another transaction holds. */
async function somebodyWaits(): Promise<void> {
  const blocked = sql<{ n: number }>`select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`; // prettier-ignore
  while ((await blocked.execute(nation.admin)).rows[0]!.n === 0);
}

const named = (number: string) => paperNamed({ state: 'BR', district: DISTRICT, station: STATION, number });
async function recordsOf(number: string) {
  return nation.ask(worker, async (context) => {
    const children = await childrenOfPapers(context, [paperKey(named(number))]);
    return peekRecords(context, children.map(({ recordId }) => recordId)); // prettier-ignore
  });
}
const happened = (id: RecordId): Promise<string[]> =>
  nation.ask(worker, async (context) => effectiveEntries(await readDiary(context, id)).map(({ happening }) => happening));
const reports = async (): Promise<number> =>
  Number((await sql<{ n: number }>`select count(*) as n from missing_report`.execute(nation.admin)).rows[0]!.n);
const paperRow = async (number: string) => (await sql<Record<string, unknown>>`select node_code, opened_by_feed, complaint_id, last_sequence, raw_number from exchange_paper where paper_key = ${paperKey(named(number))}`.execute(nation.admin)).rows[0]; // prettier-ignore

describe('a station’s list', () => {
  test('is looked at row by row, in the reader’s language; the good rows become reports, the refused go back', async () => {
    const list = await bring([line('501', 'Asha'), line('501', 'Ravi'), line('502', 'Meena', { age: '40' })]);
    const shown = await door.get(`/exchange/lists/${list}`, WHO);
    expect(shown.body).toContain('Age: too small or too large');
    expect((await door.get(`/exchange/lists/${list}`, WHO, 'hi')).body).toContain('आयु: बहुत छोटा या बहुत बड़ा');
    const before = await reports();
    expect((await door.post(`/exchange/lists/${list}`, {}, WHO)).status).toBe(303);
    await settle();
    expect((await reports()) - before).toBe(2);
    const [first] = await recordsOf('501');
    expect(first).toMatchObject({ status: 'fir-registered', officeId: das.officeId });
    expect(await paperRow('501')).toMatchObject({ nodeCode: null, openedByFeed: false, lastSequence: null });
    const refused = await door.get(`/exchange/lists/${list}/refused.csv`, WHO);
    expect(refused.body.trim().split('\r\n')).toHaveLength(2);
    const taken = await door.get(`/exchange/lists/${list}`, WHO);
    expect(taken.body).toContain(first!.reference);
  });

  test('brought twice, and overlapping lists, make nothing twice', async () => {
    await take([line('511', 'Asha'), line('512', 'Meena')]);
    const before = await reports();
    const again = await bring([line('511', 'Asha'), line('0512/2026', 'Meena')]);
    expect((await door.post(`/exchange/lists/${again}`, {}, WHO)).status).toBe(422);
    await take([line('FIR No. 511', 'Asha'), line('513', 'Puja')]);
    expect((await reports()) - before).toBe(1);
  });

  test('of two lists read before either is taken, the second finds its FIR here', async () => {
    const [one, other] = [await bring([line('521', 'Asha')]), await bring([line('521', 'Asha Kumari')])];
    const before = await reports();
    for (const list of [one, other]) expect((await door.post(`/exchange/lists/${list}`, {}, WHO)).status).toBe(303);
    await settle();
    expect((await reports()) - before).toBe(1);
    expect((await door.get(`/exchange/lists/${other}`, WHO)).body).toContain('was here already');
  });

  test('is confirmed by the police’s system later, without doubling: what differs is told, not written over', async () => {
    await take([line('531', 'Asha')]);
    const [record] = await recordsOf('531');
    const before = await reports();
    await come(nation, fir(named('531'), { children: [{ ...asha, names: [{ text: 'Usha' }] }] }));
    await settleAll(nation);
    expect((await reports()) - before).toBe(0);
    expect((await recordsOf('531')).map(({ id }) => id)).toEqual([record!.id]);
    expect(await paperRow('531')).toMatchObject({ nodeCode: 'police-BR', openedByFeed: false, lastSequence: 1, rawNumber: 'BR-RAW-531' });
    const { rows } = await sql`select field, police_value, portal_value from exchange_difference where paper_key = ${paperKey(named('531'))}`.execute(nation.admin);
    expect(rows).toEqual([{ field: 'childName', policeValue: 'Usha', portalValue: 'Asha' }]);
  }); // prettier-ignore

  test('after the police’s system brings nothing', async () => {
    await come(nation, fir(named('541')));
    await settleAll(nation);
    const list = await bring([line('541', 'Asha')]);
    expect((await door.get(`/exchange/lists/${list}`, WHO)).body).toContain('told by the police system');
    expect((await door.post(`/exchange/lists/${list}`, {}, WHO)).status).toBe(422);
  });

  test('of an FIR typed here is compared with it, and opens nothing', async () => {
    const [typed] = (await as(das, (context) => registerComplaint(context, complaint({ paperNumber: '551', children: [{ childName: 'Asha', ageFrom: '4', sex: 'male' }] }), []))) as { id: RecordId }[];
    const before = await reports();
    await take([line('551', 'Asha')]);
    expect((await reports()) - before).toBe(0);
    expect((await recordsOf('551')).map(({ id }) => id)).toEqual([typed!.id]);
  }); // prettier-ignore
});

describe('a list taken back', () => {
  test('closes what nobody touched as entered in error, and frees its papers for the feed', async () => {
    const list = await take([line('601', 'Asha'), line('602', 'Meena')]);
    const [[untouched], [worked]] = [await recordsOf('601'), await recordsOf('602')];
    await as(das, (context) => writeDiary(context, worked!.id, { happening: 'missing.hueAndCryIssued', facts: {} }));
    expect((await door.post(`/exchange/lists/${list}/undo`, {}, WHO)).status).toBe(303);
    await settle();
    expect((await happened(untouched!.id)).at(-1)).toBe('missing.closed');
    expect(await happened(worked!.id)).not.toContain('missing.closed');
    expect((await door.get(`/exchange/lists/${list}`, WHO)).body).toContain('stays: somebody has worked on it');
    expect((await recordsOf('602')).map(({ id }) => id)).toEqual([worked!.id]);
    await come(nation, fir(named('601')));
    await settleAll(nation);
    const [anew] = await recordsOf('601');
    expect([anew!.id === untouched!.id, anew!.status, anew!.closedAt]).toEqual([false, 'fir-registered', null]);
    expect(await paperRow('601')).toMatchObject({ nodeCode: 'police-BR', openedByFeed: true });
  });

  test('can be brought again, right this time', async () => {
    const list = await take([line('611', 'Asah')]);
    await door.post(`/exchange/lists/${list}/undo`, {}, WHO);
    await settle();
    const before = await reports();
    await take([line('611', 'Asha')]);
    expect((await reports()) - before).toBe(1);
    expect(await recordsOf('611')).toHaveLength(1);
  });

  test('leaves what the police’s system told meanwhile, and what was typed', async () => {
    const [typed] = (await as(das, (context) => registerComplaint(context, complaint({ paperNumber: '621' }), []))) as { id: RecordId }[];
    const list = await take([line('621', 'Asha'), line('622', 'Meena')]);
    await come(nation, fir(named('622')));
    await settleAll(nation);
    const [told] = await recordsOf('622');
    await door.post(`/exchange/lists/${list}/undo`, {}, WHO);
    await settle();
    for (const id of [typed!.id, told!.id]) expect(await happened(id)).not.toContain('missing.closed');
  });

  test('leaves what an officer is writing in at this very moment', async () => {
    const list = await take([line('641', 'Asha')]);
    const [record] = await recordsOf('641');
    await door.post(`/exchange/lists/${list}/undo`, {}, WHO);
    const undone: Promise<void>[] = [];
    await as(das, async (context) => {
      await writeDiary(context, record!.id, { happening: 'missing.hueAndCryIssued', facts: {} });
      undone.push(settle());
      await somebodyWaits();
    });
    await undone[0];
    expect(await happened(record!.id)).not.toContain('missing.closed');
    expect((await door.get(`/exchange/lists/${list}`, WHO)).body).toContain('stays: somebody has worked on it');
  });

  test('not after 72 hours, and not twice', async () => {
    const [early, late] = [await take([line('631', 'Asha')]), await take([line('632', 'Asha')])];
    expect((await door.post(`/exchange/lists/${early}/undo`, {}, WHO)).status).toBe(303);
    expect((await door.post(`/exchange/lists/${early}/undo`, {}, WHO)).status).toBe(422);
    const then = nation.clock.now;
    nation.clock.later(73);
    expect((await door.post(`/exchange/lists/${late}/undo`, {}, WHO)).status).toBe(422);
    nation.clock.now = then;
    await settle();
  });
});

describe('whose list', () => {
  test('the district’s officer brings one for the stations of the district', async () => {
    await take([line('701', 'Asha', { station: STATION })], 'district-nodal-officer Saran');
    expect(await recordsOf('701')).toHaveLength(1);
  });

  test('another office sees none of it', async () => {
    const list = await bring([line('711', 'Asha')]);
    for (const who of ['station-in-charge Kannur', 'district-nodal-officer Saran'] as const)
      expect((await door.get(`/exchange/lists/${list}`, who)).status).toBe(404);
    expect((await door.get('/exchange/lists', 'cwc-member Saran')).status).toBe(403);
  });

  const message = (change: Record<string, unknown> = {}, paper: Record<string, unknown> = {}) => ({
    ...fir(named('799')),
    node: 'list-BR',
    paper: { ...named('799'), ...paper },
    ...change,
  });
  const kannur = { state: 'KL', district: '557', station: 'police-station-Kannur' };

  /** As the desk's role, by bare SQL. */
  const taken = (told: unknown, by: 'station-in-charge Saran' | 'station-in-charge Kannur' | 'cwc-member Saran', list: string) =>
    nation.ask(by, ({ db, now }) => sql`select take_list(${list}, ${newId()}, ${JSON.stringify([{ message: told, digest: '00'.repeat(32), kept: { mark: '', outline: {} } }])}::jsonb, ${now})`.execute(db)); // prettier-ignore

  test.each<[string, unknown]>([
    ['another State’s station', message({ node: 'list-KL' }, kannur)],
    ['another State’s station, in the own State’s name', message({}, kannur)],
    ['a node', message({ node: 'police-BR' })],
    ['a station in a State that is not its own', message({}, { state: 'KL' })],
    ['another type', message({ type: 'MissingPerson.traced' })],
    ['no paper', { ...message(), paper: null }],
  ])('the database lets no list speak for %s', async (_, told) => {
    const list = await bring([line('799', 'Asha')]);
    await expect(taken(told, WHO, list)).rejects.toThrow(/speaks for the stations/);
  });

  test('nor another officer take it; the own one may', async () => {
    const list = await bring([line('799', 'Asha')]);
    await expect(taken(message(), 'station-in-charge Kannur', list)).rejects.toThrow(/no such list/);
    await expect(taken(message(), 'cwc-member Saran', list)).rejects.toThrow(/no such list/);
    expect((await taken(message(), WHO, list)).rows).toEqual([{ takeList: true }]);
  });

  test('nor a delivery or message be written past it', async () => {
    const write = (query: ReturnType<typeof sql>) => nation.ask(WHO, ({ db }) => query.execute(db));
    await expect(write(sql`insert into exchange_delivery (id, source, received_at, media_type, raw, digest) values (${newId()}, 'file', now(), 'x', 'x', sha256('x'))`)).rejects.toThrow(/permission denied/); // prettier-ignore
    await expect(write(sql`update exchange_list set taken_at = now()`)).rejects.toThrow(/permission denied/);
  });
});
