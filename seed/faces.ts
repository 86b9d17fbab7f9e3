// Drawn placeholder faces: a few hundred simple ones, each in two views that look like one child on two days. No photograph of anybody.
import type { Random } from './random.ts';
import { seededRandom } from './random.ts';

const bands = 4; // below 6, 12, 15, 18
const variants = 50;
/** Faces are numbered 0 to this, less one. */
export const faceCount = 2 * bands * variants;

export type FaceView = 'missing' | 'found';

/** The face of child `index`: always of the child's sex and age band. */
export function faceOf(index: number, sex: 'female' | 'male', years: number): number {
  const band = years < 6 ? 0 : years < 12 ? 1 : years < 15 ? 2 : 3;
  return ((sex === 'female' ? 0 : 1) * bands + band) * variants + ((index * 31 + 7) % variants);
}

type Face = {
  skin: string;
  hair: string;
  cloth: string;
  female: boolean;
  band: number;
  width: number;
  eyeGap: number;
  brow: number;
  mouth: number;
  nose: number;
  mole: boolean;
  style: number;
};

function faceFeatures(face: number): Face {
  const random = seededRandom('face', face);
  const group = Math.floor(face / variants);
  return {
    skin: random.pick(['#e8bd96', '#d9a877', '#c68e5f', '#a9744a', '#8d5b39']),
    hair: random.pick(['#1a1512', '#241a14', '#2e211a']),
    cloth: random.pick(['#b5473c', '#3d6a9b', '#4a8a57', '#c59a35', '#7d5a96', '#d77f94']),
    female: group < bands,
    band: group % bands,
    width: 58 + random.integer(0, 12),
    eyeGap: 24 + random.integer(0, 7),
    brow: random.integer(-3, 3),
    mouth: 14 + random.integer(0, 9),
    nose: 8 + random.integer(0, 6),
    mole: random.chance(0.2),
    style: random.integer(0, 2),
  };
}

function hairOf(face: Face, length: number): string {
  const top = `<path d="M${100 - face.width - 4} 118 Q${100 - face.width} 42 100 40 Q${100 + face.width} 42 ${100 + face.width + 4} 118 Q${96 + face.width} 82 100 ${74 + face.style * 5} Q${104 - face.width} 82 ${100 - face.width - 4} 118Z" fill="${face.hair}"/>`;
  if (!face.female) return top;
  const side = face.width + 5;
  const braids = `<path d="M${100 - side} 105 q-8 40 2 ${length} h14 q-10 -40 0 -${length}Z M${100 + side} 105 q8 40 -2 ${length} h-14 q10 -40 0 -${length}Z" fill="${face.hair}"/>`;
  return braids + top;
}

function eyesOf(face: Face, turn: number, tired: number): string {
  return [-1, 1]
    .map((side) => {
      const x = 100 + side * face.eyeGap + turn;
      return `<ellipse cx="${x}" cy="122" rx="8" ry="${6 - tired}" fill="#fff"/><circle cx="${x + turn / 2}" cy="122" r="4.4" fill="#2b1a10"/><path d="M${x - 10} ${108 + face.brow} q10 -6 20 0" stroke="${face.hair}" stroke-width="3" fill="none"/>`;
    })
    .join('');
}

export const faceSize = { width: 200, height: 240 } as const;

/** The found view is the same child later: turned a little, other clothes and hair, tired eyes, another background. */
export function faceSvg(face: number, view: FaceView): string {
  const features = faceFeatures(face);
  const later = view === 'found';
  const random: Random = seededRandom('face found', face);
  const turn = later ? random.integer(-5, 5) : 0;
  const cloth = later ? random.pick(['#8a8f98', '#6f7f6a', '#a37f5f', '#5f6d8a']) : features.cloth;
  const chin = 165 + features.band * 4;
  const smile = later ? random.integer(-4, 1) : 5;
  const background = later ? '#c9cfd6' : '#dfe8ef';
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="240" viewBox="0 0 200 240">',
    `<rect width="200" height="240" fill="${background}"/>`,
    `<path d="M28 240 Q34 196 100 192 Q166 196 172 240Z" fill="${cloth}"/><rect x="84" y="${chin - 12}" width="32" height="40" rx="12" fill="${features.skin}"/>`,
    `<path d="M${100 - features.width} 112 Q${100 - features.width + 4} ${chin} 100 ${chin + 14} Q${96 + features.width} ${chin} ${100 + features.width} 112 Q${98 + features.width} 58 100 54 Q${102 - features.width} 58 ${100 - features.width} 112Z" fill="${features.skin}"/>`,
    hairOf(features, later ? random.integer(40, 90) : 70),
    eyesOf(features, turn, later ? 1.5 : 0),
    `<path d="M${100 + turn} 126 q-4 ${features.nose} -5 ${features.nose + 4} q5 4 10 0" stroke="#00000055" stroke-width="2" fill="none"/>`,
    `<path d="M${100 - features.mouth + turn} 158 q${features.mouth} ${smile + 4} ${2 * features.mouth} 0" stroke="#8a3b34" stroke-width="4" stroke-linecap="round" fill="none"/>`,
    features.mole ? `<circle cx="${128 + turn}" cy="146" r="2.6" fill="#3a2116"/>` : '',
    '</svg>',
  ].join('');
}

const drawn = new Map<string, Promise<Buffer>>();

/** The face as JPEG bytes (200 × 240, about 6 kB), drawn once each. */
export function faceJpeg(face: number, view: FaceView): Promise<Buffer> {
  const key = `${face} ${view}`;
  let bytes = drawn.get(key);
  if (!bytes) {
    bytes = import('sharp').then(({ default: sharp }) =>
      sharp(Buffer.from(faceSvg(face, view)))
        .jpeg({ quality: 82 })
        .toBuffer(),
    );
    drawn.set(key, bytes);
  }
  return bytes;
}
