// The commands on ids, texts and files that would break a line of the output: told with their lines, never silently wrong.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { evaluatePairs } from '../../scripts/match/evaluate.ts';
import { explainPair } from '../../scripts/match/explain.ts';
import { linkFiles } from '../../scripts/match/link.ts';
import { Mistake } from '../../scripts/match/mistake.ts';
import { rankFiles } from '../../scripts/match/rank.ts';
import { say } from '../../scripts/match/say.ts';
import { trainOnFiles } from '../../scripts/match/train.ts';

const folder = mkdtempSync(join(tmpdir(), 'odd-ids-'));
afterAll(() => rmSync(folder, { recursive: true }));
const at = (name: string): string => join(folder, name);

type Ran = { status: number; said: string; printed: string };
const verbs = { link: linkFiles, rank: rankFiles, explain: explainPair, train: trainOnFiles, evaluate: evaluatePairs };

/** As the command line runs it (link-files.test.ts starts the program itself): a mistake is said and ends it with 2, anything else is a fault of ours. */
async function match(verb: keyof typeof verbs, ...args: string[]): Promise<Ran> {
  const ran: Ran = { status: 0, said: '', printed: '' };
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => ((ran.said += String(text)), true));
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => ((ran.printed += String(text)), true));
  try {
    await verbs[verb](args);
  } catch (error) {
    if (!(error instanceof Mistake)) throw error;
    say(`match: ${error.message}`);
    ran.status = 2;
  } finally {
    vi.restoreAllMocks();
  }
  return ran;
}

function refused({ status, said }: Ran, ...words: string[]): void {
  expect([status, said.includes('    at ')]).toEqual([2, false]);
  for (const word of words) expect(said).toContain(word);
}

const people = (...ids: string[]): string => `id,name,father\n${ids.map((id) => `${id},Asha Das,Ratan Das`).join('\n')}\n`;
const out = at('out.tsv');

async function linked(content: string | Buffer, ...more: string[]): Promise<Ran> {
  writeFileSync(at('in.csv'), content);
  rmSync(out, { force: true });
  return match('link', '--left', at('in.csv'), '--out', out, ...more);
}

