// An FIR the station typed, or a list brought, before the police's system told it: found by its number, however it was written.
import type { Context } from '../../../platform/context.ts';
import { type Paper, papersLike } from '../../missing-reports/index.ts';
import { canonicalNumber } from '../messages/index.ts';
import type { StepOf } from './step.ts';

type Registered = StepOf<'FIR.registered'>;

const keyOf = (stationId: string, paper: string, year: number, number: string): string =>
  `${stationId} ${paper} ${year} ${canonicalNumber(number, year)}`;

/** The complaint of each message that is here already. */
export async function linkTyped(context: Context, steps: readonly Registered[]): Promise<Map<Registered, string>> {
  const typed = await papersLike(
    context,
    steps.map(({ station, message: { paper } }) => ({
      stationId: station.id,
      paper: paper.kind as Paper,
      year: paper.year,
      number: canonicalNumber(paper.number, paper.year),
    })),
  );
  const byNumber = new Map(
    typed.map(({ stationId, paper, year, number, complaintId }) => [keyOf(stationId, paper, year, number), complaintId]),
  );
  return new Map(
    steps.flatMap((step) => {
      const { kind, year, number } = step.message.paper;
      const complaintId = byNumber.get(keyOf(step.station.id, kind, year, number));
      return complaintId ? [[step, complaintId]] : [];
    }),
  );
}
