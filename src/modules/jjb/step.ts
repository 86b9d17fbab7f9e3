// A step of a case: who takes it, what its form asks, what the diary says of it, and the form of the rules it is printed on. Each is a row of steps/.
import { z } from 'zod';
import type { ConflictFacts } from '../../kernel/happenings/conflict.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import type { Instant } from '../../kernel/time.ts';
import { choice, choices, day, optionalText, text, ticked, uuid, wholeNumber } from '../../web/fields.ts';
import { whenFields } from '../../web/when.ts';
import type { Proceeding } from './proceeding.ts';

export type Side = 'police' | 'board' | 'probation' | 'home';

export type StepField = { name: string; optional?: true } & (
  | { kind: 'line' | 'text' | 'day' | 'minutes' | 'tick' | 'home' }
  /** Who of the Board sat: of an order (`signed`) each signs it in the own session before it is made; of a hearing its writer says so. */
  | { kind: 'bench'; signed?: true }
  /** A day that lies ahead. */
  | { kind: 'ahead' }
  | { kind: 'choice' | 'choices'; options: readonly string[] }
);
/** What was typed, by field. */
export type Said = Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>;

export type ConflictEntry = {
  [H in keyof ConflictFacts]: { happening: H; facts: ConflictFacts[H]; corrects?: string };
}[keyof ConflictFacts];
/** What is already written in the case. */
export type Written = { happening: keyof ConflictFacts; entryId: string; facts: Record<string, unknown>; happenedAt: Instant };

export type Taking = { proceeding: Proceeding; said: Said; paperId: string; written: readonly Written[]; at: Instant };

export type Step = {
  /** In the address, in words (`jjb.step.<code>`) and as the paper's kind. */
  code: string;
  side: Side;
  fields: readonly StepField[];
  /** Purpose of the form of the Model Rules it is given on (kernel/forms.ts). */
  form?: string;
  /** Offered where it makes sense now; the same is asked when it is saved. */
  offered(proceeding: Proceeding, written: readonly Written[]): boolean;
  /** What would be wrong with it. */
  refuses?(taking: Taking): Refusal | null;
  entries?(taking: Taking): readonly ConflictEntry[];
  /** What of it stands in columns of the case. */
  changes?(
    taking: Taking,
  ): Partial<
    Pick<Proceeding, 'homeId' | 'gravity' | 'sixteenAtOffence' | 'producedAt' | 'nextOn' | 'endedAt' | 'endedBy' | 'appealOverAt'>
  >;
};

/** Of an order: it is made by the last signature of those named. */
export function isSigned({ fields }: Pick<Step, 'fields'>): boolean {
  return fields.some((field) => field.kind === 'bench' && field.signed === true);
}

const LONG = 4000;
const LINE = 200;

function fieldSchema(field: StepField): z.ZodType {
  const { optional } = field;
  const base = (): z.ZodType => {
    if (field.kind === 'choice') return choice(field.options as [string, ...string[]]);
    if (field.kind === 'choices') return choices(field.options as [string, ...string[]]);
    if (field.kind === 'day' || field.kind === 'ahead') return day();
    if (field.kind === 'minutes') return wholeNumber(0, 7 * 24 * 60);
    if (field.kind === 'tick') return ticked();
    if (field.kind === 'home') return uuid();
    if (field.kind === 'bench') return z.preprocess((value) => (value === undefined ? [] : [value].flat()), z.array(uuid()).max(3));
    return field.kind === 'line' ? (optional ? optionalText(LINE) : text(LINE)) : optional ? optionalText(LONG) : text(LONG);
  };
  return optional && !['choices', 'tick', 'bench'].includes(field.kind) ? base().optional() : base();
}

/** Every step says when it was done (when.ts). */
export function schemaOf({ fields }: Pick<Step, 'fields'>) {
  return z.strictObject({ ...Object.fromEntries(fields.map((field) => [field.name, fieldSchema(field)])), ...whenFields });
}

export function lastOf(written: readonly Written[], happening: keyof ConflictFacts): Written | undefined {
  return written.findLast((one) => one.happening === happening);
}
