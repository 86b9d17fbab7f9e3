// Can a stopwatch tell whether a child is there? Run: `npm run bench:check [-- --json] [-- --pairs n]`: private checks in pairs at the door, one for a child who was
// found and one for a child nobody found, and how well the times of the answers part the two (threat A8: AUC under 0.55, where 0.5 is a coin). A control that looks in the request is caught.
import { parseArgs } from 'node:util';
import pg from 'pg';
import { type Figure, atLeast, atMost, observed, percentile, printFigures } from '../scripts/figures.ts';
import { type Portal, startPortal } from '../scripts/portal.ts';
import { newPublicId } from '../src/kernel/ids.ts';
import { hashToken, newToken, seal, unseal } from '../src/platform/credentials/index.ts';

const { values: options } = parseArgs({
  options: { pairs: { type: 'string', default: '5000' }, json: { type: 'boolean', default: false } },
});
const PAIRS = Number(options.pairs);
const WARM_UP = 20;
const MOST_AUC = 0.55;
const MOST_MEDIAN_GAP = 2;
const field = { secret: 'a secret of the bench, long enough to be taken for one', purpose: 'field', boundTo: '' } as const;

type Child = { name: string; sex: string; age: number };
type Timed = { posted: number; read: number; leaky: number };
type Bench = { portal: Portal; client: pg.Client; district: string; asked: number };

/** Children in care, as their families would describe them. */
async function childrenFound({ client }: Pick<Bench, 'client'>): Promise<Child[]> {
  const { rows } =
    await client.query<Child>(`select n.text as name, coalesce(d.sex, 'unknown') as sex, coalesce(d.age_low_months / 12, 9)::int as age
    from record r join description d on d.record_id = r.id join given_name n on n.record_id = r.id and n.bearer = 'child' and n.ordinal = 0
    where r.kind = 'found' and r.closed_at is null order by r.id`);
  return rows.filter(({ age }) => age < 18);
}

/** Another child of as many letters, whom nobody found. */
const unfound = ({ name, sex, age }: Child): Child => ({
  name: [...name].toReversed().join(''),
  sex: sex === 'female' ? 'male' : 'female',
  age: 17 - age,
});

async function post(bench: Bench, path: string, fields: Record<string, string>, cookie: string): Promise<Response> {
  const init = {
    method: 'POST',
    body: new URLSearchParams(fields),
    redirect: 'manual',
    headers: { cookie, origin: bench.portal.urls.citizen, 'idempotency-key': newPublicId() },
  } as const;
  const response = await fetch(new URL(path, bench.portal.urls.citizen), init);
  await response.arrayBuffer();
  return response;
}

/** What a portal would do that compares while somebody waits: looks the child up, and reads the one it found. */
async function lookNow({ client }: Bench, { name }: Child): Promise<void> {
  const { rows } = await client.query<{ id: string }>(
    `select record_id as id from given_name where text = $1 and bearer = 'child' limit 5`,
    [name],
  );
  for (const { id } of rows)
    for (const table of ['description', 'mark', 'given_name', 'found_child'])
      await client.query(`select * from ${table} where record_id = $1`, [id]);
}

const wait = async (work: () => Promise<unknown>): Promise<number> => {
  const began = performance.now();
  await work();
  return performance.now() - began;
};

