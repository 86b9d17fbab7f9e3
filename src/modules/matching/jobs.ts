// What matching does when something happens: every new or changed description is compared with the other side at once.
import { milliseconds } from '../../kernel/time.ts';
import type { Instant } from '../../kernel/time.ts';
import type { Context, Tools } from '../../platform/context.ts';
import { markMatched } from '../children/index.ts';
import type { HappeningNews, Listener } from '../diary/index.ts';
import { allDistricts } from '../places/index.ts';
import { nameFrequencies, registerSize } from './frequency-store.ts';
import { groupListener } from './groups/grouping.ts';
import { openedListener } from './guarded/opened-news.ts';
import { matchRecords, withdrawPairs } from './match-record.ts';
import { MOST_WAITING } from './places.ts';
import { forgetPrepared } from './register/prepared-records.ts';
import { currentRegister, whenLoaded } from './register/register.ts';
import type { ScoreContext } from './score.ts';
import { weightsNow } from './weighing/serving.ts';
import { type Claim, claimUnmatched, hadManyPairs } from './store.ts';

const KEEP_FREQUENCIES_MILLISECONDS = 10 * 60_000;
/** A register of a handful of children would make every pair look likely. */
const LEAST_POPULATION = 100;

/** All but the weights, whose reading holds them until the transaction ends. */
type World = Omit<ScoreContext, 'weights'>;
const kept = new WeakMap<Tools, { at: Instant; world: World }>();

/** Name frequencies, districts and population, read once in ten minutes: they drift slowly and cost a table scan. */
async function worldNow(context: Context): Promise<World> {
  const known = kept.get(context.tools);
  if (known && milliseconds(context.now) - milliseconds(known.at) < KEEP_FREQUENCIES_MILLISECONDS) return known.world;
  const { records, open } = await registerSize(context);
  const frequencies = await nameFrequencies(context, records);
  const districts = new Map((await allDistricts(context)).map((district) => [district.code, district]));
  const world = { frequencies, districts, population: Math.max(LEAST_POPULATION, open) };
  kept.set(context.tools, { at: context.now, world });
  return world;
}

/** The weights are those that serve at this moment, whatever was kept. */
export async function scoreContext(context: Context): Promise<ScoreContext> {
  const { weights } = await weightsNow(context);
  return { ...(await worldNow(context)), weights };
}

/** A place was freed beside a record that may have had none left: whoever got none is looked for once more. */
async function hearFreed(context: Context, news: HappeningNews): Promise<void> {
  if (await hadManyPairs(context, news.recordId, MOST_WAITING)) await hear(context, news);
}

async function hear(context: Context, news: HappeningNews): Promise<void> {
  await matchRecords(context, [news.recordId], await scoreContext(context));
}

/** Fills or refreshes this process's copy of the register. Holds no weights: others may be served meanwhile. */
export async function warmRegister(context: Context): Promise<void> {
  await currentRegister(context, await worldNow(context), (id) => forgetPrepared(context.tools, id));
}

type Run = <T>(work: (context: Context) => Promise<T>) => Promise<T>;

/** Done once this process holds a copy of the register. To be waited for before a transaction that compares is opened. */
export async function registerHeld(tools: Tools, run: Run): Promise<void> {
  await whenLoaded(tools, () => run(warmRegister));
}

/** Two who wait for each other's locks: one is sent away, and may simply try again. */
const CROSSED = ['40P01', '40001'];
/** Connection lost, out of room, shut down or timed out: the database's fault, not the record's. */
const NOT_THE_RECORDS = /^(08|53|57)/;

/** So many records share a transaction: each round trip to the database is then a tenth of one, and who waits for a diary waits a tenth of a second at most. */
const AT_ONCE = 10;

/**
 * Compares some records nothing has compared yet, several in one transaction. Several processes may do so at once: each claims its records
 * in the database. If they fault they are compared one by one; one that faults alone is told to `onFault` and passed over until its description changes,
 * or it would stand before all others for ever. Returns how many there were.
 */
export async function catchUp(run: Run, onFault: (error: Error) => void, atMost = 20): Promise<number> {
  let [done, alone] = [0, 0];
  while (done < atMost) {
    let claims: Claim[] = [];
    try {
      await run(async (context) => {
        claims = await claimUnmatched(context, alone > 0 ? 1 : Math.min(AT_ONCE, atMost - done));
        const ids = claims.map(({ id }) => id);
        if (ids.length > 0) await matchRecords(context, ids, await scoreContext(context));
      });
      if (claims.length === 0) return done;
    } catch (error) {
      const code = String((error as { code?: unknown }).code);
      if (claims.length === 0 || NOT_THE_RECORDS.test(code)) throw error;
      if (claims.length > 1 || CROSSED.includes(code)) {
        done++; // tried again, but not for ever within this call
        if (!CROSSED.includes(code)) alone = claims.length + 1;
        continue;
      }
      onFault(error as Error);
      await run((context) => markMatched(context, claims));
    }
    alone = Math.max(0, alone - 1);
    done += claims.length;
  }
  return done;
}

export const listeners: Listener[] = [
  {
    name: 'matching.compare',
    happenings: ['missing.reported', 'missing.reopened', 'found.registered', 'sighting.reported', 'record.described', 'record.corrected'],
    ofRecord: true,
    before: registerHeld,
    hear,
  },
  { name: 'matching.placeFreed', happenings: ['match.judged', 'match.withdrawn'], before: registerHeld, hear: hearFreed },
  {
    name: 'matching.withdraw',
    happenings: ['missing.closed', 'missing.falseReport', 'found.closed', 'found.restored'],
    hear: (context, news) => withdrawPairs(context, news.recordId),
  },
  groupListener,
  openedListener,
];
