// Settling what a file brought: as the worker settles, but the duties of each child are worked out once a transaction and not with each of its entries.
import type { RecordId } from '../../../kernel/ids.ts';
import type { Projection, Tools } from '../../../platform/context.ts';
import { settleNext } from '../inbox/settle.ts';
import { settleStationDays } from '../inbox/station-days.ts';
import type { Run } from './bring-history.ts';

/** Projections parted: what the next message of a transaction depends on, and what may wait for its end. */
export type InTwo = { now: Projection; atEnd: Projection };

const MOST = 500;

/** Until nothing is due. Answers how many messages it settled. */
export async function settlePast(
  tools: Tools,
  asked: (tools: Tools) => Run,
  inTwo: InTwo,
  onFault: (fault: unknown) => void,
): Promise<number> {
  let settled = 0;
  for (;;) {
    const now = await settleOnce(tools, asked, inTwo, onFault).catch(() => settleAsEver(asked(tools), onFault));
    if (now === 0) return settled;
    settled += now;
  }
}

async function settleOnce(tools: Tools, asked: (tools: Tools) => Run, inTwo: InTwo, onFault: (fault: unknown) => void): Promise<number> {
  const touched = new Set<RecordId>();
  const project: Projection = async (context, recordIds) => {
    for (const id of recordIds) touched.add(id);
    await inTwo.now(context, recordIds);
  };
  return asked({ ...tools, project })(async (context) => {
    const papers = await settleNext(context, { most: MOST, onFault });
    await inTwo.atEnd(context, [...touched]); // one undone with its savepoint is no record any more
    return papers + (await settleStationDays(context));
  });
}

/** One that faults only where all duties are worked out together would stop the file: with its own entry it is undone alone. */
function settleAsEver(run: Run, onFault: (fault: unknown) => void): Promise<number> {
  return run(async (context) => (await settleNext(context, { most: MOST, onFault })) + (await settleStationDays(context)));
}
