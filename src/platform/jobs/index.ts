// The door to jobs: start the queue, send, work, schedule, stop.
export { type Jobs, type JobsSettings, type QueueRules, type SendOptions, deadJobs, startJobs } from './jobs.ts';
export type { JobData, JobFinished, JobHandler, JobReport, WorkItem } from './run-batch.ts';
