// A file of the past, as messages of the contract one a line or as a table, plain or gzip: read in batches, never more of it in memory.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { Instant } from '../../../kernel/time.ts';
import type { Node } from '../trust/node.ts';
import { batchesOfLines } from './lines.ts';
import { batchesOfTable } from './table.ts';

const HEAD_BYTES = 1024 * 1024;

export type Reject = { line: number; reason: string; path: string };
/** `upTo`: the line of the file it ends with. `raw`: its messages, one a line. `lineOf`: which line of the file a message, counted from 1, stands on. */
export type Batch = { upTo: number; raw: Buffer; lineOf: (position: number) => number; rejects: readonly Reject[] };

export type PastFile = {
  /** The same file again has the same digest: of its beginning and its length. */
  digest: Buffer;
  /** From the line after this one. */
  batches(about: { size: number; after: number; node: Node; now: Instant }): AsyncGenerator<Batch>;
  /** How much of it was read so far, from 0 to 1. */
  share(): number;
};

async function digestOf(path: string, size: number): Promise<Buffer> {
  const handle = await open(path);
  const head = Buffer.alloc(Math.min(size, HEAD_BYTES));
  await handle.read(head, 0, head.length, 0);
  await handle.close();
  return createHash('sha256').update(head).update(String(size)).digest();
}

export const isTable = (path: string): boolean => /\.csv(?:\.gz)?$/i.test(path);

export async function openPast(path: string): Promise<PastFile> {
  const { size } = await stat(path);
  let read = 0;
  const bytes = (): Readable => {
    const source = createReadStream(path);
    source.on('data', (chunk) => void (read += chunk.length));
    if (!path.endsWith('.gz')) return source;
    const unpacked = source.pipe(createGunzip());
    source.on('error', (error) => unpacked.destroy(error));
    return unpacked;
  };
  return {
    digest: await digestOf(path, size),
    batches: (about) => (isTable(path) ? batchesOfTable(bytes(), about) : batchesOfLines(bytes(), about)),
    share: () => (size === 0 ? 1 : read / size),
  };
}
