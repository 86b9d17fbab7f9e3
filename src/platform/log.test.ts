// Nothing personal passes the log, whichever way it is offered.
import { expect, test } from 'vitest';
import { type Log, type LogFacts, WITHHELD, factsOfFault, openLog } from './log.ts';

function recorded(write: (log: Log) => void): Record<string, unknown>[] {
  const lines: string[] = [];
  write(openLog('debug', { write: (line: string) => void lines.push(line) }));
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}

test('allowed facts are written', () => {
  const [line] = recorded((log) => log.info({ door: 'desk', route: '/records/:id', status: 200, milliseconds: 12 }, 'request.done'));
  expect(line).toMatchObject({ level: 'info', event: 'request.done', door: 'desk', route: '/records/:id', status: 200, milliseconds: 12 });
});

const NAME = 'Ashapurna';
const leaks: [string, (log: Log) => void][] = [
  ['an unknown key', (log) => log.info({ childName: NAME } as LogFacts)],
  ['an object under a known key', (log) => log.info({ route: { search: NAME } } as unknown as LogFacts)],
  ['an array under a known key', (log) => log.info({ count: [NAME] } as unknown as LogFacts)],
  ['a query string in the route', (log) => log.info({ route: `/search?name=${NAME}` })],
  ['words under a known key', (log) => log.info({ errorCode: `no child called ${NAME}` })],
  ['another script', (log) => log.info({ reference: `${NAME}आशा` })],
  ['the event', (log) => log.info({}, `Found ${NAME}`)],
  ['facts given once for all entries', (log) => log.with({ childName: NAME } as LogFacts).warn({ status: 1 })],
  ['the message of a fault', (log) => log.error(factsOfFault(new Error(`duplicate key (${NAME})`)))],
  ['a message that looks like a stack frame', (log) => log.error(factsOfFault(new Error(`x\n    at ${NAME}:1:1 y`)))],
];

test.each(leaks)('a name does not pass in %s', (_way, write) => {
  const lines = recorded(write);
  expect(lines).toHaveLength(1);
  expect(JSON.stringify(lines)).not.toContain(NAME);
});

test('what is withheld is shown to be withheld', () => {
  expect(recorded((log) => log.info({ route: '/search?name=x' }))[0]).toMatchObject({ route: WITHHELD });
});

test('a fault keeps its class, its code and its place', () => {
  const fault = Object.assign(new RangeError('secret'), { code: '23505' });
  expect(recorded((log) => log.error(factsOfFault(fault)))[0]).toMatchObject({
    errorName: 'RangeError',
    errorCode: '23505',
    frames: expect.stringMatching(/^log\.test\.ts:\d+:\d+/),
  });
});

test('entries below the level are not written', () => {
  const lines: string[] = [];
  openLog('warn', { write: (line: string) => void lines.push(line) }).info({ status: 200 });
  expect(lines).toEqual([]);
});
