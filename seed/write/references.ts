// Reference numbers in the order records are written, and how far each series went.
import { type RecordKind, type Reference, makeReference } from '../../src/kernel/reference.ts';
import { type Instant, milliseconds } from '../../src/kernel/time.ts';
import { dayAt } from '../children/instants.ts';

export type References = {
  next(kind: RecordKind, stateCode: string, openedAt: Instant): Reference;
  series(): { kind: RecordKind; stateCode: string; year: number; last: number }[];
};

export function startReferences(): References {
  const series = new Map<string, { kind: RecordKind; stateCode: string; year: number; last: number }>();
  return {
    next(kind, stateCode, openedAt) {
      const year = Number(dayAt(milliseconds(openedAt)).slice(0, 4));
      const key = `${kind} ${stateCode} ${year}`;
      const one = series.get(key) ?? { kind, stateCode, year, last: 0 };
      one.last++;
      series.set(key, one);
      return makeReference(kind, stateCode, year, one.last);
    },
    series: () => [...series.values()],
  };
}
