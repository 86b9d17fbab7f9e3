// What a run came to: counted as it goes, printed as it goes and at the end.
import type { Differing } from './differing.ts';
import type { Branch } from './digest-tree.ts';
import type { Called } from './listening.ts';

export type Tally = {
  told: number;
  sent: number;
  taken: number;
  duplicates: number;
  /** By reason: a quarantine the portal explains. */
  quarantined: Map<string, number>;
  /** Whole deliveries turned away, by what the door said. */
  refused: Map<string, number>;
  lost: number;
  sentAgain: number;
  /** Told by the portal of the node's FIRs. */
  heard: number;
  unprovenAnswers: number;
  digestMessages: number;
};

export const newTally = (): Tally => ({
  told: 0,
  sent: 0,
  taken: 0,
  duplicates: 0,
  quarantined: new Map(),
  refused: new Map(),
  lost: 0,
  sentAgain: 0,
  heard: 0,
  unprovenAnswers: 0,
  digestMessages: 0,
});

export function count(counts: Map<string, number>, what: string, times = 1): void {
  counts.set(what, (counts.get(what) ?? 0) + times);
}

export type Summary = Omit<Tally, 'quarantined' | 'refused'> & {
  state: string;
  papers: number;
  quarantined: Record<string, number>;
  refused: Record<string, number>;
  complete: boolean;
  completeUpTo: string | null;
  /** Papers the portal has of this node which the node has not, or not as far. */
  unknown: string[];
  /** Whether the portal answered the last exchange of digests under its signature. */
  isAnswered: boolean;
  differing: Differing[];
  /** What came of the portal's calls; null: it was not to be called. */
  called: (Called & { untold: number }) | null;
  root: Branch;
  seconds: number;
};

export function summaryOf(tally: Tally, about: Omit<Summary, keyof Tally>): Summary {
  return { ...about, ...tally, quarantined: Object.fromEntries(tally.quarantined), refused: Object.fromEntries(tally.refused) };
}

const listed = (counts: Record<string, number>): string =>
  Object.entries(counts)
    .map(([what, times]) => `${what} ${times}`)
    .join(', ') || 'none';

export function linesOf(summary: Summary): string[] {
  return [
    `State ${summary.state}: ${summary.told} messages told of ${summary.papers} papers in ${summary.seconds} s`,
    `  sent ${summary.sent}, taken ${summary.taken}, duplicates ${summary.duplicates}, sent again ${summary.sentAgain}, lost on purpose ${summary.lost}; told by the portal ${summary.heard}`,
    `  quarantined: ${listed(summary.quarantined)}; refused: ${listed(summary.refused)}; answers without proof ${summary.unprovenAnswers}`,
    `  digests: ${summary.digestMessages} messages, root ${summary.root.digest.slice(0, 16)}… over ${summary.root.count} papers`,
    ...calledLine(summary),
    ...endOf(summary),
  ];
}

function calledLine({ called }: Summary): string[] {
  if (!called) return [];
  const { told, again, refused, badly, open, children, outOfOrder, untold } = called;
  const order = outOfOrder === 0 ? `in order for each of ${children} children` : `OUT OF ORDER for ${outOfOrder} of ${children} children`;
  const left = open > 0 ? `; ${open} misanswered and not sent again yet` : '';
  const unknown = told === 0 ? ' (is this address on the node’s page at the desk?)' : '';
  const silent = untold > 0 ? `; NOTHING told of ${untold} FIRs${unknown}` : '';
  return [
    `  called by the portal: ${told} messages receipted, ${order}; ${again} came again, ${badly} answered badly on purpose, ${refused} refused${left}${silent}`,
  ];
}

/** So many papers are named; `--json` names them all. */
const MOST_NAMED = 100;

function endOf({ complete, completeUpTo, isAnswered, differing }: Summary): string[] {
  if (complete) return [`  complete up to ${completeUpTo}`];
  if (!isAnswered) return ['  NOT complete: the portal did not answer the last exchange of digests, see what was refused'];
  const more = differing.length - MOST_NAMED;
  return [
    `  NOT complete: ${differing.length} papers differ`,
    ...differing.slice(0, MOST_NAMED).map(({ paper, why }) => `    ${paper}: ${why}`),
    ...(more > 0 ? [`    and ${more} more`] : []),
  ];
}
