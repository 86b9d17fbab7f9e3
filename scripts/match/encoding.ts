// How the letters of a file are written, told from its beginning: UTF-8, UTF-16 as spreadsheet programs save it, or the old one-byte Western letters.
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

function encodingOf(path: string, bytes: Buffer): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) throw new Mistake(`${path} is UTF-16 with the high byte first; save it as UTF-8`);
  const zeros = bytes.reduce((count, byte) => count + (byte === 0 ? 1 : 0), 0);
  if (zeros > bytes.length / 4 && bytes[0] !== 0 && bytes[1] === 0) return 'utf16le';
  if (zeros > mostZeros && zeros > bytes.length / 100) throw new Mistake(`${path} is no text: it is full of zero bytes`);
  return isUtf8(bytes) ? 'utf8' : 'latin1';
}

function readInto(path: string, buffer: Buffer): number {
  try {
    const file = openSync(path, 'r');
    try {
      return readSync(file, buffer, 0, looked, 0);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    throw new Mistake(`${path}: cannot be read (${(error as NodeJS.ErrnoException).code})`);
  }
}

/** The first 64 kB as text, without the mark of byte order, and how the rest is to be read. */
export function beginningOf(path: string): { text: string; encoding: Encoding } {
  const buffer = Buffer.alloc(looked);
  const bytes = buffer.subarray(0, readInto(path, buffer));
  const encoding = encodingOf(path, bytes);
  return { text: bytes.toString(encoding).replace(/^\uFEFF/, ''), encoding };
}
