// A teller, on a thread of its own. It draws every story, so that each reference number is the one it would be if one alone told them all,
// and writes the rows of its own blocks; drawing is the small part of the work.
import { on } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import { seal } from '../../src/platform/credentials/sealing.ts';
import { keyedHash } from '../../src/platform/credentials/tokens.ts';
import { generateChildren } from '../children.ts';
import { presentOf } from '../children/instants.ts';
import { districts } from '../places/places.ts';
import { writeDrive } from '../write/drive-rows.ts';
import { photographsFrom } from '../write/photographs.ts';
import { type References, startReferences } from '../write/references.ts';
import { type RowBatch, startBatch } from '../write/row-batch.ts';
import { type TruePair, passOver, writeStory } from '../write/story-rows.ts';
import { buildWorld } from '../write/world.ts';
import type { Writing } from '../write/writing.ts';
import { servedWeights } from '../../src/modules/matching/weighing/served-weights.ts';
import { type Assignment, BLOCK, type Told } from './block.ts';

/** Blocks told and not yet taken: enough that nobody waits, few enough that memory stays small. */
const AHEAD = 2;

function writingFor(assignment: Assignment): Writing {
  const { seed, secret, count, today } = assignment;
  return {
    now: presentOf(today),
    world: buildWorld(seed, assignment.officerIds),
    references: startReferences(),
    photographs: photographsFrom(assignment.photographs, assignment.faces, count),
    score: {
      weights: servedWeights,
      frequencies: new Map(),
      districts: new Map(districts.map((district) => [district.code, district])),
      population: Math.max(100, Math.round(count / 4)),
    },
    seal: (text) => Buffer.from(seal({ secret, purpose: 'field', boundTo: '' }, text)),
    keyedHash: (text) => keyedHash(secret, 'telephone', text),
  };
}

function writeSeries(batch: RowBatch, references: References): void {
  for (const { kind, stateCode, year, last } of references.series()) {
    batch.add('reference_serial', { kind, state_code: stateCode, year, last });
  }
}

async function tell(assignment: Assignment, port: NonNullable<typeof parentPort>): Promise<void> {
  const { seed, count, teller, tellers } = assignment;
  const writing = writingFor(assignment);
  const taken = on(port, 'message');
  let ahead = 0;
  let batch = startBatch();
  let pairs: TruePair[] = [];
  for (const story of generateChildren(assignment)) {
    const { index } = story;
    if (Math.floor(index / BLOCK) % tellers !== teller) {
      passOver(writing.references, story);
      continue;
    }
    const pair = writeStory(writing, batch, seed, story);
    if (pair) pairs.push(pair);
    const last = index === count - 1;
    if (last) {
      writeDrive(writing, batch, assignment);
      writeSeries(batch, writing.references);
    }
    if (!last && (index + 1) % BLOCK > 0) continue;
    const told: Told = { stories: (index % BLOCK) + 1, rows: batch.count(), texts: batch.texts(), pairs };
    port.postMessage(
      told,
      told.texts.map(([, bytes]) => bytes.buffer as ArrayBuffer),
    );
    batch = startBatch();
    pairs = [];
    if (++ahead > AHEAD) await taken.next().then(() => ahead--);
  }
  port.close();
}

await tell(workerData as Assignment, parentPort!);
