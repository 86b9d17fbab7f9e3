// The same messages in many orders: each order must end alike, and as the rules in words say.
import { seeded } from '../../seeded.ts';
import type { Chance } from './police-stories.ts';
import { type Arranging, type FaultySet, arrange } from './faulty-set.ts';
import { childrenHeld, doubled, endOf, messagesKept } from './end-state.ts';
import { openTrial } from './in-process.ts';
import type { FaultNation } from './nation.ts';

/** What one order came to. `wrong`: messages that are there and should not be, or are not there, or stand otherwise. */
export type Ending = {
  end: string;
  wrong: string[];
  unsignedKept: number;
  doubled: number;
  children: number;
  statuses: Map<number, number>;
};

const SETTLED_BETWEEN = 0.2;

/** What is in one list and not in the other, each as often as it is there more. Both sorted. */
export function unlike(have: readonly string[], want: readonly string[]): string[] {
  const count = new Map<string, number>();
  for (const one of have) count.set(one, (count.get(one) ?? 0) + 1);
  for (const one of want) count.set(one, (count.get(one) ?? 0) - 1);
  return [...count].filter(([, times]) => times !== 0).map(([one, times]) => `${times > 0 ? 'extra' : 'absent'}: ${one}`);
}

export async function endingOf(
  nation: FaultNation,
  set: FaultySet,
  chance: Chance,
  arranging: Arranging,
  broken: { spoil?: string; unchecked?: boolean } = {},
): Promise<Ending> {
  const trial = await openTrial(nation, broken.spoil);
  try {
    const statuses = new Map<number, number>();
    for (const parcel of arrange(chance, set.lines, arranging)) {
      const status = await trial.deliver(broken.unchecked ? { ...parcel, forged: false } : parcel);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      if (chance() < SETTLED_BETWEEN) await trial.settleAll();
    }
    await trial.settleAll();
    const { admin } = trial.held;
    const [kept, twice] = [await messagesKept(admin), await doubled(admin)];
    return {
      end: await endOf(admin),
      wrong: unlike(kept, set.expected),
      unsignedKept: kept.filter((said) => set.forged.has(said.split(' ')[0]!)).length,
      doubled: twice.records + twice.entries + twice.papers,
      children: (await childrenHeld(admin)).length,
      statuses,
    };
  } finally {
    await trial.close();
  }
}

/** Variants that are broken on purpose, each of which the checks must see. That the first to come stands is tried on the rules alone (folding.ts). */
export const brokenVariants = {
  'the same is kept again': { spoil: 'alter table exchange_message drop constraint exchange_message_once' },
  'signatures are not checked': { unchecked: true },
} as const;

export const ORDERS_TRIED = 8;

/** Whether the checks see a broken variant, in one of a few orders: where few messages contradict each other, an order may be right by chance. */
export async function isSeen(
  nation: FaultNation,
  set: FaultySet,
  broken: { spoil?: string; unchecked?: boolean },
  arranging: Arranging,
): Promise<boolean> {
  for (let order = 1; order <= ORDERS_TRIED; order++) {
    const { wrong, unsignedKept } = await endingOf(nation, set, seeded(order), arranging, broken);
    if (wrong.length > 0 && (!broken.unchecked || unsignedKept > 0)) return true;
  }
  return false;
}
