// The house's walls: who may import whom, how large a file may grow, which names and calls are banned, where SQL may stand.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');
const MOST_LINES = 300;

/** Rank of each module: a module imports only lower ranks, through index.ts. */
const ranks: Record<string, number> = {
  places: 0, officers: 0, citizens: 0, diary: 0, journals: 0,
  children: 1, notices: 1, intimations: 1, alerts: 1, 'nodal-officers': 1, directives: 1, calendars: 1,
  'missing-reports': 2, 'found-children': 2, sightings: 2, unsealing: 2,
  matching: 3, 'contact-bars': 3, 'fir-exchange': 3, cwc: 3, institutions: 3,
  'care-plans': 4, 'family-care': 4, checks: 4, obligations: 4, timeliness: 4,
  returns: 5, jjb: 5, reports: 5, drives: 5,
}; // prettier-ignore
/** The order inside a rank: officers sit in places; a notice and an alert are of a child's record; a directive may be the duty to fill a post. */
const within: Record<string, string[]> = {
  officers: ['places'],
  notices: ['children', 'intimations'],
  alerts: ['children', 'intimations'],
  directives: ['nodal-officers', 'intimations'],
};

/** Outer layers and what each may import. */
const layers: Record<string, string[]> = {
  kernel: [],
  law: ['kernel'],
  platform: ['kernel'],
  web: ['kernel', 'platform'],
  modules: ['kernel', 'law', 'platform', 'web', 'modules'],
  linking: ['kernel'],
  apps: ['kernel', 'law', 'platform', 'web', 'modules', 'apps'],
};

export type SourceFile = { path: string; text: string };

function filesUnder(folder: string): SourceFile[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path: relative(root, path), text: readFileSync(path, 'utf8') }));
}

