// What the node is told on its command line.
import { parseArgs } from 'node:util';

export const misbehaviours = ['duplicate', 'reorder', 'lose', 'delay', 'corrupt', 'wrong-key', 'flood', 'silent'] as const;
export type Misbehaviour = (typeof misbehaviours)[number];

/** How it may answer the portal's calls. */
export const badAnswers = ['error', 'slow', 'wrong-receipt', 'silent'] as const;
export type CalledBadly = (typeof badAnswers)[number];

/** A private key as PEM, and the id the portal gave it. */
export type KeyFile = { file: string; id: string };

export type Options = {
  state: string;
  /** Messages a second. */
  rate: number;
  url: string;
  misbehave: ReadonlySet<Misbehaviour>;
  /** Ends after so many seconds, or so many messages; without either when it is interrupted. */
  seconds: number | null;
  total: number | null;
  seed: string;
  /** FIRs of years gone by, told first. */
  history: number;
  json: boolean;
  /** The port on this machine at which the portal calls; null: it is not called, it fetches. */
  listen: number | null;
  answerBadly: ReadonlySet<CalledBadly>;
  /** Messages are written in XML, one a delivery. */
  xml: boolean;
  /** The file that holds what is owed to the portal. */
  outbox: string;
  /** Digests are exchanged every so many seconds, and at the end. */
  digestSeconds: number;
  /** Files of the node's key and of the one it changes to, on SIGUSR2 or after so many messages; without one the demonstration's is asked for. */
  key: KeyFile | null;
  nextKey: KeyFile | null;
  rotateAfter: number | null;
  /** How long the node waits at the end while nothing brings both sides nearer to agreeing. */
  patienceSeconds: number;
};

export const usage = `npm run cctns-node -- --state WB [--rate 5] [--url http://127.0.0.1:4712] [--total n | --for seconds] [--history n] [--seed text]
  [--misbehave ${misbehaviours.join(',')}|all] [--outbox file] [--digest-every seconds] [--key file --key-id id]
  [--next-key file --next-key-id id] [--rotate-after n] [--patience seconds] [--xml] [--json]
  [--listen port [--answer-badly ${badAnswers.join(',')}|all]]`;

export class UsageError extends Error {}

const texts = [
  'state',
  'rate',
  'url',
  'misbehave',
  'for',
  'total',
  'seed',
  'history',
  'outbox',
  'digest-every',
  'key',
  'key-id',
  'next-key',
  'next-key-id',
  'rotate-after',
  'patience',
  'listen',
  'answer-badly',
] as const;

export function readOptions(args: readonly string[], environment: Record<string, string | undefined>): Options {
  const values = parse(args);
  const number = (name: (typeof texts)[number], usual: number | null, least = 1): number | null => {
    if (values[name] === undefined) return usual;
    const value = Number(values[name]);
    if (!(value >= least)) throw new UsageError(`--${name} needs a number of at least ${least}`);
    return value;
  };
  const keyFile = (name: 'key' | 'next-key'): KeyFile | null => {
    const [file, id] = [values[name], values[`${name}-id`]];
    if (file === undefined && id === undefined) return null;
    if (typeof file !== 'string' || typeof id !== 'string') throw new UsageError(`--${name} and --${name}-id belong together`);
    return { file, id };
  };
  const state = values['state'];
  if (typeof state !== 'string' || !/^[A-Z]{2}$/.test(state)) throw new UsageError('--state needs the two letters of a State');
  return {
    state,
    rate: number('rate', 5, 0.01)!,
    url: String(values['url'] ?? environment['EXCHANGE_URL'] ?? `http://127.0.0.1:${environment['EXCHANGE_PORT'] ?? 4712}`).replace(
      /\/$/,
      '',
    ),
    misbehave: readSome('misbehave', misbehaviours, String(values['misbehave'] ?? '')),
    listen: number('listen', null),
    answerBadly: readSome('answer-badly', badAnswers, String(values['answer-badly'] ?? '')),
    seconds: number('for', null),
    total: number('total', null),
    seed: String(values['seed'] ?? 'vatsalya'),
    history: number('history', 0, 0)!,
    json: values['json'] === true,
    xml: values['xml'] === true,
    outbox: String(values['outbox'] ?? `.data/cctns-node/${state}.ndjson`),
    digestSeconds: number('digest-every', 60)!,
    key: keyFile('key'),
    nextKey: keyFile('next-key'),
    rotateAfter: number('rotate-after', null),
    patienceSeconds: number('patience', 120)!,
  };
}

function parse(args: readonly string[]): Record<string, string | boolean | undefined> {
  const options = Object.fromEntries([
    ...texts.map((name) => [name, { type: 'string' as const }]),
    ...['json', 'xml'].map((name) => [name, { type: 'boolean' as const }]),
  ]);
  try {
    return parseArgs({ args: [...args], options, strict: true }).values as Record<string, string | boolean | undefined>;
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

function readSome<Name extends string>(option: string, names: readonly Name[], text: string): ReadonlySet<Name> {
  if (text === 'all') return new Set(names);
  const named = text.split(',').filter(Boolean);
  const strange = named.find((name) => !(names as readonly string[]).includes(name));
  if (strange) throw new UsageError(`--${option} knows no ${strange}`);
  return new Set(named as Name[]);
}
