// The published contract as files, read once when the door opens: nothing else is ever served by these addresses.
import { readFileSync, readdirSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';

const folder = join(import.meta.dirname, '../../../contract/v1');
const types: Readonly<Record<string, string>> = {
  '.json': 'application/json',
  '.xml': 'application/xml',
  '.xsd': 'application/xml',
  '.tsv': 'text/tab-separated-values; charset=utf-8',
  '.sh': 'text/plain; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.ndjson': 'application/x-ndjson',
};

export type PublishedFile = { body: Buffer; type: string };

/** By path under `contract/v1`, with `/` between folders on every machine. */
export function publishedFiles(): ReadonlyMap<string, PublishedFile> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    files.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [
        relative(folder, path).split(sep).join('/'),
        { body: readFileSync(path), type: types[extname(path)] ?? 'text/plain; charset=utf-8' },
      ];
    }),
  );
}
