// `match rank` on files: what it answers, and what it says of files it can not read.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { Mistake } from '../../scripts/match/mistake.ts';
import { rankFiles } from '../../scripts/match/rank.ts';

const folder = mkdtempSync(join(tmpdir(), 'rank-files-'));
afterAll(() => rmSync(folder, { recursive: true }));

const file = (name: string): string => join(folder, name);

async function ranked(corpus: string, queries: string, top = '3'): Promise<string> {
  writeFileSync(file('c.tsv'), corpus);
  writeFileSync(file('q.tsv'), queries);
  await rankFiles(['--corpus', file('c.tsv'), '--queries', file('q.tsv'), '--top', top, '--out', file('o.tsv')]);
  return readFileSync(file('o.tsv'), 'utf8');
}

const corpus = 'cid\ttext\n1\tPooja Sharma\n2\tराजेश यादव\n3\t\n4\tR\n5\t🙂\n6\n7\t\u202ERamesh\u202C Kumar\n';

describe('match rank', () => {
  it.each([
    ['another script', 'पूजा शर्मा', '1'],
    ['another spelling, two words joined', 'Rajeshyadav', '2'],
    ['signs that only turn the direction', 'रमेश कुमार', '7'],
    ['an initial', 'R', '4'],
  ])('finds by %s', async (_, text, cid) => {
    expect(await ranked(corpus, `qid\ttext\nq\t${text}\n`, '1')).toBe(`qid\tcids\nq\t${cid}\n`);
  });

  it('answers a query with nothing to read with an empty list', async () => {
    expect(await ranked(corpus, 'qid\ttext\r\na\t\r\nb\t🙂\r\nc\r\n')).toBe('qid\tcids\na\t\nb\t\nc\t\n');
  });

  it('answers a name of ten thousand letters like nobody with the least unlike', async () => {
    const answer = await ranked(corpus, `qid\ttext\nd\t${'zg'.repeat(5000)}\n`);
    expect(answer).toMatch(/^qid\tcids\nd\t\d(,\d){2}\n$/);
  });

  it('lists copies of one name in the order of the file', async () => {
    const copies = Array.from({ length: 5000 }, (_, at) => `${at}\tBaby`).join('\n');
    expect(await ranked(`cid\ttext\n${copies}\n`, 'qid\ttext\nq\tBaby\n')).toBe('qid\tcids\nq\t0,1,2\n');
  });

  it.each([
    ['no header', '1\tPooja\n', 'qid\ttext\n', 'header'],
    ['an empty file', '', 'qid\ttext\n', 'empty'],
    ['a cid twice', 'cid\ttext\n1\tPooja\n1\tPuja\n', 'qid\ttext\n', 'twice'],
    ['a qid twice', corpus, 'qid\ttext\nq\tPooja\nq\tPuja\n', 'twice'],
    ['an empty cid', 'cid\ttext\n\tPooja\n', 'qid\ttext\n', 'line 2'],
  ])('says what is wrong with %s', async (_, names, queries, says) => {
    await expect(ranked(names, queries)).rejects.toThrow(says);
    await expect(ranked(names, queries)).rejects.toBeInstanceOf(Mistake);
  });

  it.each([
    ['a file that is not there', ['--corpus', '/no/such/file'], 'no such file'],
    ['a missing option', [], '--corpus is missing'],
    ['a folder', ['--corpus', folder], 'not a file'],
  ])('says what is wrong with %s', async (_, args, says) => {
    await expect(rankFiles(args)).rejects.toThrow(says);
  });
});
