// Each door loads under plain node, whose reader of types and of other modules' names is stricter than the tests' own.
import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const run = promisify(execFile);

/** Starts nothing: what a door is wired with is read, and each name that is asked of a module. */
const loads = (file: string): Promise<unknown> =>
  run(
    process.execPath,
    ['--import', './scripts/tsx-loader.ts', '--input-type=module', '-e', `await import(${JSON.stringify(join(root, file))})`],
    { cwd: root },
  );

const doors = readdirSync(join(root, 'src/apps')).filter((name) => /^(citizen|desk|exchange|worker)\.ts$/.test(name));

test.each(doors)(
  'src/apps/%s',
  async (name) => {
    await loads(`src/apps/${name}`);
  },
  60_000,
); // a busy machine loads slowly

test('what is not there does not load', async () => {
  await expect(loads('src/apps/nothing.ts')).rejects.toThrow(/ERR_MODULE_NOT_FOUND|Cannot find module/);
});
