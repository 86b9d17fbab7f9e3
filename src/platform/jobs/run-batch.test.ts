// One failure in a batch leaves its neighbours alone, and its message does not reach the queue.
import type { Job } from 'pg-boss';
import { expect, test } from 'vitest';
import { type JobFinished, type JobReport, runBatch } from './run-batch.ts';

function job(id: string, retryCount = 0): Job<{ record: string }> {
  const signal = new AbortController().signal;
  return { id, name: 'q', data: { record: id }, retryCount, signal, expireInSeconds: 900, heartbeatSeconds: null };
}

test('each job is answered for alone', async () => {
  const errors: [string, JobReport][] = [];
  const finished: JobFinished[] = [];
  const results = await runBatch(
    'q',
    [job('a'), job('b', 2), job('c')],
    async ({ data: { record } }) => {
      if (record === 'b') throw new RangeError('Meenakshi, 9 years');
    },
    { onError: (error, about) => errors.push([error.message, about]), onFinished: (one) => finished.push(one) },
  );
  expect(results).toEqual([
    { id: 'a', status: 'completed' },
    { id: 'b', status: 'failed', output: { error: 'RangeError' } },
    { id: 'c', status: 'completed' },
  ]);
  expect(errors).toEqual([['Meenakshi, 9 years', { queue: 'q', jobId: 'b', attempt: 3 }]]);
  expect(finished.map(({ outcome }) => outcome).toSorted()).toEqual(['completed', 'completed', 'failed']);
});

test('they run side by side', async () => {
  let release = () => {};
  const gate = new Promise<void>((resolve) => (release = resolve));
  const started: string[] = [];
  async function handler({ data: { record } }: { data: { record: string } }): Promise<void> {
    started.push(record);
    await gate;
  }
  const batch = runBatch('q', [job('a'), job('b')], handler, { onError: () => {} });
  await Promise.resolve();
  expect(started).toEqual(['a', 'b']);
  release();
  await batch;
});
