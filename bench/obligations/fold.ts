// How long the duties of one child take: all of the law over diaries as a busy file has them.
import { type Figure, atMost, percentile } from '../../scripts/figures.ts';
import { seededRandom } from '../../seed/random.ts';
import type { DiaryFact } from '../../src/kernel/happenings.ts';
import { addMinutes } from '../../src/kernel/time.ts';
import { law } from '../../src/law/index.ts';
import { obligationsOf } from '../../src/modules/obligations/index.ts';
import { randomDiary } from '../../tests/oracle/random-diaries.ts';

/** A nation of a million children has about twenty entries in each diary. */
const entriesEach = 20;
const children = 20_000;
const warmUp = 2000;

function busyDiary(number: number): { diary: DiaryFact[]; stateCode: string; record: 'missing' | 'found' } {
  const random = seededRandom('busy', number);
  const record = random.pick(['missing', 'found'] as const);
  const rules = law.filter((rule) => rule.record === record);
  const diary: DiaryFact[] = [];
  for (let part = 0; diary.length < entriesEach; part++) {
    const { entries } = randomDiary(random, rules, part);
    const ids = new Map(entries.map(({ entryId }) => [entryId, `${entryId}.${part}`]));
    diary.push(
      ...entries.map((entry) => ({ ...entry, entryId: ids.get(entry.entryId)!, corrects: entry.corrects && ids.get(entry.corrects)! })),
    );
  }
  return { diary: diary.slice(0, entriesEach), stateCode: 'WB', record };
}

export function foldFigures(): Figure[] {
  const times: number[] = [];
  let duties = 0;
  for (let number = -warmUp; number < children; number++) {
    const { diary, stateCode, record } = busyDiary(number + warmUp);
    const now = addMinutes(diary[0]!.happenedAt, 100_000);
    const start = performance.now();
    const all = obligationsOf(diary, law, now, { stateCode, record });
    const took = performance.now() - start;
    if (number < 0) continue;
    times.push(took);
    duties += all.length;
  }
  const rate = times.length / (times.reduce((sum, one) => sum + one, 0) / 1000);
  return [
    atMost('obligations.fold: one child of 20 entries, p50', percentile(times, 0.5), 'ms', times.length, 1),
    atMost('obligations.fold: p99', percentile(times, 0.99), 'ms', times.length, 1),
    atMost('obligations.fold: children a second on one core', Math.round(rate), 'children/s', times.length, null),
    atMost('obligations.fold: duties a child', duties / times.length, 'duties', times.length, null),
  ];
}
