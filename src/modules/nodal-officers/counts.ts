// How many posts of each State answer, and which do not.
import type { State } from '../places/index.ts';
import type { Condition } from './aliveness.ts';
import type { Post } from './store.ts';

export type Counts = Record<Condition, number> & { posts: number };
export type StateCounts = { code: string; name: string; counts: Counts };

export function countPosts(posts: readonly Post[]): Counts {
  const counts: Counts = { active: 0, silent: 0, unreachable: 0, vacant: 0, posts: posts.length };
  for (const { alive } of posts) counts[alive.condition]++;
  return counts;
}

/** Most posts that do not answer first; as large a share of few posts before a small one of many. */
export function countByState(posts: readonly Post[], states: readonly State[]): StateCounts[] {
  const byState = Map.groupBy(posts, ({ stateCode }) => stateCode);
  const share = ({ counts }: StateCounts) => 1 - counts.active / Math.max(1, counts.posts);
  return states
    .filter(({ code }) => byState.has(code))
    .map(({ code, name }) => ({ code, name, counts: countPosts(byState.get(code)!) }))
    .toSorted((one, other) => share(other) - share(one) || (one.name < other.name ? -1 : 1));
}

export function only(posts: readonly Post[], condition: Condition | undefined): Post[] {
  return condition ? posts.filter(({ alive }) => alive.condition === condition) : [...posts];
}
