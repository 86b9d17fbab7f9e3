// Has the stories told on as many threads as there are processors, and hands their blocks on in the order of the stories.
import { on } from 'node:events';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { type Assignment, BLOCK, type Told } from './block.ts';

const MOST_TELLERS = 4; // each draws all stories: more would only draw
/** Fewer stories are sooner told than a second teller is ready to tell. */
const WORTH_A_TELLER = 10_000;
/** Rows are many small things that die young: in a small nursery they would be carried over again and again. */
const NURSERY = { maxYoungGenerationSizeMb: 64 };
const pages = new URL('../../scripts/tsx-loader.ts', import.meta.url).href;

function startTeller(assignment: Assignment) {
  const worker = new Worker(new URL('teller.ts', import.meta.url), {
    workerData: assignment,
    execArgv: ['--import', pages],
    resourceLimits: NURSERY,
  });
  const blocks = on(worker, 'message');
  return {
    async take(): Promise<Told> {
      const { value } = await blocks.next();
      worker.postMessage('taken');
      return (value as [Told])[0];
    },
    stop: () => worker.terminate(),
  };
}

/** Whoever stops reading stops the tellers. */
export async function* tellStories(
  about: Omit<Assignment, 'teller' | 'tellers'>,
  wanted = Math.min(MOST_TELLERS, availableParallelism(), Math.ceil(about.count / WORTH_A_TELLER)),
): AsyncGenerator<Told, void, void> {
  const blocks = Math.ceil(about.count / BLOCK);
  const count = Math.min(wanted, blocks);
  const tellers = Array.from({ length: count }, (_, teller) => startTeller({ ...about, teller, tellers: count }));
  try {
    for (let block = 0; block < blocks; block++) yield await tellers[block % count]!.take();
  } finally {
    await Promise.all(tellers.map((teller) => teller.stop()));
  }
}
