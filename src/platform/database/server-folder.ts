// The folder the bundled server lives in: where it can be, who holds it, and what a crash left behind.
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readlinkSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isTraversable } from './binaries.ts';

const LEAVE_SECONDS = 20;

/**
 * Real path of the server's folder, made if missing. When root works in a private tree such as /root, the server's own account
 * cannot pass through it: the folder is then made under /var/lib, and `wanted` becomes a link to it.
 */
export function folderFor(wanted: string, otherAccount: boolean): string {
  const path = resolve(wanted);
  if (!existsSync(path)) {
    rmSync(path, { force: true }); // a link to a folder that is gone
    mkdirSync(dirname(path), { recursive: true });
    if (!otherAccount || isTraversable(realpathSync(dirname(path)))) mkdirSync(path, { mode: 0o711 });
    else symlinkSync(traversableFolder(), path);
  }
  const real = realpathSync(path);
  if (otherAccount && !isTraversable(real)) {
    throw new Error(`The account 'nobody', which runs PostgreSQL for root, cannot enter ${real}: allow it (chmod o+x) or move the folder.`);
  }
  return real;
}

function traversableFolder(): string {
  const made = mkdtempSync('/var/lib/vatsalya-');
  chmodSync(made, 0o711);
  return made;
}

/**
 * Makes the folder free for a new server. A lock file of a dead server is removed; a server whose program crashed is stopped;
 * a server whose program lives is left alone and refused by name.
 */
export async function clearLeftover(directory: string): Promise<void> {
  const cluster = join(directory, 'cluster');
  const lock = join(cluster, 'postmaster.pid');
  for (let tries = 0; existsSync(lock); tries++) {
    const server = numberIn(lock);
    // The number may by now be another program's; a postmaster always works inside its own cluster.
    if (workingFolder(server) !== cluster) return rmSync(lock, { force: true });
    const owner = numberIn(join(directory, 'owner'));
    if (isAlive(owner) && owner !== process.pid) {
      throw new Error(`The database in ${directory} is in use by process ${owner} (PostgreSQL process ${server}). Stop that first.`);
    }
    if (owner === process.pid || tries >= LEAVE_SECONDS * 20) {
      throw new Error(`PostgreSQL process ${server} still runs in ${cluster}.`);
    }
    if (tries === 0) process.kill(server, 'SIGINT');
    await pause(50);
  }
}

function numberIn(file: string): number {
  return existsSync(file) ? Number.parseInt(readFileSync(file, 'utf8'), 10) || 0 : 0;
}

/** True while a process with this number runs, whoever owns it. A dead one that nobody has collected ("zombie") does not run. */
export function isAlive(pid: number): boolean {
  try {
    return pid > 0 && !readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ');
  } catch {
    return false;
  }
}

function workingFolder(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return undefined;
  }
}
