// Messages of the contract, one a line: some hundred at a time. Line numbers are those of the file, whatever a line holds.
import type { Readable } from 'node:stream';
import { version1 } from '../messages/index.ts';
import type { Batch } from './file.ts';

const LINE_FEED = 10;
const END = Buffer.from('\n');
/** In the place of a line nobody could send as a message, so that it counts and is named. */
const UNREADABLE = Buffer.from('?');

/** Empty, or longer than any message: of that only the beginning was kept. */
export function isUnreadable(line: Buffer): boolean {
  return line.length > version1.limits.bytes || line.every((byte) => byte === 32 || byte === 9 || byte === 13);
}

export async function* linesOf(bytes: Readable): AsyncGenerator<Buffer> {
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

export async function* batchesOfLines(bytes: Readable, { size, after }: { size: number; after: number }): AsyncGenerator<Batch> {
  let seen = 0;
  let lines: Buffer[] = [];
  const batch = (): Batch => {
    const before = seen - lines.length;
    const raw = Buffer.concat(lines.flatMap((line) => [isUnreadable(line) ? UNREADABLE : line, END]));
    lines = [];
    return { upTo: seen, raw, lineOf: (position) => before + position, rejects: [] };
  };
  for await (const line of linesOf(bytes)) {
    seen += 1;
    if (seen <= after) continue;
    lines.push(line);
    if (lines.length === size) yield batch();
  }
  if (lines.length > 0) yield batch();
}
