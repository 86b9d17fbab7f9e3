// Photographs of records: each is one more name of one of the drawn faces, which the portal keeps once each.
import { linkSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { SeedPhotograph } from '../children.ts';
import type { Random } from '../random.ts';
import { seededName } from './ids.ts';

/** Of the fifty faces of a sex and age band, so many are drawn: a few hundred files instead of eight hundred. */
const DRAWN = 10;
const PER_GROUP = 50;
/** Photographs of one nation; beyond it records go without, so that a million children do not fill a disk. */
const MOST = 20_000;
const PHOTOGRAPHS_PER_CHILD = 0.8; // as the stories ask for them
/** Last letters of the names, which are the folders: few folders, quickly made. */
export const folders = 'abcdefgh';

export type PhotographFile = { name: string; width: number; height: number; sha256: Uint8Array };
/** The drawn faces as kept files, by face and view. */
export type Faces = ReadonlyMap<string, PhotographFile>;
export type PhotographPool = {
  /** A new name for the face, or null where the nation's share of photographs leaves this record out. */
  take(photograph: SeedPhotograph, random: Random): PhotographFile | null;
};

/** Both sizes, where the portal looks for them. */
export function filesOf(directory: string, name: string): [full: string, thumbnail: string] {
  const folder = join(directory, name.slice(-2), name.slice(-4, -2));
  return [join(folder, `${name}.jpg`), join(folder, `${name}-320.jpg`)];
}

export const keyOf = (face: number, view: SeedPhotograph['view']): string => `${face} ${view}`;
export function newName(random: Random): string {
  return `${seededName(random).slice(0, -4)}${random.pick([...folders])}0${random.pick([...folders])}0`;
}

/** The drawn face that stands for this one. */
export const drawnFace = (face: number): number => face - (face % PER_GROUP) + ((face % PER_GROUP) % DRAWN);

/** A folder that served an earlier database has the name already: the same seed gives the same names. */
export function linkAnew(source: string, target: string): void {
  try {
    linkSync(source, target);
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== 'EEXIST') throw fault;
    rmSync(target);
    linkSync(source, target);
  }
}

/** Above the nation's most, each record has its chance of a photograph. */
export function photographsFrom(directory: string, faces: Faces, children: number): PhotographPool {
  const chance = Math.min(1, MOST / Math.max(1, children * PHOTOGRAPHS_PER_CHILD));
  return {
    take(photograph, random) {
      if (!random.chance(chance)) return null;
      const file = faces.get(keyOf(drawnFace(photograph.face), photograph.view))!;
      const name = newName(random);
      const targets = filesOf(directory, name);
      filesOf(directory, file.name).forEach((source, at) => linkAnew(source, targets[at]!));
      return { ...file, name };
    },
  };
}
