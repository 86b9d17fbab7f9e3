// What a file is, judged by its first bytes only: names and declared types are the sender's claim, never evidence.

export type PictureKind = 'jpeg' | 'png' | 'webp';
/** Kinds we recognise only to say why they are refused: the HEIC decoder is not in the picture library's build. */
export type KnownKind = PictureKind | 'heic' | 'gif';

type Mark = { kind: KnownKind; at: number; bytes: Buffer };

const marks: readonly Mark[] = [
  { kind: 'jpeg', at: 0, bytes: Buffer.from([0xff, 0xd8, 0xff]) },
  { kind: 'png', at: 0, bytes: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]) },
  { kind: 'gif', at: 0, bytes: Buffer.from('GIF8') },
  { kind: 'heic', at: 4, bytes: Buffer.from('ftyp') }, // every ISO media file: HEIC, AVIF, and films too
];

/** The kind of file these bytes begin, or undefined. */
export function kindOf(bytes: Buffer): KnownKind | undefined {
  const isWebp = bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP';
  if (isWebp) return 'webp';
  return marks.find((mark) => bytes.subarray(mark.at, mark.at + mark.bytes.length).equals(mark.bytes))?.kind;
}

export function isPicture(kind: KnownKind | undefined): kind is PictureKind {
  return kind === 'jpeg' || kind === 'png' || kind === 'webp';
}
