// What goes between the thread that loads the nation and those that tell it: who tells which stories, and a block of them as rows.
import type { Day } from '../../src/kernel/time.ts';
import type { Faces } from '../write/photographs.ts';
import type { TruePair } from '../write/story-rows.ts';
import type { Table } from '../write/tables.ts';

/** Stories of one block; blocks go round among the tellers. */
export const BLOCK = 500;

/** Of `tellers` tellers, number `teller` (from 0) tells every so-manieth block. */
export type Assignment = {
  seed: string;
  count: number;
  today: Day;
  secret: string;
  photographs: string;
  faces: Faces;
  officerIds: ReadonlyMap<string, string>;
  teller: number;
  tellers: number;
};

export type Told = { stories: number; rows: number; texts: [table: Table, bytes: Uint8Array][]; pairs: TruePair[] };
