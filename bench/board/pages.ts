// What the cause list and a case cost a busy Board: whole pages of a running portal, by the clock and by what the desk's process and the database worked.
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { type Figure, atMost, observed, percentile } from '../../scripts/figures.ts';
import { type Portal, startPortal } from '../../scripts/portal.ts';
import { signInAs } from '../../scripts/story/desk.ts';
import { type Person, personAt } from '../../scripts/story/person.ts';
import { newId } from '../../src/kernel/ids.ts';
import { newCaseKey, seal, sealUnder } from '../../src/platform/credentials/index.ts';
import { workedBy, workedByServer } from '../worked.ts';

const SECRET = 'a secret of the bench, long enough to be one';
const BOARD = 'JJB-WB-HWH';
const PAPERS = 20;
const OPENINGS = 60;
const WARM_UP = 5;
const LIST_GOAL = 100;
const CASE_GOAL = 150;

/** Open cases of one Board, produced on days of the last hundred, each with papers of a few hundred words. Answers the id of the last. */
async function fill(client: pg.Client, cases: number): Promise<string> {
  const { rows } = await client.query<{ board: string; police: string; unit: string; officer: string }>(
    `select b.id as board, s.id as police, u.id as unit, (select officer_id from posting where office_id = b.id limit 1) as officer from office b
      join office s on s.code = 'PS-WB-HWH-1' join office u on u.code = 'DCPU-WB-HWH' where b.code = $1`, [BOARD]); // prettier-ignore
  const { board, police, unit, officer } = rows[0]!;
  const words = JSON.stringify({
    heardWords: 'Heard, and put off until a witness comes. '.repeat(12),
    hearing: 'adjourned',
    present: ['child', 'parents'],
  });
  let id = '';
  for (let number = 1; number <= cases; number++) {
    id = newId();
    const key = newCaseKey();
    const identity = sealUnder(key, id, JSON.stringify({ name: `Invented ${number}`, sex: 'male', age: '15' }));
    await client.query(
      `insert into conflict.proceeding (id, year, number, board_id, police_id, unit_id, state_code, identity_sealed, gravity, sixteen_at_offence, apprehended_at, produced_at, next_on, opened_at, opened_by)
        values ($1, 2000, $2, $3, $4, $5, 'WB', $6, 'serious', false, now() - ($2::int % 100 + 2) * interval '1 day', now() - ($2::int % 100 + 1) * interval '1 day',
          current_date + $2::int % 30, now(), $7)`, [id, number, board, police, unit, identity, officer]); // prettier-ignore
    await client.query('insert into conflict.case_key values ($1, $2)', [id, Buffer.from(seal({ secret: SECRET, purpose: 'field', boundTo: '' }, key.toString('base64')))]); // prettier-ignore
    for (const [happening, facts, days] of [['conflict.apprehended', {}, 2], ['conflict.producedBeforeBoard', { gravity: 'serious', sixteenAtOffence: false }, 1]] as const)
      await client.query(`insert into conflict.entry (id, proceeding_id, happening, facts, happened_at, recorded_at) values ($1, $2, $3, $4, now() - ($5::int % 100 + $6::int) * interval '1 day', now())`,
        [newId(), id, happening, JSON.stringify(facts), number, days]); // prettier-ignore
    for (let paper = 0; paper < PAPERS; paper++) {
      const paperId = newId();
      await client.query(`insert into conflict.paper (id, proceeding_id, kind, side, happened_at, recorded_at, by_officer, by_office, words_sealed, made_at) values ($1, $2, 'hearing', 'board', now(), now(), $3, $4, $5, now())`,
        [paperId, id, officer, board, sealUnder(key, paperId, words)]); // prettier-ignore
    }
  }
  return id;
}

async function lawFollowed(client: pg.Client): Promise<void> {
  for (;;) {
    const { rows } = await client.query<{ n: string }>('select count(*) as n from conflict.proceeding where law_version is null');
    if (rows[0]!.n === '0') return;
    await pause(1000);
  }
}

async function figuresOf(
  portal: Portal,
  person: Person,
  what: string,
  path: string,
  goal: number,
  holds: (text: string) => boolean,
): Promise<Figure[]> {
  const times: number[] = [];
  let right = true;
  const worked = (): [number, number] => [workedBy(portal.processes.desk), workedByServer(join(portal.dataDirectory, 'postgres'))];
  let [door, server] = worked();
  for (let opening = -WARM_UP; opening < OPENINGS; opening++) {
    if (opening === 0) [door, server] = worked();
    const page = await person.open(path);
    right &&= page.status === 200 && holds(page.text);
    if (opening >= 0) times.push(page.milliseconds);
  }
  const [doorAfter, serverAfter] = worked();
  return [
    atMost(`board: ${what}, p95`, percentile(times, 0.95), 'ms', OPENINGS, null),
    atMost(`board: ${what}, p50`, percentile(times, 0.5), 'ms', OPENINGS, null),
    atMost(
      `board: ${what}, processor of the door and the database`,
      (doorAfter - door + serverAfter - server) / OPENINGS,
      'ms',
      OPENINGS,
      goal,
    ),
    observed(`board: ${what}, whole`, right),
  ];
}

export async function boardFigures(cases: number): Promise<Figure[]> {
  const portal = await startPortal({ children: 20, quiet: true, environment: { DEMO: 'true', SECRET } });
  const client = new pg.Client({ connectionString: portal.adminUrl });
  try {
    await client.connect();
    const id = await fill(client, cases);
    await client.query('analyze');
    await lawFollowed(client);
    const person = personAt('magistrate', portal.urls.desk);
    await signInAs(person, { office: 'Juvenile Justice Board, Howrah', role: 'jjb-magistrate', district: 'WB-HWH' });
    return [
      ...(await figuresOf(portal, person, `the cause list of ${cases} open cases`, '/board', LIST_GOAL, (text) =>
        text.includes('Invented'),
      )),
      ...(await figuresOf(portal, person, `a case of ${PAPERS} papers`, `/board/cases/${id}`, CASE_GOAL, (text) =>
        text.includes('put off until a witness comes'),
      )),
    ];
  } finally {
    await client.end();
    await portal.stop();
  }
}
