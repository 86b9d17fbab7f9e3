// The Committee's desk: the cause list, the three forms in their order, and the panel on both records' pages.
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '../../kernel/ids.ts';
import { addHours } from '../../kernel/time.ts';
import { type ChildRecord, changeDescription, emptyDescription, openRecord, shareRecord, writeDescription } from '../children/index.ts';
import { type TestDoor, openDoor } from '../../../tests/database/door.ts';
import { type Nation, startNation, noon, worker } from '../../../tests/database/tools.ts';
import { orderRestoration } from '../../../tests/database/restoration-order.ts';
import { writeDiary } from '../diary/index.ts';
import { deskRoutes as foundRoutes } from '../found-children/index.ts';
import { deskRoutes } from './desk.ts';
import { listeners } from './jobs.ts';
import { panels } from './panels.ts';

let nation: Nation;
let desk: TestDoor;
let found: ChildRecord;
let missing: ChildRecord;
let path: string;
const committee = 'cwc-chairperson Kozhikode';
const home = 'home-superintendent Kozhikode';
const languages = ['en', 'hi'];

beforeAll(async () => {
  nation = await startNation();
  desk = await openDoor(nation, 'desk', [...deskRoutes(), ...foundRoutes(panels)]);
  found = await open('found');
  path = `/cwc/${found.reference}`;
  missing = await open('missing');
  await askFor(missing);
  await nation.ask(worker, (context) => shareRecord(context, found.id, nation.officer('investigating-officer Saran').officeId, 'identity'));
});
afterAll(async () => {
  await desk?.close();
  await nation?.stop();
});

async function open(kind: 'missing' | 'found'): Promise<ChildRecord> {
  const officer = kind === 'missing' ? nation.officer('investigating-officer Saran') : nation.officer('home-superintendent Kozhikode');
  return nation.ask(officer, async (context) => {
    const { officeId, districtCode, stateCode } = officer;
    const status = kind === 'missing' ? 'reported' : 'unidentified';
    const record = await openRecord(context, {
      kind,
      status,
      officeId,
      districtCode: districtCode!,
      stateCode: stateCode!,
      happenedAt: addHours(noon, -48),
    });
    await writeDescription(context, record.id, { ...emptyDescription, names: [{ bearer: 'child', text: 'Puja', alias: false }] });
    return record;
  });
}

/** A judgement of "same child" between the found child and a missing report, heard by the Committee's module. */
async function askFor(missing: ChildRecord, child = found): Promise<string> {
  const candidate = newId<'candidate'>();
  await sql`insert into match_candidate (id, missing_id, found_id, probability, total_bits, one_in, band, comparison, weights_version, missing_version, found_version, computed_at, standing)
    values (${candidate}, ${missing.id}, ${child.id}, 0.89, 17, 170000, 'likely', '[]', 'test', 1, 1, ${noon}, 'same')`.execute(
    nation.admin,
  );
  const judge = nation.officer('investigating-officer Saran');
  await sql`insert into match_judgement (id, candidate_id, verdict, reason, missing_version, found_version, judged_by, office_id, judged_at)
    values (${newId<'judgement'>()}, ${candidate}, 'same', 'same scar', 1, 1, ${judge.officerId}, ${judge.officeId}, ${noon})`.execute(
    nation.admin,
  );
  await nation.ask(worker, async (context) => {
    const [entryId] = await writeDiary(context, child.id, { happening: 'match.judged', facts: { candidate, verdict: 'same' } });
    await listeners[0]!.hear(context, { recordId: child.id, entryId: entryId!, happening: 'match.judged' });
  });
  return candidate;
}

/** Everything the Committee sees, in both languages; the answer is the English cause list. */
async function look(): Promise<string> {
  for (const language of languages) expect((await desk.get(`/found/${found.reference}`, committee, language)).status).toBe(200);
  expect((await desk.get('/cwc', committee, 'hi')).status).toBe(200);
  return (await desk.get('/cwc', committee)).body;
}

