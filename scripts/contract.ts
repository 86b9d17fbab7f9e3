// Writes contract/v1, the published contract of the FIR exchange: the schemas, the description of the door, the conformance messages; and the tables of docs/exchange.md.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { contractFiles } from './contract/files.ts';
import { withTables } from './contract/page.ts';

const folder = join(import.meta.dirname, '../contract/v1');
const files = contractFiles();
rmSync(join(folder, 'conformance'), { recursive: true, force: true });
for (const [path, content] of files) {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}
const page = join(import.meta.dirname, '../docs/exchange.md');
writeFileSync(page, withTables(readFileSync(page, 'utf8')));
console.log(`contract/v1: ${files.size} files; docs/exchange.md: its tables`);
