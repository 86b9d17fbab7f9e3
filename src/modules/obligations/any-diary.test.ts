// What holds for any diary: order and repeats do not matter, stored duties age rightly, a duty has one name; and it is quick.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DiaryFact } from '../../kernel/happenings.ts';
import { addHours, dayOf, type Day, instantAt } from '../../kernel/time.ts';
import { fir, indian } from '../../law/examples/write.ts';
import { law, ruleById } from '../../law/index.ts';
import { obligationAt, obligationsOf, storedObligationsOf } from './index.ts';
import type { Place } from './obligation.ts';

const WB = { stateCode: 'WB' };

describe('properties', () => {
  const pool = law.flatMap((rule) => rule.examples.flatMap((example) => example.diary)).map((fact, at) => ({ ...fact, entryId: `e${at}` }));
  // Any entries of the examples, in any mixture; now and then one corrects the one before it.
  const diaries = fc
    .array(fc.record({ at: fc.nat(pool.length - 1), correcting: fc.integer({ min: 0, max: 9 }) }), { minLength: 1, maxLength: 25 })
    .map((picks) => [...new Map(picks.map((pick) => [pick.at, pick])).values()])
    .map((picks) =>
      picks.map(({ at, correcting }, index): DiaryFact => {
        const corrected = correcting === 0 && index > 0 ? pool[picks[index - 1]!.at]! : null;
        return { ...pool[at]!, corrects: corrected?.entryId ?? null } as DiaryFact;
      }),
    );
  const shuffled = diaries.chain((diary) => fc.tuple(fc.constant(diary), fc.shuffledSubarray(diary, { minLength: diary.length })));

  test('neither the order of the rows nor a row read twice matters', () => {
    fc.assert(
      fc.property(shuffled, ([diary, other]) => {
        const once = storedObligationsOf(diary, law, { stateCode: 'WB', record: 'missing' });
        expect(storedObligationsOf([...other, other[0]!], law, { stateCode: 'WB', record: 'missing' })).toEqual(once);
      }),
    );
  });

  test('what was stored, read at a later moment, is what would be computed then', () => {
    fc.assert(
      fc.property(shuffled, fc.integer({ min: 0, max: 4000 }), ([diary], hours) => {
        const now = addHours(indian('2026-07-01 00:00'), hours);
        const place: Place = { ...WB, journalOf: 'cwc' };
        const stored = storedObligationsOf(diary, law, place);
        expect(stored.map((one) => obligationAt(one, now))).toEqual(obligationsOf(diary, law, now, place));
      }),
    );
  });

  test('a duty is named once: by its rule and the entry that started it', () => {
    fc.assert(
      fc.property(shuffled, ([diary]) => {
        const names = storedObligationsOf(diary, law, { stateCode: 'WB', record: 'missing' }).map((o) => `${o.ruleId} ${o.triggerEntryId}`);
        expect(new Set(names).size).toBe(names.length);
      }),
    );
  });

  test('a period of months ends on the same date, or on the last of the month, at the end of the day in India', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30_000 }), (hours) => {
        const start = { ...fir('2026-01-01 00:00'), happenedAt: addHours(instantAt('2026-01-01' as Day), hours) };
        const { dueAt } = obligationsOf([start], [ruleById('M11')!], start.happenedAt, WB)[0]!;
        const [from, to] = [dayOf(start.happenedAt), dayOf(dueAt)].map((day) => day.split('-').map(Number) as [number, number, number]);
        expect((to![0] - from![0]) * 12 + to![1] - from![1]).toBe(4);
        expect(to![2]).toBeLessThanOrEqual(from![2]);
        expect(dayOf(addHours(dueAt, 1))).not.toBe(dayOf(dueAt));
      }),
    );
  });
});

test('a child’s obligations take at most a millisecond', () => {
  const diary = law
    .filter((rule) => rule.record === 'missing')
    .flatMap((rule) => rule.examples.flatMap((example) => example.diary))
    .slice(0, 40);
  const now = indian('2026-11-24 09:00');
  const best = Math.min(...Array.from({ length: 20 }, () => millisecondsOf(() => obligationsOf(diary, law, now, WB), 20))); // the machine may be busy
  expect(best).toBeLessThan(1);
});

function millisecondsOf(work: () => unknown, times: number): number {
  const before = performance.now();
  for (let run = 0; run < times; run++) work();
  return (performance.now() - before) / times;
}
