// Which migrations run, and which histories are refused.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { type Migration, readMigrations, stillToApply } from './migration-files.ts';

function folderOf(...names: string[]): string {
  const directory = mkdtempSync(join(tmpdir(), 'vatsalya-migrations-'));
  onTestFinished(() => rmSync(directory, { recursive: true }));
  for (const name of names) writeFileSync(join(directory, name), `-- ${name}`);
  return directory;
}

test('files are read in order, other files are not migrations', () => {
  const names = readMigrations(folderOf('0002-b.sql', '0001-a.sql', 'README.md')).map(({ name }) => name);
  expect(names).toEqual(['0001-a.sql', '0002-b.sql']);
});

test.each([
  ['a gap', ['0001-a.sql', '0003-c.sql'], '0003-c.sql'],
  ['a number used twice', ['0001-a.sql', '0001-b.sql'], '0001-b.sql'],
  ['another form', ['1-a.sql'], '1-a.sql'],
])('%s is refused', (_what, names, named) => {
  expect(() => readMigrations(folderOf(...names))).toThrow(named);
});

const one: Migration = { number: 1, name: '0001-a.sql', sql: '', sha256: 'aa' };
const two: Migration = { number: 2, name: '0002-b.sql', sql: '', sha256: 'bb' };

test('only what is missing is applied', () => {
  expect(stillToApply([one, two], [])).toEqual([one, two]);
  expect(stillToApply([one, two], [one])).toEqual([two]);
  expect(stillToApply([one, two], [one, two])).toEqual([]);
});

test('a changed past is refused', () => {
  expect(() => stillToApply([{ ...one, sha256: 'ff' }, two], [one])).toThrow('was changed after it was applied');
});

test('a database newer than the program is refused', () => {
  expect(() => stillToApply([one], [one, two])).toThrow('newer than the program');
});
