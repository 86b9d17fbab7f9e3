// The door to jobs: start the queue, send, work, schedule, stop.
export { type Jobs, deadJobs, startJobs } from './jobs.ts';
export type { JobFinished, JobReport } from './run-batch.ts';
