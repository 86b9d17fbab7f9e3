// The node's own hash tree over the papers of a station, as docs/exchange.md puts it in words; nothing of the portal's code is used.
import { createHash } from 'node:crypto';

export type Paper = { paperKey: string; sequence: number; digest: string };
export type Branch = { count: number; digest: string };

const sha = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Papers under a prefix of the place SHA-256 of their key, in order of place. */
export function papersUnder(papers: readonly Paper[], prefix: string): Paper[] {
  const placed = papers
    .map((paper) => ({ paper, place: sha(paper.paperKey).toString('hex') }))
    .filter(({ place }) => place.startsWith(prefix));
  return placed.toSorted((a, b) => (a.place < b.place ? -1 : 1)).map(({ paper }) => paper);
}

/** SHA-256 over the hashes of the papers, one after another in order of place. */
export function branchOf(papers: readonly Paper[], prefix = ''): Branch {
  const under = papersUnder(papers, prefix);
  const hashes = under.map(({ paperKey, sequence, digest }) => sha(`${paperKey}\n${sequence}\n${digest}`));
  return { count: under.length, digest: sha256Of(Buffer.concat(hashes)) };
}

/** The root of all stations, one line each in order of their codes. */
export function rootOf(stations: readonly (Branch & { station: string })[]): Branch {
  const inOrder = stations.toSorted((a, b) => (a.station < b.station ? -1 : 1));
  const lines = inOrder.map(({ station, count, digest }) => `${station}\n${count}\n${digest}\n`).join('');
  return { count: inOrder.reduce((sum, { count }) => sum + count, 0), digest: sha256Of(Buffer.from(lines)) };
}

const sha256Of = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
