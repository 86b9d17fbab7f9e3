// A paper of care in families as it is kept: whose, of which version, handed in or not, and what each field says.
import type { RecordId } from '../../../kernel/ids.ts';
import type { Instant } from '../../../kernel/time.ts';
import { type PaperKind, abuseSigns, papers } from './paper-fields.ts';

export type KeptPaper = {
  id: string;
  kind: PaperKind;
  familyId: string | null;
  placingId: string | null;
  recordId: RecordId | null;
  /** Raised by each saving. */
  version: number;
  begunAt: Instant;
  begunBy: string;
  submittedAt: Instant | null;
  submittedBy: string | null;
};
export type PaperAnswer = { field: string; value: string; by: string; at: Instant };
export type PaperAnswers = ReadonlyMap<string, PaperAnswer>;

export function lackingIn(kind: PaperKind, answers: PaperAnswers): string[] {
  return papers[kind].fields.filter(({ name, needed }) => needed && !answers.get(name)?.value).map(({ name }) => name);
}

/** Form 35: any yes to abuse, and the child leaves the family at once. */
export function saysAbuse(answers: PaperAnswers): boolean {
  return abuseSigns.some((sign) => answers.get(sign)?.value === 'yes');
}
