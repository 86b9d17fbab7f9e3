// Photograph files: both sizes come back, go away together, and no name reaches outside the folder.
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isPhotographName, keepPhotograph, readPhotograph, removePhotograph } from './store.ts';

const rendered = { full: Buffer.from('full size'), thumbnail: Buffer.from('small'), width: 10, height: 10 };
let root: string;
let directory: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'photographs-'));
  directory = join(root, 'kept');
});
afterEach(() => rm(root, { recursive: true }));

test('both sizes are read back and the hash is of the full size', async () => {
  const { name, sha256 } = await keepPhotograph(directory, rendered);
  expect(await readPhotograph(directory, name, 'full')).toEqual(rendered.full);
  expect(await readPhotograph(directory, name, 'thumbnail')).toEqual(rendered.thumbnail);
  expect(sha256).toBe('cbcf0c55c4490dd792b2df5af29b3540583ee224e1066c376a466fe14dbc0c40');
});

test('the same picture kept twice has two names', async () => {
  const [first, second] = [await keepPhotograph(directory, rendered), await keepPhotograph(directory, rendered)];
  expect(first.name).not.toBe(second.name);
});

test('nothing half-written is left beside them', async () => {
  await keepPhotograph(directory, rendered);
  const files = (await readdir(directory, { recursive: true })).filter((path) => path.includes('.'));
  expect(files.filter((path) => !path.endsWith('.jpg'))).toEqual([]);
  expect(files).toHaveLength(2);
});

test('removing takes both sizes and may be repeated', async () => {
  const { name } = await keepPhotograph(directory, rendered);
  await removePhotograph(directory, name);
  await removePhotograph(directory, name);
  expect(await readPhotograph(directory, name, 'full')).toBeUndefined();
  expect(await readPhotograph(directory, name, 'thumbnail')).toBeUndefined();
});

test.each(['', '../secret', '..', 'a/b', '0123456789abcdefghjkmnpqr', `${'0'.repeat(26)}\n`, 'A'.repeat(26), `../${'0'.repeat(23)}`])(
  'the name %j is not ours',
  async (name) => {
    await writeFile(join(root, 'secret.jpg'), 'must not be read');
    expect(isPhotographName(name)).toBe(false);
    expect(await readPhotograph(directory, name, 'full')).toBeUndefined();
    await removePhotograph(directory, name);
    expect(await readdir(root)).toContain('secret.jpg');
  },
);
