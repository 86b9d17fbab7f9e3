// Runs the jobs of one batch side by side and answers for each alone: one failure must not fail its neighbours.
import type { Job, JobResult } from 'pg-boss';

/** Ids and small facts. Queue rows outlive their job and are read by operators: nothing personal may be in them. */
export type JobData = Record<string, string | number | boolean | null>;

/** `attempt` counts from 1. `signal` aborts when the job's time is up or the worker stops. */
export type WorkItem<Data extends JobData> = { data: Data; id: string; attempt: number; signal: AbortSignal };
/** Throwing means try again. */
export type JobHandler<Data extends JobData> = (job: WorkItem<Data>) => Promise<void>;

export type JobReport = { queue?: string; jobId?: string; attempt?: number };
export type JobFinished = { queue: string; outcome: 'completed' | 'failed'; seconds: number };

type Listeners = { onError(error: Error, about: JobReport): void; onFinished?(job: JobFinished): void };

export function runBatch<Data extends JobData>(
  queue: string,
  batch: Job<Data>[],
  handler: JobHandler<Data>,
  listeners: Listeners,
): Promise<JobResult[]> {
  return Promise.all(batch.map((job) => runOne(queue, job, handler, listeners)));
}

async function runOne<Data extends JobData>(
  queue: string,
  job: Job<Data>,
  handler: JobHandler<Data>,
  listeners: Listeners,
): Promise<JobResult> {
  const start = performance.now();
  const attempt = job.retryCount + 1;
  const finished = (outcome: JobFinished['outcome']) =>
    listeners.onFinished?.({ queue, outcome, seconds: (performance.now() - start) / 1000 });
  try {
    await handler({ data: job.data, id: job.id, attempt, signal: job.signal });
    finished('completed');
    return { id: job.id, status: 'completed' };
  } catch (fault) {
    const error = fault instanceof Error ? fault : new Error('a job failed with something that is not an error');
    finished('failed');
    listeners.onError(error, { queue, jobId: job.id, attempt });
    // The kind of error only: its message may quote a row, and the queue keeps it for days.
    return { id: job.id, status: 'failed', output: { error: error.name } };
  }
}