describe('link', () => {
  it('refuses ids with a tab, a line break or a control sign, with their lines', async () => {
    const ran = await linked(people('1', '"a\tb"', '"c\nd"', '5', '"e\u0000f"'));
    refused(ran, '3 ids hold', 'line 3 (a tab)', 'line 5 (a line break)', 'line 7 (a control sign)');
    expect(existsSync(out)).toBe(false);
  });

  it('writes quotes, commas, emoji and turned letters in ids as they are', async () => {
    const ids = ['a"b', '"c"', "d'e", 'f,g', '🙂', '\u202Eh', '=1+1'];
    const ran = await linked(people(...ids.map((id) => `"${id.replaceAll('"', '""')}"`)), '--review', at('review.csv'));
    expect(ran.status).toBe(0);
    const lines = readFileSync(out, 'utf8').trimEnd().split('\n').slice(1).map((line) => line.split('\t')); // prettier-ignore
    expect(lines.every((line) => line.length === 3)).toBe(true);
    expect(new Set(lines.flatMap(([one, other]) => [one, other]))).toEqual(new Set(ids));
    expect(ran.said).toContain('1 ids begin with a quotation mark');
    expect(readFileSync(at('review.csv'), 'utf8')).toMatch(/(^|,)'=1\+1,/m);
    const scored = await match('evaluate', '--pairs', out, '--truth', out, '--one-file');
    expect([scored.status, scored.printed.includes('n=21 pairs, 21 true pairs')]).toEqual([0, true]); // read back as written
  });

  it('tells both lines of an id that stands twice', async () => {
    refused(await linked(people('1', '2', '1')), 'the id "1" stands twice', '(line 2 and line 4 of the file)');
  });

  it('looks at where it writes before it reads, and erases nothing of others', async () => {
    writeFileSync(at('in.csv'), people('1', '2'));
    refused(await match('link', '--left', at('in.csv'), '--out', at('in.csv')), 'is --left as well');
    refused(await match('link', '--left', at('in.csv'), '--out', out, '--review', out), 'is --out as well');
    refused(await match('link', '--left', at('in.csv'), '--out', at('no/out.tsv')), 'there is no folder');
    writeFileSync(`${out}.unfinished`, 'mine');
    refused(await linked(people('1', '2')), 'move it away');
    expect([readFileSync(`${out}.unfinished`, 'utf8'), readFileSync(at('in.csv'), 'utf8')]).toEqual(['mine', people('1', '2')]);
    rmSync(`${out}.unfinished`);
  });

  it('keeps nothing in a folder in which a link would have it write elsewhere', async () => {
    const note =
      'What an interrupted run of `npm run match -- link` had found. Run it again with the same files to go on; delete the folder to begin anew.\n';
    mkdirSync(`${out}.unfinished`);
    writeFileSync(`${out}.unfinished/what-this-is.txt`, note);
    expect((await linked(people('1', '2'))).status).toBe(0); // control: it is taken for its own, and goes
    mkdirSync(`${out}.unfinished`);
    writeFileSync(`${out}.unfinished/what-this-is.txt`, note);
    writeFileSync(at('precious'), 'mine');
    symlinkSync(at('precious'), `${out}.unfinished/state.new`);
    refused(await linked(people('1', '2')), 'holds "state.new"');
    expect(readFileSync(at('precious'), 'utf8')).toBe('mine');
    rmSync(`${out}.unfinished`, { recursive: true });
  });

  it('reads one-byte letters of which the first stands far down, and tells what is packed, damaged or no table', async () => {
    const many = Array.from({ length: 4000 }, (_, nth) => `a${nth},Person ${nth},Mohan Lal`).join('\n');
    const table = (name: string): string => `id,name,father\n${many}\nz1,${name},Andr\u00e9s Qu\u00edlez\n`;
    writeFileSync(at('right.csv'), 'id,name,father\nb1,Jos\u00e9 Mu\u00f1oz,Andr\u00e9s Qu\u00edlez\n');
    for (const encoding of ['latin1', 'utf8'] as const) {
      writeFileSync(at('late.csv'), Buffer.from(table('Jos\u00e9 Mu\u00f1oz'), encoding));
      const ran = await match('link', '--left', at('late.csv'), '--right', at('right.csv'), '--out', out, '--review', at('review.csv'));
      expect([encoding, ran.status]).toEqual([encoding, 0]);
      expect(readFileSync(at('review.csv'), 'utf8')).toContain('jos\u00e9 mu\u00f1oz,jos\u00e9 mu\u00f1oz');
    }
    const packedOrNot = { 'packed.csv': gzipSync(table('x')), 'packed.tsv': Buffer.from('PK\u0003\u0004aaaaaaaa') };
    for (const [name, bytes] of Object.entries(packedOrNot)) {
      writeFileSync(at(name), bytes);
      refused(await match('link', '--left', at(name), '--out', out), 'is packed');
    }
    for (const bytes of [
      Buffer.from('PK\u0003\u0004aaaaaaaa'),
      Buffer.concat([Buffer.from('PAR1'), Buffer.alloc(200), Buffer.from('\u0008\0\0\0PAR1')]),
    ]) {
      writeFileSync(at('damaged.parquet'), bytes);
      refused(await match('link', '--left', at('damaged.parquet'), '--out', out), 'cannot be read as Parquet');
    }
    writeFileSync(at('wide.csv'), `id,name,${Array.from({ length: 20_000 }, (_, nth) => `c${nth}`).join(',')}\n1,Ram\n`);
    refused(await match('link', '--left', at('wide.csv'), '--out', out), 'first line is longer');
  });

  it('tells a column the other file lacks before it reads the first', async () => {
    writeFileSync(at('map.json'), '{"left": {"columns": {"name": "name"}}, "right": {"columns": {"nom": "name"}}}');
    writeFileSync(at('right.csv'), people('1'));
    const ran = await linked(people('1'), '--right', at('right.csv'), '--mapping', at('map.json'));
    refused(ran, 'right.csv has no column "nom"');
    expect(ran.said).not.toContain('1 rows');
  });

  it('takes a mapping saved with a mark of byte order', async () => {
    writeFileSync(at('map.json'), '\uFEFF{"id": "id", "columns": {"name": "name", "father": "father"}}');
    expect((await linked(people('1', '2'), '--mapping', at('map.json'))).status).toBe(0);
  });
});

describe('explain', () => {
  it('finds ids with commas, and strips what would command the terminal', async () => {
    writeFileSync(at('in.csv'), 'id,name,father\n"a,1",\u001B[31mAsha Das,Ratan Das\nb,Asha \u001B]0;x\u0007Das,Ratan\n');
    const ran = await match('explain', '--left', at('in.csv'), '--pair', 'a,1,b');
    expect([ran.status, /\p{Cc}/u.test(`${ran.said}${ran.printed}`.replaceAll('\n', ''))]).toEqual([0, false]);
    expect(ran.printed).toContain('the same person with probability');
    refused(await match('explain', '--left', at('in.csv'), '--pair', 'b,b'), 'names one record twice');
    refused(await match('explain', '--left', at('in.csv'), '--pair', 'b,\u001B[31mz'), 'there is no record "z"');
    refused(await match('explain', '--left', at('in.csv'), '--pair', 'b'), 'say --pair');
  });
});

describe('train', () => {
  it('refuses to write over what it reads', async () => {
    writeFileSync(at('in.csv'), people('1', '2'));
    refused(await match('train', '--left', at('in.csv'), '--out', at('in.csv')), 'is --left as well');
    refused(await match('train', '--left', at('in.csv'), '--out', at('no/model.json')), 'there is no folder');
  });
});

describe('evaluate', () => {
  const evaluated = async (pairs: string | Buffer, truth: string | Buffer, ...more: string[]): Promise<Ran> => {
    writeFileSync(at('pairs.tsv'), pairs);
    writeFileSync(at('truth.tsv'), truth);
    return await match('evaluate', '--pairs', at('pairs.tsv'), '--truth', at('truth.tsv'), ...more);
  };
  const header = 'id_left\tid_right\tprobability\n';
  const truth = 'id_left\tid_right\n1\ta\n';

  it.each([
    ['no header over the pairs', '1\ta\t0.9\n', truth, 'has no header'],
    ['no header over the truth', `${header}1\ta\t0.9\n`, '1\ta\n2\tb\n', 'has no header'],
    ['a pair twice', `${header}1\ta\t0.9\n1\ta\t0.8\n`, truth, 'stands twice'],
    ['no probability', `${header}1\ta\t\n`, truth, 'line 2: "" is no probability'],
    ['an empty id', `${header}\ta\t0.5\n`, truth, 'line 2: an id is empty'],
    ['an empty file', '', truth, 'is empty'],
    ['two columns', 'id_left\tid_right\n1\ta\n', truth, 'must have the columns'],
  ])('says what is wrong with %s', async (_, pairs, told, says) => refused(await evaluated(pairs, told), says));

  it('reads UTF-16, marks of byte order and Windows lines, and warns of ids the wrong way round', async () => {
    const pairs = `${header}1\ta\t0.9\n`;
    for (const one of [`\uFEFF${pairs}`, pairs.replaceAll('\n', '\r\n'), Buffer.from(`\uFEFF${pairs}`, 'utf16le')]) {
      const { status, printed } = await evaluated(one, truth);
      expect([status, printed.includes('0.5\t1\t1.0000\t1.0000\t1.0000')]).toEqual([0, true]);
    }
    expect((await evaluated(pairs, 'id_left\tid_right\na\t1\n')).said).toContain('WARNING: no pair of');
    expect((await evaluated(pairs, truth)).said).toBe(''); // control
    const turned = 'id_left\tid_right\n1\ta\n3\tc\n';
    expect((await evaluated(`${header}a\t1\t0.9\n3\tc\t0.9\n`, turned)).said).toContain('1 true pairs stand the other way round');
    expect((await evaluated(`${header}a\t1\t0.9\n3\tc\t0.9\n`, turned, '--one-file')).said).toBe('');
  });
});

describe('rank', () => {
  const ranked = async (corpus: string | Buffer, queries: string | Buffer): Promise<Ran & { lines: string[] }> => {
    writeFileSync(at('c.tsv'), corpus);
    writeFileSync(at('q.tsv'), queries);
    rmSync(out, { force: true });
    const ran = await match('rank', '--corpus', at('c.tsv'), '--queries', at('q.tsv'), '--top', '2', '--out', out);
    return { ...ran, lines: ran.status === 0 ? readFileSync(out, 'utf8').split('\n') : [] };
  };
  const corpus = 'cid\ttext\n1\tAsha Das\n2\tMohan Lal\n';
  const queries = 'qid\ttext\nq\tAsha Das\n';

  it('refuses ids that would be two in a list, with their lines', async () => {
    refused(await ranked('cid\ttext\n1\tAsha\n\n2,3\tMohan\n', queries), 'line 4 (a comma)');
    refused(await ranked('cid\ttext\n1\u20281\tAsha\n', queries), 'line 2 (a line break)');
    refused(await ranked(corpus, 'qid\ttext\na\u0000b\tAsha\n'), 'line 2 (a control sign)');
    expect(existsSync(out)).toBe(false);
  });

  it('writes ids with quotes as they are, and takes a comma in a query’s id', async () => {
    expect((await ranked('cid\ttext\n"1"\tAsha Das\n', 'qid\ttext\na,b\tAsha Das\n')).lines).toEqual(['qid\tcids', 'a,b\t"1"', '']);
  });

  it('keeps the row of a query that says nothing', async () => {
    expect((await ranked(corpus, 'qid\ttext\nq\t\n')).lines).toEqual(['qid\tcids', 'q\t', '']);
    expect((await ranked(corpus, 'qid\ttext\nq\t   \nr\t\u0000\n')).lines).toEqual(['qid\tcids', 'q\t', 'r\t', '']);
  });

  it('reads a text with signs that end lines elsewhere as one text', async () => {
    const { lines } = await ranked('cid\ttext\n1\tAsha\u2028Das\n2\tMohan\rLal\n', 'qid\ttext\nq\tAsha Das\nr\tMohan Lal\n');
    expect(lines.map((line) => line.split(',')[0])).toEqual(['qid\tcids', 'q\t1', 'r\t2', '']);
  });

  it('reads UTF-16 and a mark of byte order alike', async () => {
    const plainLines = (await ranked(corpus, queries)).lines;
    expect(plainLines[1]).toMatch(/^q\t1/);
    expect((await ranked(Buffer.from(`\uFEFF${corpus}`, 'utf16le'), `\uFEFF${queries}`)).lines).toEqual(plainLines);
  });

  it('warns of files with a header alone, and refuses old Macintosh lines, an input as output and a missing folder', async () => {
    const none = await ranked('cid\ttext\n', queries);
    expect([none.lines, none.said.includes('WARNING')]).toEqual([['qid\tcids', 'q\t', ''], true]);
    expect((await ranked(corpus, 'qid\ttext\n')).lines).toEqual(['qid\tcids', '']);
    refused(await ranked(corpus.replaceAll('\n', '\r'), queries), 'carriage return alone');
    writeFileSync(at('c.tsv'), corpus);
    const rankTo = (place: string) => match('rank', '--corpus', at('c.tsv'), '--queries', at('q.tsv'), '--out', place);
    refused(await rankTo(at('c.tsv')), 'is --corpus as well');
    refused(await rankTo(at('no/o.tsv')), 'there is no folder');
    expect(readFileSync(at('c.tsv'), 'utf8')).toBe(corpus);
  });
});
