// One message of an exchange of digests, answered: stations that differ are narrowed down to papers; those the portal lacks are asked for again.
import { type Instant, addMinutes } from '../../../kernel/time.ts';
import { type Refusal, refuse } from '../../../kernel/refusal.ts';
import type { Context } from '../../../platform/context.ts';
import { type DigestAnswer, type DigestRequest, MOST_NAMED } from '../messages/digests.ts';
import { branchesBelow, leavesUnder, noteCompared, stationSummaries } from './digest-store.ts';
import { type Side, type Spot, type Told, compare, toRequest } from './narrow.ts';
import { type StationSummary, type Summary, digits, emptyDigest, rootOf, sameSummary } from './tree.ts';

/** How far a node's clock may be ahead. */
const AHEAD_MINUTES = 5;
const none: Summary = { count: 0, digest: emptyDigest };

function sideOf(context: Context, nodeCode: string): Side {
  return {
    children: async (spots) => (spots.length > 0 ? branchesBelow(context, nodeCode, spots) : []),
    leaves: async (spots) => (spots.length > 0 ? leavesUnder(context, nodeCode, spots) : []),
  };
}

export async function answerDigests(context: Context, nodeCode: string, request: DigestRequest): Promise<DigestAnswer | Refusal> {
  if (request.upTo > addMinutes(context.now, AHEAD_MINUTES)) return refuse('future', {}, '/upTo');
  if (request.root) return answerStations(context, nodeCode, request, request.root);
  return answerBranches(context, nodeCode, request);
}

/** A paper that differs is in a station that differs. Stations of which only one side has papers are compared with nothing. */
async function answerStations(
  context: Context,
  nodeCode: string,
  { day, upTo, stations = [] }: DigestRequest,
  there: Summary,
): Promise<DigestAnswer | Refusal> {
  if (!sameSummary(rootOf(stations), there)) return refuse('root-of-other-stations', {}, '/root');
  const ours = await stationSummaries(context, nodeCode);
  const [here, told] = [byStation(ours), byStation(stations)];
  const all = [...new Set([...here.keys(), ...told.keys()])].toSorted();
  const compared = all.map((station) => ({ station, here: here.get(station) ?? none, there: told.get(station) ?? none }));
  const differing = compared.filter((one) => !sameSummary(one.here, one.there));
  await noteCompared(context, nodeCode, upTo as Instant, day, differing);
  const root = rootOf(ours);
  if (differing.length === 0) return { agrees: true, completeUpTo: upTo, root };
  return { agrees: false, root, ...listed({ narrow: differing.map(({ station }) => ({ station })) }) };
}

const byStation = (list: readonly StationSummary[]): Map<string, Summary> =>
  new Map(list.map(({ station, count, digest }) => [station, { count, digest }]));

async function answerBranches(context: Context, nodeCode: string, { branches = [] }: DigestRequest): Promise<DigestAnswer | Refusal> {
  const half = branches.findIndex(({ children, leaves }) => children && (leaves || children.length !== digits.length));
  if (half >= 0) return refuse('children-sixteen', {}, `/branches/${half}/children`);
  const told = branches.map(({ station, prefix = '', children, leaves = [] }): Told => {
    const spot: Spot = { station, prefix };
    return children ? { ...spot, children } : { ...spot, leaves: leaves.map(({ paper, ...leaf }) => ({ ...leaf, paperKey: paper })) };
  });
  const { differences, narrow } = await compare(sideOf(context, nodeCode), told);
  const wanted = toRequest(differences);
  const asked = new Set(wanted);
  const unknown = differences.map(({ paperKey }) => paperKey).filter((paper) => !asked.has(paper));
  const further = narrow.map(({ station, prefix }) => (prefix === '' ? { station } : { station, prefix }));
  return { agrees: differences.length + narrow.length === 0, ...listed({ narrow: further, wanted, unknown }) };
}

/** Lists of nothing are left out, as everywhere in the contract; longer ones than an answer may have are cut. */
function listed(lists: Pick<DigestAnswer, 'narrow' | 'wanted' | 'unknown'>): Pick<DigestAnswer, 'narrow' | 'wanted' | 'unknown'> {
  const there = Object.entries(lists).filter(([, list]) => list.length > 0);
  return Object.fromEntries(there.map(([name, list]) => [name, list.slice(0, MOST_NAMED)]));
}
