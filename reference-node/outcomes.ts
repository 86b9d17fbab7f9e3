// Fetches what became of the messages: applied, ignored, parked, or quarantined with a reason; sends a paper again where the portal asks for it.
import { type Door, ifReached } from './door.ts';
import type { Outbox, Standing } from './outbox.ts';
import { type Tally, count } from './tally.ts';

type Outcome = {
  messageId: string | null;
  paper: string | null;
  state: Exclude<Standing, 'owed' | 'lost' | 'taken'>;
  reason: string | null;
};
type Outcomes = { outcomes: Outcome[]; next: number };

const ROUNDS = 50;

/** Answers whether all that could be fetched was. */
export async function fetchOutcomes({ door, outbox, tally }: { door: Door; outbox: Outbox; tally: Tally }): Promise<boolean> {
  for (let round = 0; round < ROUNDS; round++) {
    const answer = await ifReached(door.get('/v1/outcomes', `after=${outbox.cursor() ?? 0}`));
    if (answer?.status !== 200 || answer.doubt !== null) {
      count(tally.refused, `outcomes ${answer?.status === 200 ? answer.doubt : (answer?.status ?? 'unreachable')}`);
      return false;
    }
    const { outcomes, next } = answer.body as Outcomes;
    if (outcomes.length === 0) return true;
    note(outbox, tally, outcomes);
    outbox.moveCursor(String(next));
  }
  return false;
}

function note(outbox: Outbox, tally: Tally, outcomes: readonly Outcome[]): void {
  for (const { messageId, state, reason, paper } of outcomes) {
    if (!messageId) continue; // quarantined unread: the receipt said so already
    const standing = outbox.standingOf(messageId);
    if (standing === undefined) continue;
    if (state === 'quarantined' && standing !== 'quarantined') count(tally.quarantined, reason ?? 'unexplained');
    outbox.stand([[messageId, state]]);
    if (reason === 'replay-wanted' && paper) tally.sentAgain += outbox.again(paper);
  }
}

/** Messages taken of which nothing was heard yet. */
export function unsettled(outbox: Outbox): number {
  return outbox.messages().filter(({ messageId }) => outbox.standingOf(messageId) === 'taken').length;
}
