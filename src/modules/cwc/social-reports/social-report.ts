// A social investigation report: ordered by Form 21, written part by part by more than one worker, submitted once, read by the Committee alone.
import type { OfficeId, RecordId } from '../../../kernel/ids.ts';
import type { Day, Instant } from '../../../kernel/time.ts';
import { type ReportField, neededToSubmit, reportParts, reportFields, type ReportPart } from './report-fields.ts';

export type SocialReport = {
  id: string;
  recordId: RecordId;
  orderId: string;
  cwcId: OfficeId;
  toOfficeId: OfficeId;
  officeName: string;
  dueOn: Day;
  /** Raised by each saving. */
  version: number;
  submittedAt: Instant | null;
  submittedBy: string | null;
};

/** What stands in a field and since which version; one answer of several choices is joined by commas. */
export type ReportAnswer = { field: string; value: string; version: number; by: string; at: Instant };

export type Difference = { field: string; theirs: string; by: string; at: Instant };
export type Merge = { write: { field: string; value: string }[]; differences: Difference[] };

type Standing = Pick<ReportAnswer, 'value' | 'by' | 'at'>;

/**
 * What was typed against what stands: `base` is each field as it stood when the page was opened. Where nobody else wrote, the typed counts; where only
 * the other wrote, theirs stays; where both wrote something else, it is a difference somebody has to look at.
 */
export function merged(
  fields: readonly Pick<ReportField, 'name'>[],
  typed: ReadonlyMap<string, string>,
  base: ReadonlyMap<string, Standing>,
  now: ReadonlyMap<string, Standing>,
): Merge {
  const merge: Merge = { write: [], differences: [] };
  for (const { name } of fields) {
    const mine = typed.get(name) ?? '';
    const before = base.get(name)?.value ?? '';
    const theirs = now.get(name);
    if (mine === before || mine === (theirs?.value ?? '')) continue;
    if ((theirs?.value ?? '') === before) merge.write.push({ field: name, value: mine });
    else merge.differences.push({ field: name, theirs: theirs!.value, by: theirs!.by, at: theirs!.at });
  }
  return merge;
}

export function filledIn(part: ReportPart, answers: ReadonlyMap<string, Standing>): { filled: number; of: number } {
  const own = reportFields.filter((field) => field.part === part);
  return { filled: own.filter(({ name }) => answers.get(name)?.value).length, of: own.length };
}

export const missingToSubmit = (answers: ReadonlyMap<string, Standing>): string[] =>
  neededToSubmit.filter((name) => !answers.get(name)?.value);

export const partAsked = (asked: unknown): ReportPart => reportParts.find((part) => part === asked) ?? reportParts[0];