/** Answers what the pages would have kept, has a code sent, and types it. */
async function ask(bench: Bench, child: Child): Promise<Timed> {
  const { client, district } = bench;
  const telephone = `+9198${String(10_000_000 + bench.asked++)}`;
  const answers = { childName: child.name, sex: child.sex, ageFrom: String(child.age), lastSeenOn: '2026-01-10', lastSeenDistrict: district, districtTyped: district,
    'passed.looks': 'yes', 'passed.family': 'yes', informantName: 'Bench', informantRelation: 'mother', informantTelephone: telephone }; // prettier-ignore
  const { token } = newToken();
  await client.query(`insert into draft (token_hash, kind, answers_sealed, updated_at) values ($1, 'check', $2, now())`, [
    Buffer.from(hashToken(token), 'hex'),
    Buffer.from(seal(field, JSON.stringify({ answers, photograph: null }))),
  ]);
  await client.query('delete from request_budget');
  const cookie = `__Host-draft-check=${token}`;
  const sent = await post(bench, '/known/check', {}, cookie);
  if (sent.headers.get('location') !== '/known/code') throw new Error(`no code was sent: ${sent.status} ${sent.headers.get('location')}`);
  const { rows } = await client.query<{ facts: Buffer }>(`select facts_sealed as facts from message where template = 'oneTimeCode' order by created_at desc limit 1`); // prettier-ignore
  const { code } = JSON.parse(unseal(field, rows[0]!.facts.toString())) as { code: string };
  let answer!: Response;
  const posted = await wait(async () => (answer = await post(bench, '/known/code', { code }, cookie)));
  const location = answer.headers.get('location') ?? '';
  if (!location.startsWith('/known/answer')) throw new Error(`the code was not taken: ${answer.status} ${location}`);
  const session = answer.headers.getSetCookie().map((one) => one.split(';')[0]).join('; '); // prettier-ignore
  const read = await wait(async () =>
    (await fetch(new URL(location, bench.portal.urls.citizen), { headers: { cookie: session } })).arrayBuffer(),
  );
  return { posted, read, leaky: posted + (await wait(() => lookNow(bench, child))) };
}

/** How often a time of one kind is the longer of two, ties as half: 0.5 tells nothing. Turned so that it is never below. */
function aucOf(there: readonly number[], not: readonly number[]): number {
  const sorted = not.toSorted((a, b) => a - b);
  const below = (value: number, ties: boolean): number => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle]! < value || (ties && sorted[middle] === value)) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const wins = there.reduce((sum, value) => sum + (below(value, false) + below(value, true)) / 2, 0);
  const auc = wins / (there.length * not.length);
  return Math.max(auc, 1 - auc);
}

function figuresOf(there: readonly Timed[], not: readonly Timed[]): Figure[] {
  const n = there.length;
  const of = (times: readonly Timed[], what: keyof Timed): number[] => times.map((one) => one[what]);
  const gap = (what: keyof Timed): number => Math.abs(percentile(of(there, what), 0.5) - percentile(of(not, what), 0.5));
  return [
    atMost('AUC by the time of the answer to the code', aucOf(of(there, 'posted'), of(not, 'posted')), '', n, MOST_AUC),
    atMost('AUC by the time of the status page', aucOf(of(there, 'read'), of(not, 'read')), '', n, MOST_AUC),
    atMost('gap of the medians, answer to the code', gap('posted'), 'ms', n, MOST_MEDIAN_GAP),
    atMost('gap of the medians, status page', gap('read'), 'ms', n, MOST_MEDIAN_GAP),
    atLeast('control: AUC of a portal that looks in the request', aucOf(of(there, 'leaky'), of(not, 'leaky')), '', n, MOST_AUC),
  ];
}

async function main(): Promise<Figure[]> {
  const portal = await startPortal({ children: 300, quiet: true, environment: { SECRET: field.secret } });
  const client = new pg.Client({ connectionString: portal.adminUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ code: string }>(`select district_code as code from office where kind = 'dcpu' and district_code is not null order by 1 limit 1`); // prettier-ignore
    const bench: Bench = { portal, client, district: rows[0]!.code, asked: 0 };
    const children = await childrenFound(bench);
    const [there, not]: [Timed[], Timed[]] = [[], []];
    for (let pair = 0; pair < PAIRS + WARM_UP; pair++) {
      const child = children[pair % children.length]!;
      // Neither kind always goes first: who asks second finds everything warm.
      const first = pair % 2 === 0;
      const times = [await ask(bench, first ? child : unfound(child)), await ask(bench, first ? unfound(child) : child)];
      if (pair < WARM_UP) continue;
      there.push(times[first ? 0 : 1]!);
      not.push(times[first ? 1 : 0]!);
    }
    const { rows: found } = await client.query<{ n: number }>('select count(distinct check_id)::int as n from private_check_pair');
    return [...figuresOf(there, not), observed('children were found for checks', found[0]!.n > 0)];
  } finally {
    await client.end();
    await portal.stop();
  }
}

printFigures(await main(), options.json);
