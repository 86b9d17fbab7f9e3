// Exchanges digests with the portal: what both sides hold alike is said in one message; where they differ the portal asks down to the very papers, and
// those it lacks are sent again.
import { type Branch, type Paper, branchOf, papersUnder, rootOf } from './digest-tree.ts';
import { type Door, ifReached } from './door.ts';
import type { Outbox } from './outbox.ts';
import { type Tally, count } from './tally.ts';

const DIGESTS = '/v1/digests';
const MOST_SPOTS = 64;
const MOST_LEAVES = 32;
const digits = [...'0123456789abcdef'];

type Spot = { station: string; prefix?: string };
type DigestAnswer = { agrees: boolean; completeUpTo?: string; narrow?: Spot[]; wanted?: string[]; unknown?: string[] };
/** `unknown`: papers the portal has of this node which the node has not, or not as far. */
export type Exchanged = { agrees: boolean; completeUpTo: string | null; wanted: string[]; unknown: string[] };

export function stationsOf(papers: ReadonlyMap<string, Paper[]>): (Branch & { station: string })[] {
  return [...papers].map(([station, list]) => ({ station, ...branchOf(list) })).toSorted((a, b) => (a.station < b.station ? -1 : 1));
}

/** A branch as it is told: its papers while they are few, else the sixteen branches below. A branch without papers has neither. */
function told(papers: readonly Paper[], { station, prefix = '' }: Spot): object {
  const spot = prefix === '' ? { station } : { station, prefix };
  const under = papersUnder(papers, prefix);
  if (under.length === 0) return spot;
  if (under.length > MOST_LEAVES) return { ...spot, children: digits.map((digit) => branchOf(under, prefix + digit)) };
  return { ...spot, leaves: under.map(({ paperKey, sequence, digest }) => ({ paper: paperKey, sequence, digest })) };
}

/** `upTo`: the moment up to which the node says it told everything. Null if the portal gave no answer that proves itself. */
export async function exchangeDigests(
  { door, outbox, tally }: { door: Door; outbox: Outbox; tally: Tally },
  upTo: Date,
): Promise<Exchanged | null> {
  const papers = outbox.papers();
  const stations = stationsOf(papers);
  const heading = { day: new Date(upTo.getTime() + 330 * 60_000).toISOString().slice(0, 10), upTo: upTo.toISOString() };
  const ask = async (body: object): Promise<DigestAnswer | null> => {
    tally.digestMessages += 1;
    const answer = await ifReached(door.post(DIGESTS, Buffer.from(JSON.stringify({ ...heading, ...body })), 'application/json'));
    if (answer?.status === 200 && answer.doubt === null) return answer.body as DigestAnswer;
    count(tally.refused, `digests ${answer?.status === 200 ? answer.doubt : (answer?.status ?? 'unreachable')}`);
    return null;
  };
  const first = await ask({ root: rootOf(stations), ...(stations.length > 0 ? { stations } : {}) });
  if (!first) return null;
  const [open, wanted, unknown] = [[...(first.narrow ?? [])], new Set<string>(), new Set<string>()];
  while (open.length > 0) {
    const branches = open.splice(0, MOST_SPOTS).map((spot) => told(papers.get(spot.station) ?? [], spot));
    const answer = await ask({ branches });
    if (!answer) return null;
    open.push(...(answer.narrow ?? []));
    for (const paper of answer.wanted ?? []) wanted.add(paper);
    for (const paper of answer.unknown ?? []) unknown.add(paper);
  }
  return { agrees: first.agrees, completeUpTo: first.completeUpTo ?? null, wanted: [...wanted], unknown: [...unknown] };
}
