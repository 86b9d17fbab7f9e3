// Styles, scripts and fonts, built once when a door starts and kept in memory under names that change with their content.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import type { Locale } from '../platform/i18n/index.ts';
import { fontFace, fontFaces } from './fonts.ts';
import type { PageAssets } from './view.ts';

/** Text is also kept compressed; fonts and pictures are as small as they get. */
export type AssetFile = { body: Buffer; contentType: string; brotli?: Buffer; gzip?: Buffer };
/** What pages link to, and every file by its path under /assets/. */
export type Assets = PageAssets & { files: Map<string, AssetFile> };

const here = import.meta.dirname;
const contentTypes: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.woff2': 'font/woff2',
};

/** Keeps one file and returns its path, which holds a hash of the content: the file may be cached for ever. */
function keep(files: Map<string, AssetFile>, name: string, body: Buffer): string {
  const extension = extname(name);
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 12);
  const path = `/assets/${basename(name, extension)}-${hash}${extension}`;
  const file = { body, contentType: contentTypes[extension]! };
  files.set(path, extension === '.woff2' ? file : { ...file, brotli: brotliCompressSync(body), gzip: gzipSync(body) });
  return path;
}

async function bundle(entry: string, after = ''): Promise<Buffer> {
  const loader = extname(entry) === '.css' ? ('css' as const) : ('ts' as const);
  const contents = `${readFileSync(join(here, entry), 'utf8')}\n${after}`; // styles import their parts, and imports come first
  const result = await build({
    stdin: { contents, loader, resolveDir: join(here, entry, '..'), sourcefile: basename(entry) },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2020',
    external: ['/assets/*'],
  });
  return Buffer.from(result.outputFiles[0]!.contents);
}

/** The service worker of the desk. It is served under one name for ever: a browser asks there for a newer one. */
export function buildPushWorker(): Promise<Buffer> {
  return bundle('islands/push-worker.ts');
}

/** Throws when a style or script does not build: a door must not open half dressed. */
export async function buildAssets(door: 'citizen' | 'desk'): Promise<Assets> {
  const files = new Map<string, AssetFile>();
  const faces = fontFaces.map((face) => ({ ...face, url: keep(files, face.file, readFileSync(face.path)) }));
  const styles = keep(files, `${door}.css`, await bundle(`styles/${door}.css`, faces.map((face) => fontFace(face, face.url)).join('\n')));
  const islands = keep(files, `${door}.js`, await bundle(`islands/${door}.ts`));
  const icon = keep(files, 'mark.svg', readFileSync(join(here, 'styles/mark.svg')));
  const early = (locale: Locale) => faces.filter((face) => face.weight === 400 && face.early.includes(locale)).map((face) => face.url);
  return { styles, islands, icon, fonts: { en: early('en'), hi: early('hi') }, files };
}
