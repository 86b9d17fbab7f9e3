// Draws the faces and keeps each once, as the portal keeps photographs.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { isRefusal } from '../../src/kernel/refusal.ts';
import { keepPhotograph, renderPhotograph } from '../../src/platform/photographs/index.ts';
import type { SeedPhotograph } from '../children.ts';
import { faceCount, faceJpeg } from '../faces.ts';
import { type Faces, type PhotographFile, drawnFace, folders, keyOf } from './photographs.ts';

const AT_ONCE = 4;
const views = ['missing', 'found'] as const;

async function keepFace(directory: string, face: number, view: SeedPhotograph['view']): Promise<PhotographFile> {
  const rendered = await renderPhotograph(await faceJpeg(face, view));
  if (isRefusal(rendered)) throw new Error(`face ${face} is no photograph: ${rendered.code}`);
  const { name, sha256 } = await keepPhotograph(directory, rendered);
  return { name, width: rendered.width, height: rendered.height, sha256: Buffer.from(sha256, 'hex') };
}

async function keepFaces(directory: string): Promise<Map<string, PhotographFile>> {
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

/** Draws and keeps the faces, and makes the folders for all photographs. */
export async function drawFaces(directory: string): Promise<Faces> {
  for (const one of folders)
    for (const other of folders) mkdirSync(join(directory, `${one}0`, `${other}0`), { recursive: true, mode: 0o700 });
  return keepFaces(directory);
}
