// Why both sides are not one yet: each paper that differs, with what this node knows of its messages.
import type { Exchanged } from './digests.ts';
import type { Outbox, Standing } from './outbox.ts';

export type Differing = { paper: string; why: string };

/** The first that holds of any message of a paper explains it. */
const reasons: readonly [Standing, string][] = [
  ['owed', 'have no receipt yet'],
  ['lost', 'were never sent'],
  ['taken', 'have a receipt, and the portal has not said what became of them'],
  ['parked', 'wait at the portal for one before them'],
  ['quarantined', 'are in quarantine at the portal'],
];

function whyOf(outbox: Outbox, paper: string): string {
  const standings = outbox.standingsOf(paper);
  for (const [standing, said] of reasons) {
    const some = standings.filter((one) => one === standing).length;
    if (some > 0) return `${some} of ${standings.length} messages ${said}`;
  }
  return 'the portal has settled every message, and holds another content of the last';
}

export function differingIn(outbox: Outbox, { wanted, unknown }: Pick<Exchanged, 'wanted' | 'unknown'>): Differing[] {
  return [
    ...wanted.map((paper) => ({ paper, why: whyOf(outbox, paper) })),
    ...unknown.map((paper) => ({ paper, why: 'the portal has it, or more of it; this node has not' })),
  ];
}
