// Writes the invented nation of a demonstration into an empty database, and what is true of its children into a file beside it.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as breathe } from 'node:timers/promises';
import pg from 'pg';
import { type Day, addDays, dayOf, instantAt, milliseconds, systemClock } from '../src/kernel/time.ts';
import { hashPassword, keyedHash, seal } from '../src/platform/credentials/index.ts';
import { generateChildren } from './children.ts';
import { districts } from './places/places.ts';
import { type Loader, openLoader } from './write/loading.ts';
import { passwordAccount, writeOffices, writePlaces, writeStaff } from './write/nation-rows.ts';
import { fillPool } from './write/photographs.ts';
import { startReferences } from './write/references.ts';
import { type RowBatch, startBatch } from './write/row-batch.ts';
import { type TruePair, writeStory } from './write/story-rows.ts';
import { type World, buildWorld } from './write/world.ts';
import type { Writing } from './write/writing.ts';

export { passwordAccount } from './write/nation-rows.ts';

const BATCH = 2_000;
/** Stories between two looks at the connection: it must be fed while the next batch is made. */
const SLICE = 4;
const PHOTOGRAPHS_PER_CHILD = 0.8;

export type SeedReport = { children: number; rows: number; pairs: number; seconds: number; childrenPerSecond: number; truthFile: string };

export type SeedOptions = {
  adminUrl: string;
  children: number;
  /** Gets `photographs/` and `truth.json`. */
  dataDirectory: string;
  /** The installation's: telephone numbers are sealed with it. */
  secret: string;
  seed?: string;
  /** The nation's present; by default the last day that had its eight in the morning. */
  today?: Day;
  say: (line: string) => unknown;
};

/** True if the database has no office yet. It must be migrated. */
export async function isEmpty(adminUrl: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    return (await client.query('select 1 from office limit 1')).rows.length === 0;
  } finally {
    await client.end();
  }
}

/** Everything told lies before eight in the morning of its day, so that nothing seeded is in the future. */
function presentDay(): Day {
  const now = systemClock();
  return now >= instantAt(dayOf(now), '08:00') ? dayOf(now) : addDays(dayOf(now), -1);
}

async function writingFor(options: SeedOptions, world: World): Promise<Writing> {
  const { secret, dataDirectory, children } = options;
  const byCode = new Map(districts.map((district) => [district.code, district]));
  return {
    world,
    references: startReferences(),
    photographs: await fillPool(join(dataDirectory, 'photographs'), children * PHOTOGRAPHS_PER_CHILD),
    score: { frequencies: new Map(), districts: byCode, population: Math.max(100, Math.round(children / 4)) },
    seal: (text) => Buffer.from(seal({ secret, purpose: 'field', boundTo: '' }, text)),
    keyedHash: (text) => keyedHash(secret, 'telephone', text),
  };
}

async function loadNation(loader: Loader, world: World, seed: string, today: Day): Promise<number> {
  const batch = startBatch();
  writePlaces(batch);
  writeOffices(batch, world);
  writeStaff(batch, world, seed, today, await hashPassword(passwordAccount.password));
  await loader.load(batch);
  return batch.count();
}

type Progress = { told: number; rows: number };

/** Tells the next batch while the database takes the one before. */
async function loadChildren(
  loader: Loader,
  writing: Writing,
  about: { seed: string; count: number; today: Day },
  progress: Progress,
): Promise<TruePair[]> {
  const pairs: TruePair[] = [];
  let batch: RowBatch = startBatch();
  let loading: Promise<void> = Promise.resolve();
  for (const story of generateChildren(about)) {
    const pair = writeStory(writing, batch, about.seed, story);
    if (pair) pairs.push(pair);
    progress.told++;
    if (progress.told % SLICE === 0) await breathe();
    if (progress.told % BATCH > 0) continue;
    await loading;
    progress.rows += batch.count();
    loading = loader.load(batch);
    loading.catch(() => {}); // seen where it is awaited
    batch = startBatch();
  }
  for (const { kind, stateCode, year, last } of writing.references.series()) {
    batch.add('reference_serial', { kind, state_code: stateCode, year, last });
  }
  await loading;
  await loader.load(batch);
  progress.rows += batch.count();
  return pairs;
}

function startSaying(say: SeedOptions['say'], count: number, progress: Progress): () => void {
  const began = milliseconds(systemClock());
  const timer = setInterval(() => {
    const rate = Math.round((progress.told * 1000) / (milliseconds(systemClock()) - began));
    say(`… ${progress.told.toLocaleString('en-IN')} of ${count.toLocaleString('en-IN')} children, ${rate.toLocaleString('en-IN')}/s`);
  }, 1000);
  return () => clearInterval(timer);
}

/** The database must be migrated and empty. All or nothing: a run that is cut short leaves it empty. */
export async function seedNation(options: SeedOptions): Promise<SeedReport> {
  const { adminUrl, children, dataDirectory, seed = 'vatsalya', today = presentDay(), say } = options;
  const began = milliseconds(systemClock());
  const progress: Progress = { told: 0, rows: 0 };
  const world = buildWorld(seed, today);
  const loader = await openLoader(adminUrl);
  try {
    // Faces are drawn on other threads while the offices are loaded.
    const [rows, writing] = await Promise.all([loadNation(loader, world, seed, today), writingFor(options, world)]);
    progress.rows += rows;
    const stop = startSaying(say, children, progress);
    const pairs = await loadChildren(loader, writing, { seed, count: children, today }, progress).finally(stop);
    say('… building the indexes');
    await loader.finish();
    const truthFile = join(dataDirectory, 'truth.json');
    await mkdir(dataDirectory, { recursive: true });
    await writeFile(truthFile, JSON.stringify(pairs, null, 1), { mode: 0o600 });
    const seconds = (milliseconds(systemClock()) - began) / 1000;
    return { children, rows: progress.rows, pairs: pairs.length, seconds, childrenPerSecond: Math.round(children / seconds), truthFile };
  } finally {
    await loader.close();
  }
}
