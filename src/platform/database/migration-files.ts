// The migrations as files: NNNN-name.sql, numbered from 1 without gaps, each known by its content's hash.
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

export type Migration = { number: number; name: string; sql: string; sha256: string };
/** What the database remembers of one applied migration. */
export type AppliedMigration = { number: number; name: string; sha256: string };

const SHAPE = /^(\d{4})-([a-z0-9-]+)\.sql$/;

/** All migrations of a folder in order. Throws on a name of another shape, a gap or a number used twice. */
export function readMigrations(directory: string): Migration[] {
  const files = readdirSync(directory).filter((file) => file.endsWith('.sql'));
  return files.toSorted().map((file, index) => {
    const number = Number(SHAPE.exec(file)?.[1] ?? Number.NaN);
    if (number !== index + 1) throw new Error(`Migration ${file} is not number ${index + 1} in the form NNNN-name.sql.`);
    const text = readFileSync(join(directory, file), 'utf8');
    return { number, name: file, sql: text, sha256: createHash('sha256').update(text).digest('hex') };
  });
}

/** Those still to apply. Throws if the past differs: an applied file was changed, renamed or removed. */
export function stillToApply(files: readonly Migration[], applied: readonly AppliedMigration[]): Migration[] {
  for (const past of applied) {
    const file = files.find(({ number }) => number === past.number);
    if (!file) throw new Error(`The database has migration ${past.name}, which this program does not know: it is newer than the program.`);
    if (file.sha256 !== past.sha256) {
      throw new Error(`Migration ${past.name} was changed after it was applied. Restore the file and put the change in a new migration.`);
    }
  }
  const done = new Set(applied.map(({ number }) => number));
  return files.filter(({ number }) => !done.has(number));
}
