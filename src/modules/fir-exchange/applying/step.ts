// One step of settling: a message whose turn has come, the paper as the portal knows it, and what may come of it.
import type { OfficeId } from '../../../kernel/ids.ts';
import type { Instant } from '../../../kernel/time.ts';
import type { Office } from '../../officers/index.ts';
import type { MessageOf, PaperMessage } from '../messages/index.ts';
import type { PaperRow } from './paper-store.ts';

export type PaperType = PaperMessage['type'];

/** `young`: of a file, and new enough to alert. `told`: as young, and what became of the child is in the same file. `old`: so old that nobody is alerted any more. Null: of no file. */
export type Past = 'young' | 'told' | 'old' | null;

export const alertsNobody = (past: Past): boolean => past === 'old' || past === 'told';

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

/** The diary's pointer to a message, when it was written there, and the station whose entry it is: of the past nobody's, or every station's figures were years late. */
export function toldBy({ message, station, past }: Pick<Step, 'message' | 'station' | 'past'>) {
  return {
    paper: { kind: 'exchange-message', id: message.messageId },
    enteredAt: message.sentAt,
    ...(past ? {} : { byOffice: station.id }),
  };
}
