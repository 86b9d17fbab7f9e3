// Where the commands write: checked first, written whole or not at all, and nothing of anybody else's is erased.
import { linkSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { harmless, rowWriter } from '../../scripts/match/cells.ts';
import { checkJournal, openJournal } from '../../scripts/match/journal.ts';
import { Mistake } from '../../scripts/match/mistake.ts';
import { checkOutputs, writeLines } from '../../scripts/match/outputs.ts';
import { plain } from '../../scripts/match/say.ts';

const folder = mkdtempSync(join(tmpdir(), 'outputs-'));
afterAll(() => rmSync(folder, { recursive: true }));
let place: string;
let count = 0;
beforeEach(() => {
  place = join(folder, String(count++));
  mkdirSync(place);
});
const at = (name: string): string => join(place, name);

describe('checkOutputs', () => {
  it('lets a new file, an old one, and what is no file be written', () => {
    writeFileSync(at('old'), 'old');
    checkOutputs({ '--out': at('new'), '--review': at('old'), '--clusters': '/dev/null' }, { '--left': at('left') });
    expect(readdirSync(place)).toEqual(['old']); // nothing is left of the trial
    expect(readFileSync(at('old'), 'utf8')).toBe('old');
  });

  it.each([
    ['a folder that is not there', () => ({ '--out': at('no/where.tsv') }), 'there is no folder'],
    ['a file taken for a folder', () => ({ '--out': at('left/where.tsv') }), 'is not a folder'],
    ['a folder', () => ({ '--out': place }), 'name a file in it'],
    ['a folder to be', () => ({ '--out': `${at('new')}/` }), 'name a file in it'],
    ['no name', () => ({ '--out': '' }), 'is empty'],
    ['a name too long', () => ({ '--out': at('x'.repeat(300)) }), 'ENAMETOOLONG'],
    ['where nobody may write', () => ({ '--out': '/proc/x.tsv' }), 'cannot be written'],
    ['an input', () => ({ '--out': at('left') }), 'is --left as well'],
    ['an input by a link', () => ({ '--out': at('link') }), 'is --left as well'],
    ['an input by its other name', () => ({ '--out': at('hard') }), 'is --left as well'],
    ['an input the long way round', () => ({ '--out': at('../' + String(count - 1) + '/left') }), 'is --left as well'],
    ['another output', () => ({ '--out': at('new'), '--review': at('./new') }), 'is --out as well'],
  ])('refuses %s', (_, outputs, says) => {
    writeFileSync(at('left'), 'read');
    symlinkSync(at('left'), at('link'));
    linkSync(at('left'), at('hard'));
    const check = () => checkOutputs(outputs(), { '--left': at('left') });
    expect(check).toThrow(says);
    expect(check).toThrow(Mistake);
    expect(readFileSync(at('left'), 'utf8')).toBe('read');
  });
});

describe('writeLines', () => {
  async function* failing(): AsyncGenerator<string> {
    yield 'x'.repeat(100_000);
    expect(readFileSync(at('out'), 'utf8')).toBe('before');
    throw new Mistake('the eighth query is wrong');
  }

  it('puts the whole file there, also through a link', async () => {
    symlinkSync(at('out'), at('link'));
    writeFileSync(at('out'), 'before');
    await writeLines(at('link'), ['a', 'b']);
    expect(readFileSync(at('out'), 'utf8')).toBe('a\nb\n');
    expect(readdirSync(place).toSorted()).toEqual(['link', 'out']);
  });

  it('leaves what was there, and nothing else, if the work fails half way', async () => {
    writeFileSync(at('out'), 'before');
    await expect(writeLines(at('out'), failing())).rejects.toThrow('the eighth query');
    expect([readFileSync(at('out'), 'utf8'), readdirSync(place)]).toEqual(['before', ['out']]);
  });

  it('tells a full disk in words', async () => {
    await expect(writeLines('/dev/full', ['x'])).rejects.toThrow('/dev/full: cannot be written (ENOSPC)');
    await expect(writeLines('/dev/full', ['x'])).rejects.toBeInstanceOf(Mistake);
  });
});

describe('what an interrupted run keeps', () => {
  const pairs = { one: new Uint32Array([1]), other: new Uint32Array([2]), bits: new Float32Array([3]), shared: new Float32Array([0]) };

  it('is found again, thrown away for other files, and gone when the run ends', () => {
    openJournal(at('j'), 'these').save([], pairs);
    expect(openJournal(at('j'), 'these').kept.pairs).toEqual(pairs);
    const others = openJournal(at('j'), 'others');
    expect(others.kept.pairs).toBe(null);
    others.save([], pairs);
    others.close();
    expect(existsSync(at('j'))).toBe(false);
  });

  it.each([
    ['a file', () => writeFileSync(at('j'), 'mine')],
    ['a folder of somebody', () => (mkdirSync(at('j')), writeFileSync(at('j/thesis.doc'), 'mine'))],
    ['a folder that looks like one', () => (mkdirSync(at('j')), writeFileSync(at('j/state.json'), '{}'))],
    ['ours, with something of somebody in it', () => (openJournal(at('j'), 'a').save([], pairs), writeFileSync(at('j/mine'), 'mine'))],
    ['a link to a folder', () => (mkdirSync(at('k')), symlinkSync(at('k'), at('j')))],
  ])('%s in its place is refused and not touched', (_, make) => {
    make();
    const before = readdirSync(place, { recursive: true });
    expect(() => checkJournal(at('j'))).toThrow(Mistake);
    expect(() => openJournal(at('j'), 'a')).toThrow('move it away');
    expect(readdirSync(place, { recursive: true })).toEqual(before);
  });
});

describe('cells people open', () => {
  it.each(['=1+1', '+1', '-1+2', '@SUM(A1)', '\t=1', '\r=1', '＝1', '＋1', '－1+1', '＠x', ' =1', '\uFEFF=1', '\n-x', '﹢1', '\tx'])(
    '%j is no formula',
    (text) => {
      const cell = harmless(text);
      expect(cell[0]).toBe("'");
      expect(cell).not.toMatch(/[\t\r\n]/);
    },
  );

  it.each(['-3.2', '0.5', 'Asha', '5-3', 'a=b', '', '🙂', 'पूजा'])('%j stays as it is', (text) => {
    expect(harmless(text)).toBe(text);
  });

  it('keep their row, with commas or with tabs', () => {
    const cells = ['a"b', 'c,d', 'e\nf', 'g\th', 'i\rj'];
    expect(rowWriter('r.csv')(cells)).toBe('"a""b","c,d",e f,g h,i j');
    expect(rowWriter('r.TSV')(cells)).toBe('a"b\tc,d\te f\tg h\ti j');
  });
});

it('what others wrote cannot command the terminal', () => {
  const names = ['\u001B[31mAsha\u001B[0m', '\u001B]0;title\u0007Asha', '\u009B2JAsha', '\rAsha\u0000', '\u202EAsha\u202C', 'As\bha'];
  for (const name of names) expect(plain(name)).toBe('Asha');
  expect(plain('two\nlines\tof ours – 🙂 पूजा')).toBe('two\nlines\tof ours – 🙂 पूजा'); // control: ours stays
});
