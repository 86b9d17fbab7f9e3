// From an FIR told by a police node until its candidate stands on the page an officer elsewhere has open, while messages keep coming: the page is told by the desk's own stream and asks again.
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { type Door, openDoor } from '../../reference-node/door.ts';
import { fetchPortalKeys } from '../../reference-node/keys.ts';
import { type Figure, atLeast, atMost, percentile } from '../../scripts/figures.ts';
import { type Portal, startPortal } from '../../scripts/portal.ts';
import { pairPath, registerFound, signInAs } from '../../scripts/story/desk.ts';
import { type Person, personAt } from '../../scripts/story/person.ts';
import { addMinutes, dayOf, milliseconds, systemClock } from '../../src/kernel/time.ts';
import type { PaperMessage } from '../../src/modules/fir-exchange/messages/index.ts';
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

async function stationsOf(portal: Portal): Promise<Station[]> {
  const client = new pg.Client({ connectionString: portal.adminUrl });
  await client.connect();
  const { rows } = await client.query<Station>(
    `select code, district_code as "districtCode", state_code as "stateCode" from office where kind = 'police-station' order by code`,
  );
  await client.end();
  return rows;
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
  const [[story]] = policeStories(seeded(at), { stations, papers: 1, now: addMinutes(now, 250), from: 700_000 + at }) as [PaperMessage[]];
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
  try {
    const stations = await stationsOf(portal);
    const keys = await fetchPortalKeys(portal.urls.exchange);
    const doorOf = (node: string): Door =>
      openDoor(portal.urls.exchange, keyFor({ node, forged: false }), keys, () => milliseconds(systemClock()));
    const home = personAt('home', portal.urls.desk);
    await signInAs(home, { office: 'Thanal', role: 'home-superintendent' });
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
      found.push((await registerFound(home, { ...spoken, foundOn: dayOf(systemClock()), foundAt: '00:02' })).reference);
    }
    const word = await listening(home);
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
      const received = performance.now();
      await post(doorOf, [firOf(stations, at)]);
      seconds.push(await untilSeen(home, reference, word, received));
    }
    flowing = false;
    await stream;
    const rate = sent / ((performance.now() - began) / 1000);
    return [
      atLeast('visible.flow', rate, 'messages/s', sent, A_SECOND * 0.9),
      atMost('visible.received to candidate on the open page, p95', percentile(seconds, 0.95), 's', seconds.length, GOAL_SECONDS),
      atMost('visible.the same, p50', percentile(seconds, 0.5), 's', seconds.length, null),
    ];
  } finally {
    await portal.stop();
  }
}

/** The page asks again at every word of the stream. */
async function untilSeen(officer: Person, reference: string, word: () => Promise<void>, since: number): Promise<number> {
  for (;;) {
    const next = word();
    const seen = pairPath(await officer.open(`/found/${reference}`)) !== undefined;
    const seconds = (performance.now() - since) / 1000;
    if (seen || seconds > LONGEST_SECONDS) return seconds;
    await Promise.race([next, pause(1_000)]);
  }
}
