// A pool of drawn faces, kept once as the portal keeps photographs; each photograph of a record is one more name of a pool file.
import { linkSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isRefusal } from '../../src/kernel/refusal.ts';
import { keepPhotograph, renderPhotograph } from '../../src/platform/photographs/index.ts';
import type { SeedPhotograph } from '../children.ts';
import { faceCount, faceJpeg } from '../faces.ts';
import type { Random } from '../random.ts';
import { seededName } from './ids.ts';

/** Of the fifty faces of a sex and age band, so many are drawn: a few hundred files instead of eight hundred. */
const DRAWN = 10;
const PER_GROUP = 50;
/** Photographs of one nation; beyond it records go without, so that a million children do not fill a disk. */
const MOST = 20_000;
/** Last letters of the names, which are the folders: few folders, quickly made. */
const folders = 'abcdefgh';
const AT_ONCE = 4;

export type PhotographFile = { name: string; width: number; height: number; sha256: Uint8Array };
export type PhotographPool = {
  /** A new name for the face, or null where the nation's share of photographs leaves this record out. */
  take(photograph: SeedPhotograph, random: Random): PhotographFile | null;
};

function filesOf(directory: string, name: string): string[] {
  const folder = join(directory, name.slice(-2), name.slice(-4, -2));
  return [join(folder, `${name}.jpg`), join(folder, `${name}-320.jpg`)];
}

const views = ['missing', 'found'] as const;
const keyOf = (face: number, view: SeedPhotograph['view']): string => `${face} ${view}`;
const drawnFace = (face: number): number => face - (face % PER_GROUP) + ((face % PER_GROUP) % DRAWN);

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

/** A folder that served an earlier database has the name already: the same seed gives the same names. */
function linkAnew(source: string, target: string): void {
  try {
    linkSync(source, target);
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== 'EEXIST') throw fault;
    rmSync(target);
    linkSync(source, target);
  }
}

/** `expected`: photographs the stories will ask for; above the nation's most, each record has its chance. */
export async function fillPool(directory: string, expected: number): Promise<PhotographPool> {
  const kept = await keepFaces(directory);
  for (const one of folders)
    for (const other of folders) mkdirSync(join(directory, `${one}0`, `${other}0`), { recursive: true, mode: 0o700 });
  const chance = Math.min(1, MOST / Math.max(1, expected));
  return {
    take(photograph, random) {
      if (!random.chance(chance)) return null;
      const file = kept.get(keyOf(drawnFace(photograph.face), photograph.view))!;
      const name = `${seededName(random).slice(0, -4)}${random.pick([...folders])}0${random.pick([...folders])}0`;
      const targets = filesOf(directory, name);
      filesOf(directory, file.name).forEach((source, at) => linkAnew(source, targets[at]!));
      return { ...file, name };
    },
  };
}
