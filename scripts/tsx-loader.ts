// Lets Node run our .tsx pages: Node strips types from .ts by itself but refuses JSX, so those files pass through esbuild. What was made once is
// kept beside the packages it was made by, under a digest of all that went into it, and taken from there: four doors start in half the time.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire, enableCompileCache, registerHooks } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TransformOptions } from 'esbuild';

const kept = join(import.meta.dirname, '../node_modules/.cache/vatsalya');
const load = createRequire(import.meta.url);
const options: TransformOptions = {
  loader: 'tsx',
  format: 'esm',
  target: 'node24',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  sourcemap: 'inline',
};
const maker = JSON.stringify([(load('esbuild/package.json') as { version: string }).version, options]);

function transform(file: string): string {
  const source = readFileSync(file, 'utf8');
  const keptFile = join(kept, `${createHash('sha256').update(`${maker}\n${file}\n${source}`).digest('hex')}.js`);
  try {
    return readFileSync(keptFile, 'utf8');
  } catch {
    const { transformSync } = load('esbuild') as typeof import('esbuild');
    const { code } = transformSync(source, { ...options, sourcefile: file });
    keep(keptFile, code);
    return code;
  }
}

/** Whole or not at all, however many doors make it at once. Where nothing may be written, it is made anew each time. */
function keep(file: string, code: string): void {
  try {
    mkdirSync(kept, { recursive: true });
    const unfinished = `${file}.${process.pid}`;
    writeFileSync(unfinished, code);
    renameSync(unfinished, file);
  } catch {
    // read-only: nothing is lost but time
  }
}

enableCompileCache(join(kept, 'compiled'));
registerHooks({
  load(url, context, nextLoad) {
    if (!url.endsWith('.tsx')) return nextLoad(url, context);
    return { format: 'module', source: transform(fileURLToPath(url)), shortCircuit: true };
  },
});
