// One teller or three: the same nation, byte for byte, down to the last reference number.
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { Day } from '../../src/kernel/time.ts';
import { faceCount } from '../faces.ts';
import { type Faces, folders, keyOf } from '../write/photographs.ts';
import { hireStaff } from '../write/world.ts';
import { tellStories } from './index.ts';

const directory = mkdtempSync(join(tmpdir(), 'vatsalya-telling-'));
afterAll(() => rmSync(directory, { recursive: true }));

/** Every face is the same file. */
function oneFace(): Faces {
  for (const one of folders) for (const other of folders) mkdirSync(join(directory, `${one}0`, `${other}0`), { recursive: true });
  for (const size of ['', '-320']) writeFileSync(join(directory, 'a0', 'a0', `facea0a0${size}.jpg`), 'a face');
  const file = { name: 'facea0a0', width: 200, height: 240, sha256: new Uint8Array(32) };
  const all = Array.from({ length: faceCount }, (_, face) => face);
  return new Map(all.flatMap((face) => [keyOf(face, 'missing'), keyOf(face, 'found')].map((key) => [key, file] as const)));
}

const today = '2026-11-24' as Day;
const { officerIds } = hireStaff('test', today);
const faces = oneFace();

const sealed: ReadonlySet<string> = new Set(['complaint', 'care_plan', 'care_need', 'care_progress', 'care_arrangement', 'care_approval']);

/** A digest of each table but those with something sealed in them, which is sealed anew each time: of these, how many bytes. */
async function told(seed: string, threads: number): Promise<Record<string, string>> {
  const about = { seed, count: 1_100, today, secret: 'a secret of this test, long enough', photographs: directory, faces, officerIds };
  const digests: Record<string, ReturnType<typeof createHash>> = {};
  let stories = 0;
  for await (const block of tellStories(about, threads)) {
    stories += block.stories;
    for (const [table, bytes] of block.texts)
      (digests[table] ??= createHash('sha256')).update(sealed.has(table) ? String(bytes.length) : bytes);
  }
  expect(stories).toBe(about.count);
  for (const table of sealed) expect(digests[table]).toBeDefined();
  return Object.fromEntries(Object.entries(digests).map(([table, digest]) => [table, digest.digest('hex')]));
}

test('three tellers write what one writes; another seed is noticed', async () => {
  const alone = await told('test', 1);
  expect(Object.keys(alone)).toContain('reference_serial');
  expect(await told('test', 3)).toEqual(alone);
  expect((await told('another', 1)).record).not.toBe(alone.record);
}, 180_000);
