// Writes an invented nation as files to test a matcher on: missing.tsv, found.tsv and truth.tsv. The same seed, size and noise give the same files.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { foundColumns, indianRegisters, missingColumns } from '../bench/matching/indian-registers.ts';
import type { NoiseLevel } from '../seed/names/noise.ts';

const { values: options } = parseArgs({
  options: {
    children: { type: 'string', default: '60000' },
    seed: { type: 'string', default: 'open benchmark' },
    noise: { type: 'string' },
    out: { type: 'string', default: './nation-files' },
  },
});

const levels = ['low', 'middle', 'high'];
const children = Number(options.children);

function wrong(): string | null {
  if (!Number.isInteger(children) || children < 1) return `--children must be a whole number above 0, not "${options.children}"`;
  if (options.noise !== undefined && !levels.includes(options.noise))
    return `--noise must be ${levels.join(', ')}; left out, the levels are mixed`;
  return null;
}

const mistake = wrong();
if (mistake) {
  process.stderr.write(`${mistake}\n`);
  process.exitCode = 2;
} else {
  const { left, right, truth } = indianRegisters(options.seed, children, options.noise as NoiseLevel | undefined);
  mkdirSync(options.out, { recursive: true });
  const write = (name: string, header: readonly string[], rows: Iterable<readonly string[]>): void =>
    writeFileSync(join(options.out, name), `${[header, ...rows].map((row) => row.join('\t')).join('\n')}\n`);
  write('missing.tsv', missingColumns, left);
  write('found.tsv', foundColumns, right);
  write(
    'truth.tsv',
    ['id_left', 'id_right'],
    [...truth].map((pair) => pair.split('\t')),
  );
  process.stdout.write(`${left.length} missing, ${right.length} found, ${truth.size} true pairs in ${options.out}\n`);
}
