// From an FIR told by a police node until its candidate stands on the page an officer elsewhere has open, while messages keep coming: the page is told by the desk's own stream and asks again.
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { type Door, openDoor } from '../../reference-node/door.ts';
import { fetchPortalKeys } from '../../reference-node/keys.ts';
import { type Figure, atLeast, atMost, percentile } from '../../scripts/figures.ts';
import { startPortal } from '../../scripts/portal.ts';
import { registerFound, signInAs } from '../../scripts/story/desk.ts';
import { type Person, personAt } from '../../scripts/story/person.ts';
import { addMinutes, dayOf, milliseconds, systemClock } from '../../src/kernel/time.ts';
import type { PaperMessage } from '../../src/modules/fir-exchange/messages/index.ts';
import { paperKey } from '../../src/modules/fir-exchange/messages/paper-key.ts';
import { keyFor, secret } from '../../tests/exchange/faults/keys.ts';
import { type Station, policeStories } from '../../tests/exchange/faults/police-stories.ts';
import { seeded } from '../../tests/seeded.ts';

const CHILDREN = 2_000;
const A_SECOND = 50;
const TOGETHER = 10;
const GOAL_SECONDS = 5;
const LONGEST_SECONDS = 30;

const children = [
  'Tarulata', 'Bibhuti', 'Chandrima', 'Dhananjay', 'Ekadashi', 'Falguni', 'Girindra', 'Hemlata', 'Indrajit', 'Jhumpa',
  'Kadambini', 'Lakhindar', 'Mrinmoyi', 'Nilkantha', 'Oishika', 'Panchali', 'Ratnakar', 'Shakuntala', 'Trinayan', 'Urmimala',
]; // prettier-ignore
const fathers = ['Gobardhan Pramanik', 'Nityananda Bauri', 'Ashutosh Mahato', 'Bhupati Hembram', 'Trilochan Sardar'];

type Told = { child: string; father: string; female: boolean; age: number };
const told = (at: number): Told => ({
  child: children[at]!,
  father: fathers[at % fathers.length]!,
  female: at % 2 === 0,
  age: 6 + (at % 9),
});

async function stationsOf(database: pg.Client): Promise<Station[]> {
  const { rows } = await database.query<Station>(
    `select code, district_code as "districtCode", state_code as "stateCode" from office where kind = 'police-station' order by code`,
  );
  return rows;
}

/** The report that was opened for an FIR, by which its candidate is known among the others on the page. */
async function reportOf(database: pg.Client, { paper }: PaperMessage): Promise<string | undefined> {
  const { rows } = await database.query<{ reference: string }>(
    'select reference from exchange_paper_child join record on id = record_id where paper_key = $1',
    [paperKey(paper)],
  );
  return rows[0]?.reference;
}

/** What the portal does once when it starts is done: every record has been compared. */
async function rested(database: pg.Client): Promise<void> {
  for (let left = 1; left > 0; await pause(500)) {
    const { rows } = await database.query<{ left: number }>(
      `select count(*)::int as left from record where closed_at is null and kind <> 'sighting' and matched_version is distinct from version`,
    );
    left = rows[0]!.left;
  }
}

/** The page hears that something concerns its office. Answers a function that waits for the next word. */
async function listening(officer: Person): Promise<() => Promise<void>> {
  const response = await fetch(new URL('/live', officer.door), { headers: { cookie: officer.cookie() } });
  if (!response.ok) throw new Error(`the desk’s stream answers ${response.status}`);
  let heard = Promise.withResolvers<void>();
  void (async () => {
    for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) {
      if (!chunk.includes('event:')) continue;
      const was = heard;
      heard = Promise.withResolvers<void>();
      was.resolve();
    }
  })().catch(() => {});
  return () => heard.promise;
}

