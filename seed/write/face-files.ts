// Draws the faces and keeps each once, where the portal keeps photographs. They are drawn small: a face is its own thumbnail.
import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SeedPhotograph } from '../children.ts';
import { faceCount, faceJpeg, faceSize } from '../faces.ts';
import { seededRandom } from '../random.ts';
import { type Faces, type PhotographFile, drawnFace, filesOf, folders, keyOf, linkAnew, newName } from './photographs.ts';

const AT_ONCE = 4;
const views = ['missing', 'found'] as const;

/** Not forced to the disk as a child's photograph is: a drawing can be drawn again. */
async function keepFace(directory: string, face: number, view: SeedPhotograph['view']): Promise<PhotographFile> {
  const jpeg = await faceJpeg(face, view);
  const name = newName(seededRandom(`face file ${view}`, face));
  const [full, thumbnail] = filesOf(directory, name);
  await writeFile(full, jpeg, { mode: 0o600 });
  linkAnew(full, thumbnail);
  return { ...faceSize, name, sha256: createHash('sha256').update(jpeg).digest() };
}

/** Draws and keeps the faces, and makes the folders for all photographs. */
export async function drawFaces(directory: string): Promise<Faces> {
  for (const one of folders)
    for (const other of folders) mkdirSync(join(directory, `${one}0`, `${other}0`), { recursive: true, mode: 0o700 });
  const kept = new Map<string, PhotographFile>();
  const waiting = Array.from({ length: faceCount }, (_, face) => face)
    .filter((face) => drawnFace(face) === face)
    .flatMap((face) => views.map((view) => [face, view] as const));
  const work = async (): Promise<void> => {
    for (let next = waiting.pop(); next; next = waiting.pop()) kept.set(keyOf(...next), await keepFace(directory, ...next));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return kept;
}
