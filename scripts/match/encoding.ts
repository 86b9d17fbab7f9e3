// How the letters of a file are written, told from the first of them beyond ASCII: UTF-8, UTF-16 as spreadsheet programs save it, or the old one-byte Western letters.
import { closeSync, openSync, readSync } from 'node:fs';
import { Mistake } from './mistake.ts';

type Encoding = 'utf8' | 'utf16le' | 'latin1';

const looked = 65_536;
/** A text may hold a few, by accident. */
const mostZeros = 8;

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

function encodingOf(path: string, { beginning: bytes, telling }: Looked): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) throw new Mistake(`${path} is UTF-16 with the high byte first; save it as UTF-8`);
  const zeros = bytes.reduce((count, byte) => count + (byte === 0 ? 1 : 0), 0);
  if (zeros > bytes.length / 4 && bytes[0] !== 0 && bytes[1] === 0) return 'utf16le';
  if (zeros > mostZeros && zeros > bytes.length / 100) throw new Mistake(`${path} is no text: it is full of zero bytes`);
  return isUtf8(telling) ? 'utf8' : 'latin1';
}

/** What is packed looks like a table of one nonsense column. An .xlsx is a zip. */
const packed = [
  ['1f8b', 'gzip'],
  ['504b0304', 'zip or .xlsx'],
] as const;

function checkUnpacked(path: string, bytes: Buffer): void {
  const found = packed.find(([mark]) => bytes.toString('hex', 0, 4).startsWith(mark));
  if (found) throw new Mistake(`${path} is packed (${found[1]}); unpack it, or save it as CSV, first`);
}

/** So many bytes from the first that is no ASCII: a long table of English names may have its first accent far down. Empty if there is none. */
function beyondAscii(file: number): Buffer {
  const buffer = Buffer.alloc(looked);
  for (let at = 0; ;) {
    const bytes = buffer.subarray(0, readSync(file, buffer, 0, looked, at));
    const first = bytes.findIndex((byte) => byte > 127);
    if (first >= 0) return buffer.subarray(0, readSync(file, buffer, 0, looked, at + first));
    if (bytes.length === 0) return bytes;
    at += bytes.length;
  }
}

type Looked = { beginning: Buffer; telling: Buffer };

function lookInto(path: string): Looked {
  try {
    const file = openSync(path, 'r');
    try {
      const buffer = Buffer.alloc(looked);
      const beginning = buffer.subarray(0, readSync(file, buffer, 0, looked, 0));
      return { beginning, telling: beyondAscii(file) };
    } finally {
      closeSync(file);
    }
  } catch (error) {
    throw new Mistake(`${path}: cannot be read (${(error as NodeJS.ErrnoException).code})`);
  }
}

/** The first 64 kB as text, without the mark of byte order, and how the rest is to be read. */
export function beginningOf(path: string): { text: string; encoding: Encoding } {
  const both = lookInto(path);
  checkUnpacked(path, both.beginning);
  const encoding = encodingOf(path, both);
  return { text: both.beginning.toString(encoding).replace(/^\uFEFF/, ''), encoding };
}
