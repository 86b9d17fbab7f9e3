// What a process worked, in milliseconds of a processor, from Linux's own count: a figure that hardly hangs on what else the machine is busy with.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const tickMilliseconds = 10;

/** The fields of a process after its name, in /proc's order; none once it is gone. */
function statOf(pid: number | string): string[] {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
  } catch {
    return [];
  }
}

/** What the process worked since its start, in milliseconds, whatever else the machine was busy with. */
export function workedBy(pid: number): number {
  const fields = statOf(pid);
  return (Number(fields[11]) + Number(fields[12])) * tickMilliseconds;
}

/** What the database server worked, with all its processes, ended ones too, in milliseconds. */
export function workedByServer(directory: string): number {
  const server = readFileSync(join(directory, 'cluster/postmaster.pid'), 'utf8').split('\n')[0]!;
  let ticks = 0;
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    const fields = statOf(name);
    if (name === server) ticks += Number(fields[11]) + Number(fields[12]) + Number(fields[13]) + Number(fields[14]);
    else if (fields[1] === server) ticks += Number(fields[11]) + Number(fields[12]);
  }
  return ticks * tickMilliseconds;
}
