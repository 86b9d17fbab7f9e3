// `match link` as an outsider runs it: the real command on files, good and bad; interrupted and run again; with one thread and with two.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { seededRandom } from '../../seed/random.ts';

vi.setConfig({ testTimeout: 300_000 }); // whole programs, on a machine that may be busy

const folder = mkdtempSync(join(tmpdir(), 'link-files-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string): string => join(folder, name);
const root = join(import.meta.dirname, '../..');
const command = ['--import', './scripts/tsx-loader.ts', 'scripts/match.ts', 'link'];

function link(...args: string[]): { status: number | null; said: string } {
  const { status, stderr } = spawnSync(process.execPath, [...command, ...args], { cwd: root, encoding: 'utf8', timeout: 250_000 });
  return { status, said: stderr };
}

function linkFile(content: string | Buffer, ...args: string[]): { status: number | null; said: string; pairs: string[][] } {
  writeFileSync(file('in.csv'), content);
  const ran = link('--left', file('in.csv'), '--out', file('out.tsv'), ...args);
  const pairs = ran.status === 0 ? readFileSync(file('out.tsv'), 'utf8').trim().split('\n').slice(1) : [];
  return { ...ran, pairs: pairs.map((line) => line.split('\t')) };
}

const sounds = 'ba be bi do ga ka ki la li ma mi na ni pa pu ra ri sa su ta ti va'.split(' ');
function people(count: number): string[][] {
  return Array.from({ length: count }, (_, of) => {
    const random = seededRandom('files', of);
    const word = (): string => random.pick(sounds) + random.pick(sounds) + random.pick(sounds);
    return [
      `${of}`,
      `${word()} ${word()}`,
      word(),
      `19${random.integer(50, 99)}-${random.integer(10, 12)}-${random.integer(10, 28)}`,
      word(),
    ];
  });
}
const header = 'id,name,father,dob,village';
const csv = (rows: readonly string[][]): string => [header, ...rows.map((row) => row.join(','))].join('\n');
const few = people(300);
const doubled = csv([...few, ...few.map(([id, ...rest]) => [`copy ${id}`, ...rest])]);
const sure = (pairs: readonly string[][]): number => pairs.filter(([, , p]) => Number(p) >= 0.5).length;

describe('files that people really have', () => {
  it.each([
    ['UTF-8', Buffer.from(doubled)],
    ['UTF-8 with a mark of byte order', Buffer.from(`\uFEFF${doubled}`)],
    ['UTF-16', Buffer.from(`\uFEFF${doubled}`, 'utf16le')],
    ['Western one-byte letters', Buffer.from(doubled.replaceAll('ba', 'bà'), 'latin1')],
    ['ragged rows', Buffer.from(`${doubled}\nx\ny,,,,,,,,,,more,than,there,is\n\n`)],
    ['NUL bytes, emoji, turned letters and a field of 10,000 letters', Buffer.from(`${doubled}\nx,a\0b\0,🙂,\u202E,${'x'.repeat(10_000)}\ny,"a ""b"" c",🙂,,\n`)], // prettier-ignore
    ['impossible dates and ages', Buffer.from(`${doubled}\nx,Zed,Zed,9999-99-99,\ny,Zed,Zed,0000-00-00,\nz,Zed,Zed,31/31/31,`)],
  ])('%s', (_, content) => {
    const { status, pairs } = linkFile(content);
    expect(status).toBe(0);
    expect(sure(pairs)).toBeGreaterThanOrEqual(300);
    expect(sure(pairs)).toBeLessThan(310);
  });

  it('ages 0 and 40, and twins, of which nothing tells which is which', () => {
    const { status, pairs } = linkFile('id,name,age,sex\na,Baby,0,m\nb,Baby,0,m\nc,Mohan,40,m\nd,Baby,40,m\n');
    // The two that are alike in every column may be one; nobody else, and nothing is sure.
    expect([status, pairs.filter(([, , p]) => Number(p) >= 0.5).map(([one, other]) => [one, other])]).toEqual([0, [['a', 'b']]]);
    expect(Number(pairs[0]![2])).toBeLessThan(0.9);
  });

  it('fifty thousand rows of “Baby” end soon, with no pair', () => {
    const { status, pairs } = linkFile(`id,name,father\n${Array.from({ length: 50_000 }, (_, at) => `${at},Baby,`).join('\n')}`);
    expect([status, sure(pairs)]).toEqual([0, 0]);
  });

  it('rows that say nothing at all are nobody’s copies', () => {
    const { status, pairs } = linkFile(`${header}\n${Array.from({ length: 2000 }, (_, at) => `${at},,,,`).join('\n')}`);
    expect([status, pairs.length]).toEqual([0, 0]);
  });
});

describe('files that cannot be read are refused in one line', () => {
  it.each([
    ['an empty file', '', 'is empty'],
    ['a header and no rows', `${header}\n`, 'has a header but no rows'],
    ['an id that stands twice', `${header}\n1,A,B,,\n1,C,D,,`, 'stands twice'],
    ['a column twice', 'id,name,name\n1,A,B', 'two columns called "name"'],
    ['nothing that can be compared', 'id,colour\n1,red\n2,blue', 'no column was recognised as a name'],
    ['a quote that never ends', `${header}\n1,"${'A,\n'.repeat(2_000_000)}`, 'cannot be read as a table'],
    ['a file that is no text', Buffer.alloc(5000), 'no text'],
    ['UTF-16 the other way round', Buffer.from(`\uFEFF${doubled}`, 'utf16le').swap16(), 'save it as UTF-8'],
  ])('%s', (_, content, words) => {
    const { status, said } = linkFile(content);
    expect(status).toBe(2);
    expect(said).toContain(words);
    expect(said).not.toContain('    at ');
  });

  it('a mapping to a column that is not there', () => {
    writeFileSync(file('m.json'), JSON.stringify({ columns: { nom: 'name' } }));
    const { status, said } = linkFile(doubled, '--mapping', file('m.json'));
    expect([status, said.includes('has no column "nom"; its columns are: id, name')]).toEqual([2, true]);
  });

  it('a file without a name, with a mapping to begin from', () => {
    const { status, said } = linkFile('no,xx,yy\n1,a,b\n2,c,d\n');
    expect(status).toBe(2);
    expect(said).toContain('no column was recognised as a name');
    expect(said).toContain('{"columns":{"no":"name","xx":"father","yy":"age"}}');
    expect(said).not.toContain('    at ');
  });

  it('one column in common is linked with a warning, and the progress ends at 100', () => {
    const { status, said } = linkFile('id,name\n1,Rani Das\n2,Rani Das\n');
    expect([status, said.includes('WARNING: only name can be compared'), said.includes('100 % ')]).toEqual([0, true, true]);
  });

  it('five gigabytes, without reading them', () => {
    writeFileSync(file('large.csv'), doubled);
    truncateSync(file('large.csv'), 5 * 1024 ** 3);
    const { status, said } = link('--left', file('large.csv'), '--out', file('out.tsv'));
    rmSync(file('large.csv'));
    expect(status).toBe(2);
    expect(said).toMatch(/is 5\.0 GB; at most [\d.]+ GB can be read.*--max-old-space-size/);
  });
});

describe('a long run', () => {
  const many = people(1900);
  writeFileSync(file('left.csv'), csv(many));
  writeFileSync(
    file('right.csv'),
    csv(many.slice(800).map(([id, name, ...rest], at) => [`r${id}`, at % 3 ? name! : name!.replace('a', 'o'), ...rest])),
  );
  const run = ['--left', file('left.csv'), '--right', file('right.csv'), '--save-every', '0'];
  const alone = (): string => {
    expect(link(...run, '--out', file('alone.tsv'), '--threads', '1').status).toBe(0);
    return readFileSync(file('alone.tsv'), 'utf8');
  };

  it('writes the same file with one thread and with three', () => {
    expect(link(...run, '--out', file('three.tsv'), '--threads', '3').status).toBe(0);
    expect(readFileSync(file('three.tsv'), 'utf8')).toBe(alone());
    expect(existsSync(file('three.tsv.unfinished'))).toBe(false);
  });

  it('killed in the middle, goes on where it was and writes the same file', async () => {
    const killed = spawn(process.execPath, [...command, ...run, '--out', file('killed.tsv'), '--threads', '2'], { cwd: root });
    const ended = new Promise((resolve) => killed.once('exit', (_, signal) => resolve(signal)));
    let families = 0;
    killed.stderr.on('data', (said: Buffer) => {
      families += said.toString().split(' % ').length - 1;
      if (families >= 5) killed.kill('SIGKILL');
    });
    expect(await ended).toBe('SIGKILL');
    expect([existsSync(file('killed.tsv')), existsSync(file('killed.tsv.unfinished'))]).toEqual([false, true]);
    const again = link(...run, '--out', file('killed.tsv'), '--threads', '3');
    expect([again.status, again.said.includes('going on where an earlier run was interrupted')]).toEqual([0, true]);
    expect(readFileSync(file('killed.tsv'), 'utf8')).toBe(alone());
    expect(existsSync(file('killed.tsv.unfinished'))).toBe(false);
  });
});
