// A file's lines, plain or gzip, some hundred at a time: never more of it in memory.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import { version1 } from '../messages/index.ts';

const HEAD_BYTES = 1024 * 1024;
const LINE_FEED = 10;

export type FileLines = { digest: Buffer; batches(size: number, after: number): AsyncGenerator<Buffer[]> };

/** A line nobody could send as a message; of one too long only the beginning was kept. */
export function isUnreadable(line: Buffer): boolean {
  return line.length > version1.limits.bytes || line.every((byte) => byte === 32 || byte === 9 || byte === 13);
}

/** The same file again has the same digest: of its beginning and its length. */
async function digestOf(path: string): Promise<Buffer> {
  const { size } = await stat(path);
  const handle = await open(path);
  const head = Buffer.alloc(Math.min(size, HEAD_BYTES));
  await handle.read(head, 0, head.length, 0);
  await handle.close();
  return createHash('sha256').update(head).update(String(size)).digest();
}

async function* linesOf(path: string): AsyncGenerator<Buffer> {
  const source = createReadStream(path);
  const bytes = path.endsWith('.gz') ? source.pipe(createGunzip()) : source;
  source.on('error', (error) => bytes.destroy(error));
  let parts: Buffer[] = [];
  let length = 0;
  const keep = (part: Buffer): void => {
    if (length <= version1.limits.bytes) parts.push(part);
    length += part.length;
  };
  for await (const chunk of bytes as AsyncIterable<Buffer>) {
    let from = 0;
    for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, from)) {
      keep(chunk.subarray(from, end));
      yield Buffer.concat(parts);
      [parts, length, from] = [[], 0, end + 1];
    }
    if (from < chunk.length) keep(chunk.subarray(from));
  }
  if (length > 0) yield Buffer.concat(parts);
}

export async function linesOfFile(path: string): Promise<FileLines> {
  const digest = await digestOf(path);
  return {
    digest,
    async *batches(size, after) {
      let seen = 0;
      let batch: Buffer[] = [];
      for await (const line of linesOf(path)) {
        seen += 1;
        if (seen <= after) continue;
        batch.push(line);
        if (batch.length < size) continue;
        yield batch;
        batch = [];
      }
      if (batch.length > 0) yield batch;
    },
  };
}
