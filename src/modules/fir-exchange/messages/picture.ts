// Whether bytes begin as pictures of a kind do. The picture itself is opened later, in a process of its own.

const HEAD_CHARACTERS = 16;

const beginnings = {
  'image/jpeg': (head: Buffer) => head.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff])),
  'image/png': (head: Buffer) => head.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])),
  'image/webp': (head: Buffer) => head.toString('latin1', 0, 4) === 'RIFF' && head.toString('latin1', 8, 12) === 'WEBP',
} as const;

export function pictureMatches({ mediaType, base64 }: { mediaType: keyof typeof beginnings; base64: string }): boolean {
  return beginnings[mediaType](Buffer.from(base64.slice(0, HEAD_CHARACTERS), 'base64'));
}
