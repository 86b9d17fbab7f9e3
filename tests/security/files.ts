// Files that are not what they say, or more than anybody can hold.
import { crc32, deflateSync } from 'node:zlib';
import { picture } from './story.ts';

const GIF = Buffer.from('GIF89a\u0001\u0000\u0001\u0000\u0000\u0000\u0000;', 'latin1');
const SVG = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script><image href="http://127.0.0.1/"/></svg>');

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/** Black, one bit a pixel: about 110 kB that unfold to 900 million pixels. */
function bomb(side = 30_000): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.writeUInt8(1, 8);
  const rows = deflateSync(Buffer.alloc((Math.ceil(side / 8) + 1) * side), { level: 1 });
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', rows),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

export async function badFiles(): Promise<Record<string, Buffer>> {
  const jpeg = await picture();
  return {
    'a GIF': GIF,
    'an SVG with a script': SVG,
    'a page': Buffer.from('<!doctype html><script>alert(1)</script>'),
    'a bomb of 30,000 × 30,000': bomb(),
    'a JPEG cut short': jpeg.subarray(0, Math.floor(jpeg.length / 2)),
    'a JPEG’s first bytes and a page': Buffer.concat([jpeg.subarray(0, 3), SVG]),
    'thirteen megabytes': Buffer.concat([jpeg, Buffer.alloc(13 * 1024 * 1024)]),
  };
}

/** A whole picture with a page behind it: taken, but only the pixels may stay. */
export async function polyglot(): Promise<Buffer> {
  return Buffer.concat([await picture(), Buffer.from('<script>alert(1)</script>ZqPolyglotQz')]);
}
