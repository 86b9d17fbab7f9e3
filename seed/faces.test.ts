// Faces are drawn the same each time, differ from one another, and the two views of one face differ but share its features.
import { expect, test } from 'vitest';
import { faceCount, faceJpeg, faceOf, faceSvg } from './faces.ts';

test('hundreds of distinct faces, each in two views', () => {
  const drawings = new Set<string>();
  for (let face = 0; face < faceCount; face++) drawings.add(faceSvg(face, 'missing')).add(faceSvg(face, 'found'));
  expect(drawings.size).toBeGreaterThan(faceCount * 1.9);
  expect(faceSvg(17, 'found')).toBe(faceSvg(17, 'found'));
});

test('both views keep the skin and the hair colour', () => {
  const skin = (svg: string): string[] => [...svg.matchAll(/fill="(#[0-9a-f]{6})"\/>/g)].map((match) => match[1]!);
  const [missing, found] = [skin(faceSvg(60, 'missing')), skin(faceSvg(60, 'found'))];
  expect(found.at(3)).toBe(missing.at(3));
});

test.each([
  ['female', 3, 0],
  ['female', 16, 150],
  ['male', 3, 200],
  ['male', 13, 300],
] as const)('a %s of %i years has a face of the band from %i', (sex, years, from) => {
  for (let index = 0; index < 200; index++) {
    expect(faceOf(index, sex, years)).toBeGreaterThanOrEqual(from);
    expect(faceOf(index, sex, years)).toBeLessThan(from + 50);
  }
});

test('a face becomes a JPEG', async () => {
  const bytes = await faceJpeg(17, 'missing');
  expect([...bytes.subarray(0, 2)]).toEqual([0xff, 0xd8]);
  expect(bytes.length).toBeLessThan(20_000);
});
