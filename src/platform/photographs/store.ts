// Keeps rendered photographs as files, two levels of folders deep, under names that cannot be guessed or steered.
import { createHash } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { newPublicId } from '../../kernel/ids.ts';
import type { Rendered } from './render.ts';

/** `full` is at most 1600 px, `thumbnail` 320 px. */
export type PhotographSize = 'full' | 'thumbnail';

const NAME = /^[0-9a-hjkmnp-tv-z]{26}$/;

export function isPhotographName(text: string): boolean {
  return NAME.test(text);
}

/** Writes both sizes and returns only when they would survive a power cut. `sha256` (hex) is of the full size, for the evidence record. */
export async function keepPhotograph(
  directory: string,
  rendered: Pick<Rendered, 'full' | 'thumbnail'>,
): Promise<{ name: string; sha256: string }> {
  const name = newPublicId();
  // The thumbnail first: whoever can read the full size can always read its thumbnail.
  await writeDurably(pathOf(directory, name, 'thumbnail'), rendered.thumbnail);
  await writeDurably(pathOf(directory, name, 'full'), rendered.full);
  return { name, sha256: createHash('sha256').update(rendered.full).digest('hex') };
}

/** The JPEG, or undefined when there is none by that name or the name is not one of ours. */
export async function readPhotograph(directory: string, name: string, size: PhotographSize): Promise<Buffer | undefined> {
  if (!isPhotographName(name)) return undefined;
  try {
    return await readFile(pathOf(directory, name, size));
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw fault;
  }
}

/** Removes both sizes; removing what is already gone is not a fault. Names that are not ours are ignored. */
export async function removePhotograph(directory: string, name: string): Promise<void> {
  if (!isPhotographName(name)) return;
  const full = pathOf(directory, name, 'full');
  await rm(full, { force: true });
  await rm(pathOf(directory, name, 'thumbnail'), { force: true });
  await syncFolder(dirname(full)).catch(ignoreMissing);
}

/** Folders come from the name's last characters: its first carries only three random bits. */
function pathOf(directory: string, name: string, size: PhotographSize): string {
  const file = size === 'full' ? `${name}.jpg` : `${name}-320.jpg`;
  return join(directory, name.slice(-2), name.slice(-4, -2), file);
}

/** Written aside, flushed, then renamed: a reader sees the whole picture or none, also after a crash. */
async function writeDurably(path: string, bytes: Buffer): Promise<void> {
  const folder = dirname(path);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const aside = `${path}.part`;
  const file = await open(aside, 'wx', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(aside, path);
  await syncFolder(folder);
  await syncFolder(dirname(folder)); // the folder itself may be new
  await syncFolder(dirname(dirname(folder)));
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function ignoreMissing(fault: NodeJS.ErrnoException): void {
  if (fault.code !== 'ENOENT') throw fault;
}
