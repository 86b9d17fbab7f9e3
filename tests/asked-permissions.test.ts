// Pages offer a way only to who may go it: each permission they ask about is one that somebody can have, so that no way is offered to nobody.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { deskPages } from '../src/web/layout/desk-pages.ts';
import { permissions } from '../src/modules/officers/permissions.ts';

const source = join(import.meta.dirname, '../src');
const pages = readdirSync(source, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.includes('.test.'))
  .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
  .join('\n');

const asked = (text: string): string[] => [...text.matchAll(/\b(?:view\.may\(|needs: )'([\w.]+)'/g)].map(([, permission]) => permission!);
const unknown = (text: string): string[] => asked(text).filter((permission) => !(permissions as readonly string[]).includes(permission));

test('a permission a page asks about is in the table of who may do what', () => {
  expect(asked(pages).length).toBeGreaterThan(10);
  expect(unknown(pages)).toEqual([]);
  expect(unknown("view.may('quarantine.look')")).toEqual(['quarantine.look']);
});

test('so is what opens each first page of the desk', () => {
  expect(deskPages.flatMap(({ needs }) => needs).filter((one) => !(permissions as readonly string[]).includes(one))).toEqual([]);
});
