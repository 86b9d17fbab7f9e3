// Which records hang together over pairs: each is known by one of its company.

type Pair = { readonly missingId: string; readonly foundId: string };

/** By record: the same id for all that pairs join, directly or by others; its own for one in no pair. */
export function leadersOf(pairs: readonly Pair[]): (id: string) => string {
  const leader = new Map<string, string>();
  const leaderOf = (id: string): string => {
    let at = id;
    for (let next = leader.get(at); next !== undefined && next !== at; next = leader.get(at)) at = next;
    if (at !== id) leader.set(id, at);
    return at;
  };
  for (const { missingId, foundId } of pairs) leader.set(leaderOf(missingId), leaderOf(foundId));
  return leaderOf;
}