test('from the request to the restoration, each step offered when the one before is done', async () => {
  const before = await look();
  expect(before).toContain(`${path}/production"`);
  // Found 48 hours ago: the production is late already, the decision is not, and the list says both, the late one first.
  expect(before).toMatch(/Have Puja produced by 23 Nov 2026[^<]*; Decide who Puja is by [^<]*: Puja of report MC-/);
  expect((await desk.get(`${path}/production`, committee)).body).toContain('name="placedWith"');
  const produced = {
    producedOn: '2026-11-24',
    producedAt: '10:00',
    sitting: 'committee',
    placedWith: 'children-home',
    childHeard: 'My house is near the big temple',
  };
  expect((await desk.post(`${path}/production`, produced, committee)).location).toBe('/cwc?done=cwc.done.production');

  const [, request] = /identity\?request=([0-9a-f-]{36})/.exec(await look())!;
  expect((await desk.get(`${path}/identity`, committee, 'hi')).body).toContain(request);
  const decision = (await desk.get(`${path}/identity`, committee)).body;
  for (const words of [
    `Missing: ${missing.reference}`,
    `Found: ${found.reference}`,
    'same scar',
    `${missing.reference}, asked`,
    'href="/matches/',
  ])
    expect(decision).toContain(words);
  expect(decision).toMatch(new RegExp(`Puja[^>]*, ${missing.reference}, asked`)); // by name: of several nobody knows numbers apart
  const answer = { requestId: request!, answer: 'confirmed', reasons: 'Mother and daughter knew each other' };
  const groundless = await desk.post(`${path}/identity`, answer, committee);
  expect([groundless.status, groundless.body.includes('basis-error')]).toEqual([422, true]);
  expect((await desk.post(`${path}/identity`, { ...answer, basis: 'parent-recognised' }, committee)).status).toBe(303);

  expect(await look()).toContain(`${path}/restoration"`);
  await orderRestoration(nation, found.id, { committee, number: 44 });
  const order = { orderNumber: '44/2026', orderedOn: '2026-11-24', toRelation: 'parents', restoredOn: '2026-11-24', restoredAt: '11:30' };
  const late = await desk.post(`${path}/restoration`, { ...order, orderedOn: '2026-11-25' }, committee);
  expect([late.status, late.body.includes('orderedOn-error'), late.body.includes('value="44/2026"')]).toEqual([422, true, true]);
  expect((await desk.post(`${path}/restoration`, order, committee)).status).toBe(303);

  expect(await look()).not.toContain(path);
  const record = await desk.get(`/found/${found.reference}`, committee);
  for (const words of ['near the big temple', 'by order 44/2026', 'Restored to the parents']) expect(record.body).toContain(words);

  for (const language of languages) {
    const police = await desk.get(`/found/${found.reference}`, 'investigating-officer Saran', language);
    expect(police.status).toBe(200);
    for (const words of ['near the big temple', '44/2026']) expect(police.body).not.toContain(words);
  }
  expect((await desk.get(`/found/${found.reference}`, 'investigating-officer Saran')).body).toContain('Restored to the family');
});

test('a child of the district not yet produced is on the list; a home sees it but records nothing', async () => {
  const other = await open('found');
  expect((await desk.get('/cwc', committee)).body).toContain(`/cwc/${other.reference}/production`);
  const seen = await desk.get('/cwc', home);
  expect([seen.body.includes(`/found/${other.reference}`), seen.body.includes('/production"')]).toEqual([true, false]);
  expect((await desk.post(`/cwc/${other.reference}/production`, {}, home)).status).toBe(403);
  expect((await desk.get(`/cwc/${other.reference}/production`, 'cwc-chairperson Saran')).status).toBe(404);
});

test('of two reports one child may be of, both stand beside it, none is chosen, and none is confirmed before all were compared', async () => {
  const child = await open('found');
  const reports = [await open('missing'), await open('missing')];
  const candidates = [await askFor(reports[0]!, child), await askFor(reports[1]!, child)];
  const produced = { producedOn: '2026-11-24', producedAt: '10:00', sitting: 'committee', placedWith: 'children-home' };
  await desk.post(`/cwc/${child.reference}/production`, produced, committee);
  for (const [index, candidate] of candidates.entries()) {
    const page = (await desk.get(`/cwc/${child.reference}/identity?candidate=${candidate}`, committee)).body;
    expect(page).toContain('at most one can be right');
    expect(page).not.toMatch(/<input[^>]* checked/);
    const [meant, other] = [reports[index]!, reports[1 - index]!].map(({ reference }) => page.indexOf(`Missing: ${reference}`));
    expect(meant! > 0 && meant! < other!).toBe(true);
  }
  const { rows } = await sql<{ id: string }>`select id from production_request where candidate_id = ${candidates[0]}`.execute(nation.admin);
  const answer = { requestId: rows[0]!.id, answer: 'confirmed', basis: 'photograph', reasons: 'like the picture' };
  const unseen = await desk.post(`/cwc/${child.reference}/identity`, answer, committee);
  expect([unseen.status, unseen.body.includes('both-error'), /value="confirmed" checked/.test(unseen.body)]).toEqual([422, true, true]);
  expect((await desk.post(`/cwc/${child.reference}/identity`, { ...answer, both: 'yes' }, committee)).status).toBe(303);
});

test('parents, marks and the age when found stand beside each other, and what nobody wrote is said to be unknown', async () => {
  const [child, report] = [await open('found'), await open('missing')];
  const say = (who: typeof home | 'investigating-officer Saran', { id, version }: ChildRecord, told: object) =>
    nation.ask(who, (context) => changeDescription(context, id, version, { ...emptyDescription, ...told }));
  await say(home, child, { marks: [{ kind: 'burn', site: 'forearm', side: 'left', text: null }] });
  await say('investigating-officer Saran', report, { names: [{ bearer: 'father', text: 'रामेश्वर', alias: false }] });
  await askFor(report, child);
  const page = (await desk.get(`/cwc/${child.reference}/identity`, committee)).body;
  expect(page).toMatch(/>Father<.*रामेश्वर · Rameshvar.*>Mother<.*>Marks<.*burn scar, left forearm/s);
  expect(page).toMatch(/>Mother<\/th><td[^>]*><span class="quiet-text">/);
  expect(page).toMatch(/<input[^>]*name="requestId"[^>]* checked/); // the only one is chosen
});
