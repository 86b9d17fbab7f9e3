// The log: only keys and shapes on this page's lists reach the output, so a name or a story about a child cannot.
import { type DestinationStream, pino } from 'pino';

/** Every key that may be logged. A new key is a decision about privacy: it may hold an id, a code, a number, never what a person wrote. */
export const loggedKeys = [
  'door',
  'requestId',
  'method',
  'route',
  'status',
  'milliseconds',
  'fault',
  'errorName',
  'errorCode',
  'frames',
  'officerId',
  'officeId',
  'recordId',
  'reference',
  'queue',
  'jobId',
  'attempt',
  'rule',
  'migration',
  'count',
  'host',
  'port',
  'address',
  'version',
  'signal',
  'node',
] as const;

export type LogFacts = Partial<Record<(typeof loggedKeys)[number], string | number | boolean | null | undefined>>;
/** `event` is a code such as `server.started`, not a sentence. */
type Write = (facts: LogFacts, event?: string) => void;
export type Log = { debug: Write; info: Write; warn: Write; error: Write; with(facts: LogFacts): Log };

export const WITHHELD = '[withheld]';

const allowed: ReadonlySet<string> = new Set(loggedKeys);
// Ids, codes, route patterns, addresses: ASCII without spaces, quotes or a query string. People's words rarely fit, names in their keys never come.
const CODE = /^[\w.:/*{}[\]@+-]{1,200}$/;
const FRAMES = /^[\w.:/@+< -]{0,2000}$/;
const EVENT = /^[a-z][A-Za-z0-9.-]{0,60}$/;

/** A log at `level`, one JSON line per entry, to standard output unless another destination is given. */
export function openLog(level: string, destination?: DestinationStream): Log {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
  };
  return overPino(destination ? pino(options, destination) : pino(options), {});
}

function overPino(output: pino.Logger, always: LogFacts): Log {
  const at =
    (level: 'debug' | 'info' | 'warn' | 'error'): Write =>
    (facts, event) =>
      output[level]({
        ...permitted({ ...always, ...facts }),
        ...(event === undefined ? {} : { event: EVENT.test(event) ? event : WITHHELD }),
      });
  return {
    debug: at('debug'),
    info: at('info'),
    warn: at('warn'),
    error: at('error'),
    with: (facts) => overPino(output, { ...always, ...facts }),
  };
}

/** The facts that may be written. Unknown keys are dropped; of a known key, a value of the wrong shape is withheld. */
function permitted(facts: Record<string, unknown>): Record<string, unknown> {
  const known = Object.entries(facts).filter(([key, value]) => allowed.has(key) && value !== undefined);
  return Object.fromEntries(known.map(([key, value]) => [key, isSafe(key, value) ? value : WITHHELD]));
}

function isSafe(key: string, value: unknown): boolean {
  if (typeof value === 'string') return (key === 'frames' ? FRAMES : CODE).test(value);
  return value === null || typeof value === 'number' || typeof value === 'boolean';
}

/** What may be known of a fault: its class, its code and where it arose. Not its message, which may quote data. */
export function factsOfFault(error: unknown): LogFacts {
  if (!(error instanceof Error)) return { errorName: typeof error };
  const { code } = error as { code?: unknown };
  const lines = (error.stack ?? '').split('\n').filter((line) => /^\s+at .*:\d+:\d+\)?$/.test(line));
  const frames = lines.slice(0, 8).map((line) => /([^/\\( ]+:\d+:\d+)\)?$/.exec(line)?.[1] ?? '');
  return { errorName: error.name, errorCode: typeof code === 'string' ? code : undefined, frames: frames.join(' < ') };
}
