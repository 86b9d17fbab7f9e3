// What the machine tells its operators: request and job durations, memory, event loop. Labels are names from our code, never data.
import { Counter, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

const registry = new Registry();
const registers = [registry];

const requests = new Histogram({
  name: 'vatsalya_request_seconds',
  help: 'Seconds from request to finished answer.',
  labelNames: ['door', 'route', 'status'],
  buckets: [0.005, 0.015, 0.03, 0.05, 0.08, 0.15, 0.3, 0.6, 1, 2.5, 10], // straddling our goals: p50 30 ms, p95 80 ms, p99 150 ms
  registers,
});

const jobs = new Histogram({
  name: 'vatsalya_job_seconds',
  help: 'Seconds a job ran.',
  labelNames: ['queue', 'outcome'],
  buckets: [0.01, 0.05, 0.1, 0.5, 1, 5, 15, 60, 300, 900],
  registers,
});

const messages = new Counter({
  name: 'vatsalya_messages_total',
  help: 'Messages handed to a carrier.',
  labelNames: ['channel', 'outcome'],
  registers,
});

const messageWaits = new Histogram({
  name: 'vatsalya_message_wait_seconds',
  help: 'Seconds from queueing a message to first handing it to a carrier.',
  labelNames: ['channel', 'urgency'],
  buckets: [0.1, 0.5, 1, 2.5, 5, 10, 20, 40, 60, 300], // our goal: p99 60 s
  registers,
});

const messagesGivenUp = new Counter({
  name: 'vatsalya_messages_given_up_total',
  help: 'Messages that will not be tried again, by the reason.',
  labelNames: ['channel', 'because'],
  registers,
});

/** `route` is the pattern (`/reports/:reference`): an address as asked would count each child apart and leak its reference. */
export function observeRequest(door: string, route: string, status: number, seconds: number): void {
  requests.observe({ door, route, status: String(status) }, seconds);
}

export function observeJob({ queue, outcome, seconds }: { queue: string; outcome: 'completed' | 'failed'; seconds: number }): void {
  jobs.observe({ queue, outcome }, seconds);
}

/** One more message handed to a carrier, by how it answered. */
export function observeMessage({ channel, outcome }: { channel: string; outcome: string }): void {
  messages.inc({ channel, outcome });
}

export function observeMessageWait({ channel, urgency }: { channel: string; urgency: string }, seconds: number): void {
  messageWaits.observe({ channel, urgency }, seconds);
}

/** `because` is a code of ours or of a carrier's protocol, never a carrier's sentence. */
export function observeGivenUp({ channel, because }: { channel: string; because: string }): void {
  messagesGivenUp.inc({ channel, because });
}

let processMeasured = false;

/** The Prometheus exposition text of this process. Never behind a public door. */
export function metricsText(): Promise<string> {
  // On the first question only: its timers are of no use to a test or a script.
  if (!processMeasured) collectDefaultMetrics({ register: registry });
  processMeasured = true;
  return registry.metrics();
}
