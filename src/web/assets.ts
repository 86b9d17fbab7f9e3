// Styles, scripts and fonts, built once when a door starts and kept in memory under names that change with their content.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { build } from 'esbuild';

export type AssetFile = { body: Buffer; contentType: string; brotli?: Buffer; gzip?: Buffer };
export type Assets = { styles: string; islands: string; files: Map<string, AssetFile> };

const here = import.meta.dirname;
const fontsRoot = join(here, '../../node_modules/@fontsource');

/** Script subsets, each with the code points that make a browser fetch it (Unicode block ranges). */
const fonts = [
  ['noto-sans', 'latin', 'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+2000-206F,U+20AC,U+20B9,U+2122,U+2190-2193,U+2212,U+25B2-25B3,U+2713'],
  ['noto-sans', 'latin-ext', 'U+0100-02BA,U+1E00-1EFF,U+20A0-20AB'],
  ['noto-sans-devanagari', 'devanagari', 'U+0900-097F,U+1CD0-1CF9,U+200C-200D,U+20B9,U+25CC,U+A830-A839,U+A8E0-A8FF'],
  ['noto-sans-bengali', 'bengali', 'U+0951-0952,U+0964-0965,U+0980-09FE,U+200C-200D,U+25CC'],
  ['noto-sans-gujarati', 'gujarati', 'U+0964-0965,U+0A80-0AFF,U+200C-200D,U+25CC'],
  ['noto-sans-gurmukhi', 'gurmukhi', 'U+0964-0965,U+0A01-0A76,U+200C-200D,U+25CC'],
  ['noto-sans-oriya', 'oriya', 'U+0964-0965,U+0B01-0B77,U+200C-200D,U+25CC'],
  ['noto-sans-tamil', 'tamil', 'U+0964-0965,U+0B82-0BFA,U+200C-200D,U+25CC'],
  ['noto-sans-telugu', 'telugu', 'U+0964-0965,U+0C00-0C7F,U+200C-200D,U+25CC'],
  ['noto-sans-kannada', 'kannada', 'U+0964-0965,U+0C80-0CF3,U+200C-200D,U+25CC'],
  ['noto-sans-malayalam', 'malayalam', 'U+0964-0965,U+0D00-0D7F,U+200C-200D,U+25CC'],
  ['noto-nastaliq-urdu', 'arabic', 'U+0600-06FF,U+0750-077F,U+08A0-08FF,U+200C-200E,U+2010-2011,U+FB50-FDFF,U+FE70-FEFC'],
] as const;

function named(files: Map<string, AssetFile>, name: string, extension: string, body: Buffer, contentType: string, compress: boolean): string {
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 12);
  const path = `/assets/${name}-${hash}.${extension}`;
  files.set(path, compress ? { body, contentType, brotli: brotliCompressSync(body), gzip: gzipSync(body) } : { body, contentType });
  return path;
}

/** One font face a script and weight; the browser fetches only those whose code points are on the page. */
function fontFaces(files: Map<string, AssetFile>): string {
  const faces: string[] = [];
  for (const [family, subset, range] of fonts) {
    for (const weight of [400, 600]) {
      const file = join(fontsRoot, family, 'files', `${family}-${subset}-${weight}-normal.woff2`);
      if (!existsSync(file)) continue;
      const path = named(files, `${family}-${subset}-${weight}`, 'woff2', readFileSync(file), 'font/woff2', false);
      const name = family === 'noto-nastaliq-urdu' ? 'Noto Nastaliq' : 'Noto';
      faces.push(`@font-face{font-family:"${name}";font-weight:${weight};font-display:swap;src:url(${path}) format("woff2");unicode-range:${range}}`);
    }
  }
  return faces.join('\n');
}

async function bundleStyles(door: 'citizen' | 'desk', faces: string): Promise<Buffer> {
  const sheets = readdirSync(join(here, 'styles')).filter((name) => name.endsWith('.css') && (door === 'desk' || !name.startsWith('desk-')));
  const contents = sheets.toSorted().map((name) => readFileSync(join(here, 'styles', name), 'utf8'));
  const result = await build({ stdin: { contents: [faces, ...contents].join('\n'), loader: 'css' }, minify: true, write: false });
  return Buffer.from(result.outputFiles[0]!.contents);
}

async function bundleIslands(door: 'citizen' | 'desk'): Promise<Buffer> {
  const result = await build({ entryPoints: [join(here, `islands/${door}.ts`)], bundle: true, minify: true, format: 'esm', target: 'es2020', write: false });
  return Buffer.from(result.outputFiles[0]!.contents);
}

/** Throws when a style or script does not build: a door must not open half dressed. */
export async function buildAssets(door: 'citizen' | 'desk'): Promise<Assets> {
  const files = new Map<string, AssetFile>();
  const styles = named(files, door, 'css', await bundleStyles(door, fontFaces(files)), 'text/css; charset=utf-8', true);
  const islands = named(files, door, 'js', await bundleIslands(door), 'text/javascript; charset=utf-8', true);
  return { styles, islands, files };
}
