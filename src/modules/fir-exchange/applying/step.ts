// One step of settling: a message whose turn has come, the paper as the portal knows it, and what may come of it.
import type { OfficeId } from '../../../kernel/ids.ts';
import type { Instant } from '../../../kernel/time.ts';
import type { Office } from '../../officers/index.ts';
import type { MessageOf, PaperMessage } from '../messages/index.ts';
import type { PaperRow } from './paper-store.ts';

export type PaperType = PaperMessage['type'];

/** `told`: young, and what became of the child is in the same file. `old`: as old as nobody is alerted any more. Null: as of today. */
export type Past = 'told' | 'old' | null;

export type StepOf<Type extends PaperType> = {
  row: number;
  message: MessageOf<Type>;
  receivedAt: Instant;
  paperKey: string;
  /** Absent while nothing of this paper took effect. */
  paper: PaperRow | undefined;
  station: Office & { id: OfficeId };
  /** A message that took effect before it at its place, and stands no longer. */
  insteadOf: string[];
  /** What it is of the past, if it came in a file of it: nobody is alerted, and what ended long ago ends here too. */
  past: Past;
  /** It took effect before; said once more because what came before it changed. */
  again: boolean;
};
export type Step = { [Type in PaperType]: StepOf<Type> }[PaperType];

/** How far clocks may differ: the diary takes a moment so far ahead, and no further. */
export const CLOCK_MINUTES = 5;

export type Outcome =
  | { state: 'applied'; odd: readonly string[] }
  | { state: 'quarantined'; reason: string; path: string; facts?: Record<string, unknown> };

export function applied(...odd: string[]): Outcome {
  return { state: 'applied', odd };
}

export function wrong(reason: string, path: string, facts?: Record<string, unknown>): Outcome {
  return { state: 'quarantined', reason, path, ...(facts ? { facts } : {}) };
}

/** The diary's pointer to a message, when it was written there, and the station whose entry it is. */
export function toldBy({ message, station }: Pick<Step, 'message' | 'station'>) {
  return { paper: { kind: 'exchange-message', id: message.messageId }, enteredAt: message.sentAt, byOffice: station.id };
}