/** An FIR of the very child who was found, in another district. */
function firOf(stations: readonly Station[], at: number): PaperMessage {
  const now = systemClock();
  const [[story]] = policeStories(seeded(1_000 + at), { stations, papers: 1, now: addMinutes(now, 250), from: 700_000 + at }) as [
    PaperMessage[],
  ];
  const { child, father, female, age } = told(at);
  const fir = story! as PaperMessage & { type: 'FIR.registered' };
  const before = (minutes: number) => addMinutes(now, -minutes);
  return {
    ...fir,
    sentAt: now,
    eventAt: before(1),
    body: {
      ...fir.body,
      informationReceivedAt: before(60),
      registeredAt: before(2),
      lastSeen: { ...fir.body.lastSeen, at: before(60 * 24 * 3) },
      children: [
        {
          childNumber: 1,
          names: [{ text: child }],
          fatherNames: [{ text: father }],
          sex: female ? 'female' : 'male',
          ageFrom: age,
          ageTo: age,
          circumstance: 'lost',
        },
      ],
    },
  } as PaperMessage;
}

async function post(doorOf: (node: string) => Door, messages: readonly PaperMessage[]): Promise<void> {
  for (const [node, own] of Map.groupBy(messages, (one) => one.node)) {
    const body = Buffer.from(own.map((one) => JSON.stringify(one)).join('\n'));
    const { status } = await doorOf(node).post('/v1/messages', body, 'application/x-ndjson');
    if (status !== 202) throw new Error(`the exchange door answers ${status}`);
  }
}

export async function visibleFigures(): Promise<Figure[]> {
  const portal = await startPortal({ children: CHILDREN, quiet: true, environment: { SECRET: secret, DEMO: 'true' } });
  const database = new pg.Client({ connectionString: portal.adminUrl });
  await database.connect();
  try {
    const stations = await stationsOf(database);
    const keys = await fetchPortalKeys(portal.urls.exchange);
    const doorOf = (node: string): Door =>
      openDoor(portal.urls.exchange, keyFor({ node, forged: false }), keys, () => milliseconds(systemClock()));
    await rested(database);
    const officer = personAt('officer', portal.urls.desk);
    await signInAs(officer, { office: '', role: 'child-welfare-police-officer', district: 'KL-KZK' });
    const found: string[] = [];
    for (const at of children.keys()) {
      const { child, father, female, age } = told(at);
      const spoken = {
        childName: child,
        fatherName: father,
        sex: female ? 'female' : 'male',
        ageFrom: String(age),
        ageTo: String(age),
        ageBasis: 'apparent',
      };
      found.push((await registerFound(officer, { ...spoken, foundOn: dayOf(systemClock()), foundAt: '00:02' })).reference);
    }
    const word = await listening(officer);
    const flow = policeStories(seeded(4), { stations, papers: 4_000, now: systemClock(), from: 300_000 }).flat();
    let flowing = true;
    let sent = 0;
    const began = performance.now();
    const stream = (async () => {
      for (; flowing && sent < flow.length; sent += TOGETHER) {
        await pause(Math.max(0, began + (sent / A_SECOND) * 1000 - performance.now()));
        await post(doorOf, flow.slice(sent, sent + TOGETHER));
      }
    })();
    const seconds: number[] = [];
    for (const [at, reference] of found.entries()) {
      await pause(500);
      const fir = firOf(stations, at);
      const received = performance.now();
      await post(doorOf, [fir]);
      const isSeen = async (): Promise<boolean> => {
        const { text } = await officer.open(`/found/${reference}`);
        const report = text.includes('/matches/') ? await reportOf(database, fir) : undefined;
        return report !== undefined && text.includes(report);
      };
      seconds.push(await untilTrue(isSeen, word, received));
    }
    flowing = false;
    await stream;
    const rate = sent / ((performance.now() - began) / 1000);
    return [
      atLeast('visible.flow', rate, 'messages/s', sent, A_SECOND * 0.9),
      atMost('visible.received to candidate on the open page, p95', percentile(seconds, 0.95), 's', seconds.length, GOAL_SECONDS),
      atMost('visible.the same, p50', percentile(seconds, 0.5), 's', seconds.length, null),
      atMost('visible.the same, longest', Math.max(...seconds), 's', seconds.length, null),
    ];
  } finally {
    await database.end();
    await portal.stop();
  }
}

/** Asks again at every word of the stream. Answers the seconds since. */
async function untilTrue(isSeen: () => Promise<boolean>, word: () => Promise<void>, since: number): Promise<number> {
  for (;;) {
    const next = word();
    const seen = await isSeen();
    const seconds = (performance.now() - since) / 1000;
    if (seen || seconds > LONGEST_SECONDS) return seconds;
    await Promise.race([next, pause(1_000)]);
  }
}
