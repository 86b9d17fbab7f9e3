// A State's police node, played: `npm run cctns-node -- --state WB`. It knows the portal by the published contract alone. Exit 0: both sides hold the same.
import { UsageError, readOptions, usage } from './arguments.ts';
import { openDoor } from './door.ts';
import { demonstrationKey, fetchPortalKeys, keyFromFile, strangeKey } from './keys.ts';
import { listen } from './listening.ts';
import { openOutbox } from './outbox.ts';
import { run } from './run.ts';
import { Refused } from './sending.ts';
import { linesOf, newTally } from './tally.ts';

const stop = new AbortController();
let interrupted = 0;
process.on('SIGINT', () => (interrupted++ === 0 ? stop.abort() : process.exit(130)));
process.on('SIGTERM', () => stop.abort());

async function main(): Promise<number> {
  if (process.argv.includes('--help')) {
    process.stdout.write(`${usage}\n`);
    return 0;
  }
  const options = readOptions(process.argv.slice(2), process.env);
  const code = `police-${options.state}`;
  const print = (line: string): void => void process.stdout.write(`${line}\n`);
  const say = options.json ? () => {} : print;
  const key = options.key ? keyFromFile(options.key.file, options.key.id) : demonstrationKey(options.state);
  const portalKeys = await fetchPortalKeys(options.url);
  const door = openDoor(options.url, key, portalKeys, Date.now);
  let signing = key;
  const rotate = (): void => {
    if (!options.nextKey) return say('no next key was given with --next-key');
    const next = keyFromFile(options.nextKey.file, options.nextKey.id);
    door.useKey((signing = next));
    say(`signs with ${next.keyId} from now on`);
  };
  process.on('SIGUSR2', rotate);
  say(
    `${code} sends to ${options.url} as ${key.keyId}${options.misbehave.size > 0 ? `, and misbehaves: ${[...options.misbehave].join(', ')}` : ''}`,
  );
  const tally = newTally();
  const outbox = openOutbox(options.outbox);
  const listening =
    options.listen === null
      ? null
      : await listen({
          port: options.listen,
          archive: `${options.outbox}.called`,
          outbox,
          portalKeys,
          key: () => signing,
          strangeKey: strangeKey(key),
          badly: options.answerBadly,
          now: Date.now,
        });
  if (listening) say(`is called at ${listening.url}: the national office enters it on the node's page`);
  const summary = await run({
    options,
    code,
    door,
    outbox,
    tally,
    strangeKey: strangeKey(key),
    say,
    now: Date.now,
    stop: stop.signal,
    rotate,
    listening,
  });
  await listening?.close();
  if (options.json) print(JSON.stringify(summary));
  else for (const line of linesOf(summary)) print(line);
  return summary.complete ? 0 : 1;
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    const known = error instanceof UsageError || error instanceof Refused;
    process.stderr.write(`${known ? error.message : (error as Error).stack}\n${error instanceof UsageError ? `${usage}\n` : ''}`);
    process.exit(error instanceof UsageError ? 2 : 1);
  },
);