function importsOf(file: SourceFile): string[] {
  return [...file.text.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map((match) =>
    relative(root, resolve(root, dirname(file.path), match[1]!)),
  );
}

const isTest = (file: SourceFile) => /\.test\.tsx?$/.test(file.path);
const layerOf = (path: string) => (path.startsWith('src/') ? path.split('/')[1]! : path.split('/')[0]!);
const moduleOf = (path: string) => (path.startsWith('src/modules/') ? path.split('/')[2]! : null);

export function wrongImports(file: SourceFile): string[] {
  const from = layerOf(file.path);
  const fromModule = moduleOf(file.path);
  return importsOf(file).filter((target) => {
    if (!target.startsWith('src/')) return !isTest(file) && from !== 'apps';
    const to = layerOf(target);
    if (to !== from && !layers[from]?.includes(to)) return true;
    const toModule = moduleOf(target);
    if (!toModule || !fromModule || toModule === fromModule) return Boolean(toModule && !fromModule && from !== 'apps');
    if (!target.endsWith(`src/modules/${toModule}/index.ts`)) return true;
    const lower = (ranks[toModule] ?? 99) < (ranks[fromModule] ?? -1);
    return !lower && !within[fromModule]?.includes(toModule);
  });
}

export function bannedCalls(file: SourceFile): string[] {
  const found: string[] = [];
  if (file.path !== 'src/kernel/time.ts' && /\bnew Date\(|\bDate\.now\(/.test(file.text))
    found.push('asks the machine for the time outside kernel/time.ts');
  if (/\bconsole\./.test(file.text)) found.push('console instead of the log');
  if (/\bsql`|sql<.*>`/.test(file.text) && !maySpeakSql(file.path)) found.push('SQL outside a store');
  if (/^export default/m.test(file.text)) found.push('default export');
  if (/\bstyle=/.test(file.text) && file.path.endsWith('.tsx')) found.push('inline style (the content policy forbids it)');
  return found;
}

/** SQL stands in stores and in the few files that are one statement each; never in pages, forms or pure rules. */
function maySpeakSql(path: string): boolean {
  const name = path.split('/').at(-1)!;
  if (path.startsWith('src/platform/')) return true;
  return /(^|-)store\.ts$/.test(name) || ['search.ts', 'photographs.ts', 'listening.ts', 'sessions.ts'].includes(name);
}

const sources = filesUnder('src');
const production = sources.filter((file) => !isTest(file));

describe('imports', () => {
  it.each(production.map((file) => [file.path, file] as const))('%s imports only what it may', (_, file) => {
    expect(wrongImports(file)).toEqual([]);
  });

  it('would notice a module that reaches up or past a door', () => {
    const up = { path: 'src/modules/missing-reports/actions.ts', text: "import { x } from '../matching/index.ts';" };
    const past = { path: 'src/modules/matching/store.ts', text: "import { x } from '../children/store.ts';" };
    const outward = { path: 'src/kernel/ids.ts', text: "import { x } from '../platform/log.ts';" };
    expect([up, past, outward].map((file) => wrongImports(file).length)).toEqual([1, 1, 1]);
  });
});

describe('files', () => {
  it.each(production.map((file) => [file.path, file] as const))('%s keeps the house rules', (_, file) => {
    expect(bannedCalls(file)).toEqual([]);
    expect(file.text.split('\n').length).toBeLessThanOrEqual(MOST_LINES);
    expect(file.text.startsWith('//') || file.text.startsWith('#!')).toBe(true);
  });

  it('hide no concept behind a vague name', () => {
    expect(sources.filter((file) => /(^|\/)(utils?|common|helpers?|shared|misc)(\/|\.)/.test(file.path)).map((file) => file.path)).toEqual(
      [],
    );
  });

  it('would notice a clock read, stray SQL and an inline style', () => {
    const bad = {
      path: 'src/modules/children/pages/card.tsx',
      text: 'const x = sql`select 1`; const now = new Date(); <p style="color:red" />',
    };
    expect(bannedCalls(bad)).toHaveLength(3);
  });
});

/** What a program loads as it runs, beginning with its own files: types are stripped away and load nothing. */
function loadedBy(files: readonly SourceFile[]): { loads: Set<string>; reads: string[] } {
  const loads = new Set(files.map(({ path }) => path));
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  for (const path of loads) {
    const text = texts.get(path) ?? readFileSync(join(root, path), 'utf8');
    texts.set(path, text);
    for (const target of importsOf({ path, text: text.replace(/^(?:import|export) type [^;]+;/gm, '') })) loads.add(target);
  }
  const reads = files.flatMap(({ text }) => [...text.matchAll(/'\.\.\/(?!seed\/)([^']+)'/g)].map((match) => match[1]!));
  return { loads, reads };
}

const outsideTheContract = (files: readonly SourceFile[]): string[] => {
  const { loads, reads } = loadedBy(files);
  const strange = [...loads].filter((path) => !path.startsWith('reference-node/') && !path.startsWith('seed/'));
  return [...strange, ...reads.filter((path) => /^(src|scripts|migrations|tests|bench)\//.test(path))];
};

describe('the reference node', () => {
  const files = filesUnder('reference-node').filter((file) => !isTest(file));

  it('shares nothing with the portal: it loads its own files and the invented nation, and reads the published contract', () => {
    expect(files.length).toBeGreaterThan(5);
    expect(outsideTheContract(files)).toEqual([]);
    for (const { text } of files)
      expect([...text.matchAll(/from '([^.'][^']*)'/g)].every((match) => match[1]!.startsWith('node:'))).toBe(true);
  });

  it.each(files.map((file) => [file.path, file] as const))('%s keeps the house rules', (_, file) => {
    expect(file.text.split('\n').length).toBeLessThanOrEqual(MOST_LINES);
    expect(file.text.startsWith('//')).toBe(true);
  });

  it('would notice a way into the portal, also through the nation', () => {
    const direct = { path: 'reference-node/x.ts', text: "import { placeOf } from '../src/modules/fir-exchange/digests/tree.ts';" };
    const around = { path: 'reference-node/x.ts', text: "import { drawChild } from '../seed/children/child.ts';" };
    const typed = { path: 'reference-node/x.ts', text: "import type { SeedOffice } from '../seed/offices.ts';" };
    expect(outsideTheContract([direct])).toContain('src/modules/fir-exchange/digests/tree.ts');
    expect(outsideTheContract([around])).toContain('src/kernel/time.ts');
    expect(outsideTheContract([typed])).toEqual([]);
  });
});
