// A picture sent on is found again: saved anew, made smaller, brightened, its border cut off. Pictures of two children are not one; a plain surface is nobody's.
import fc from 'fast-check';
import sharp, { type Sharp } from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { isRefusal } from '../../kernel/refusal.ts';
import { faceCount } from '../../../seed/faces.ts';
import { photographOf } from '../../../tests/documents/photograph.ts';
import { ALIKE, LOOK_SIDE, type Look, apart, areAlike, lookOf } from './look.ts';
import { renderPhotograph } from './render.ts';

async function seen(picture: Buffer): Promise<Look> {
  const rendered = await renderPhotograph(picture);
  if (isRefusal(rendered)) throw new Error(rendered.code);
  return rendered.look!;
}

const cut = (percent: number) => (picture: Sharp) =>
  picture.extract({ left: 4 * percent, top: Math.round(4.8 * percent), width: 400 - 8 * percent, height: 480 - Math.round(9.6 * percent) });

/** As it comes back from a messenger: what was done to it on the way. */
const onTheWay: [string, (picture: Sharp) => Sharp][] = [
  ['saved again, badly', (picture) => picture.jpeg({ quality: 30 })],
  ['made half as large', (picture) => picture.resize(200)],
  ['made larger', (picture) => picture.resize(700)],
  ['saved as PNG', (picture) => picture.png()],
  ['brighter', (picture) => picture.modulate({ brightness: 1.15 })],
  ['darker', (picture) => picture.modulate({ brightness: 0.8 })],
  ['without colour', (picture) => picture.greyscale()],
  ['its border cut off', cut(2)],
];
const FACES = Array.from({ length: 40 }, (_, at) => (at * 37) % faceCount);
const looks = new Map<number, Look>();
const pictures = new Map<number, Buffer>();
const FEW = FACES.slice(0, 12);

beforeAll(async () => {
  for (const face of FACES) {
    pictures.set(face, await photographOf(face));
    looks.set(face, await seen(pictures.get(face)!));
  }
}, 60_000);

test.each(onTheWay)('%s: it is the same picture', { timeout: 20_000 }, async (_, change) => {
  for (const face of FEW) {
    const sent = await change(sharp(pictures.get(face)!)).toBuffer();
    expect([face, areAlike(await seen(sent), looks.get(face)!)]).toEqual([face, true]);
  }
});

test('several things at once: smaller, saved badly, darker', { timeout: 20_000 }, async () => {
  for (const face of FEW) {
    const sent = await sharp(pictures.get(face)!).resize(150).modulate({ brightness: 0.85 }).jpeg({ quality: 35 }).toBuffer(); // prettier-ignore
    expect([face, areAlike(await seen(sent), looks.get(face)!)]).toEqual([face, true]);
  }
});

test('pictures of two children are not one', () => {
  const pairs = FACES.flatMap((one, at) => FACES.slice(at + 1).map((other) => [one, other] as const));
  expect(pairs.length).toBe(780);
  expect(pairs.filter(([one, other]) => areAlike(looks.get(one)!, looks.get(other)!))).toEqual([]);
});

describe('the function', () => {
  const grey = fc.uint8Array({ minLength: LOOK_SIDE ** 2, maxLength: LOOK_SIDE ** 2 });

  test('of any picture with anything on it: 64 bits twice, always the same, none apart from itself', () => {
    fc.assert(
      fc.property(grey, (values) => {
        const look = lookOf(values);
        if (!look) return;
        expect([look.tones, look.edges].map((bits) => /^[01]{64}$/.test(bits))).toEqual([true, true]);
        expect(lookOf(values)).toEqual(look);
        expect([apart(look.tones, look.tones), areAlike(look, look)]).toEqual([0, true]);
      }),
    );
  });

  test('of a picture made evenly darker, where nothing is cut off, no edge is lost', () => {
    fc.assert(
      fc.property(grey, (values) => {
        const [light, dark] = [values.map((value) => 60 + Math.floor(value / 2)), values.map((value) => 10 + Math.floor(value / 2))];
        expect(lookOf(dark)).toEqual(lookOf(light));
      }),
    );
  });

  test('apart counts either way alike, and no more than there are', () => {
    const bits = fc.stringMatching(/^[01]{64}$/);
    fc.assert(
      fc.property(bits, bits, (one, other) => {
        expect(apart(one, other)).toBe(apart(other, one));
        expect(apart(one, other)).toBeLessThanOrEqual(64);
      }),
    );
  });

  test('a plain surface has none', () => {
    for (const value of [0, 90, 255]) expect(lookOf(new Uint8Array(LOOK_SIDE ** 2).fill(value))).toBeNull();
  });

  test('both parts must be alike', () => {
    const look: Look = { tones: '0'.repeat(64), edges: '0'.repeat(64) };
    const changed = (bits: number) => '1'.repeat(bits).padEnd(64, '0');
    expect(areAlike(look, { tones: changed(ALIKE.tones), edges: changed(ALIKE.edges) })).toBe(true);
    expect(areAlike(look, { ...look, tones: changed(ALIKE.tones + 1) })).toBe(false);
    expect(areAlike(look, { ...look, edges: changed(ALIKE.edges + 1) })).toBe(false);
  });
});
