// Which records are one child: a pure fold over judged pairs. Records are never merged; a group follows from its pairs and falls apart with them.
import type { RecordId } from '../../../kernel/ids.ts';

/** A judged pair. `confirmed`: a second person said "the same" too. Only such a pair joins; a score, or one person's word, never does. */
export type Edge = {
  readonly candidateId: string;
  readonly missingId: RecordId;
  readonly foundId: RecordId;
  readonly standing: 'same' | 'different';
  readonly confirmed: boolean;
};

/**
 * Records linked by confirmed pairs, sorted, with these pairs. `contradictions`: pairs of its own members that somebody judged not the same.
 * Where there is one, the members are shown as a conflict and count as joined to nobody.
 */
export type Group = { readonly members: readonly RecordId[]; readonly edges: readonly Edge[]; readonly contradictions: readonly Edge[] };

export function isStrong({ standing, confirmed }: Edge): boolean {
  return standing === 'same' && confirmed;
}

/** Groups of two records and more. The order in which pairs are given, or were judged, changes nothing. */
export function groupsOf(edges: readonly Edge[]): Group[] {
  const leader = new Map<RecordId, RecordId>();
  const leaderOf = (id: RecordId): RecordId => {
    let at = id;
    while (leader.get(at)! !== at) at = leader.get(at)!;
    return at;
  };
  const strong = edges.filter(isStrong);
  for (const { missingId, foundId } of strong) for (const id of [missingId, foundId]) if (!leader.has(id)) leader.set(id, id);
  for (const { missingId, foundId } of strong) leader.set(leaderOf(missingId), leaderOf(foundId));
  const isWithin = ({ missingId, foundId }: Edge, id: RecordId): boolean =>
    leader.has(missingId) && leader.has(foundId) && leaderOf(missingId) === id && leaderOf(foundId) === id;
  return [...Map.groupBy(leader.keys(), leaderOf)].map(([id, members]) => ({
    members: members.toSorted(),
    edges: strong.filter((edge) => isWithin(edge, id)).toSorted(byId),
    contradictions: edges.filter((edge) => edge.standing === 'different' && isWithin(edge, id)).toSorted(byId),
  }));
}

function byId(one: Edge, other: Edge): number {
  return one.candidateId < other.candidateId ? -1 : 1;
}

/** The records held to be the same child as this one, itself among them, sorted; itself alone where nothing, or a contradiction, joins it. */
export function joinedWith(recordId: RecordId, edges: readonly Edge[]): readonly RecordId[] {
  const group = groupsOf(edges).find(({ members }) => members.includes(recordId));
  return group && group.contradictions.length === 0 ? group.members : [recordId];
}
