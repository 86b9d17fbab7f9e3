// A police system's past, brought as a file: read as a stream in batches, each checked by the reader of the contract, kept, and settled before the next is read.
import { isUnreadable, linesOfFile } from './lines.ts';
import { newId } from '../../../kernel/ids.ts';
import { type Context, type Tools, inContext } from '../../../platform/context.ts';
import { findMessages } from '../inbox/finding.ts';
import type { FoundMessage } from '../inbox/message-store.ts';
import { settleNext } from '../inbox/settle.ts';
import { settleStationDays } from '../inbox/station-days.ts';
import { findNode } from '../trust/node-store.ts';
import { keepMessages, noteProgress, progressOf } from './history-store.ts';

const BATCH = 500;

export type Reject = { line: number; reason: string; path: string };
export type Summary = { lines: number; refused: number; kept: number; settled: number; seconds: number };
type Bringing = {
  path: string;
  node: string;
  /** Hears of each batch's rejects before it is kept: whoever goes on after a fault drops those beyond the lines kept. */
  onRejects: (rejects: readonly Reject[]) => void;
  onBegin: (linesKept: number) => void;
  onProgress: (summary: Summary) => void;
  onFault: (fault: unknown) => void;
};

function asked(tools: Tools): <T>(work: (context: Context) => Promise<T>) => Promise<T> {
  const asking = {
    actor: { kind: 'system', name: 'exchange.history' },
    ground: { name: 'exchange.history', purpose: 'exchange' },
  } as const;
  return (work) => inContext(tools, { ...asking, requestId: newId() }, work);
}

const rejectOf = ({ position, reason, reasonFacts }: FoundMessage, before: number): Reject => ({
  line: before + position,
  reason: reason!,
  path: String(reasonFacts?.['path'] ?? ''),
});

/** Goes on where an earlier run of the same file stopped. Throws where there is no such node, or no such file. */
export async function bringHistory(
  tools: Tools,
  { path, node: code, onRejects, onBegin, onProgress, onFault }: Bringing,
): Promise<Summary> {
  const run = asked(tools);
  const node = await run((context) => findNode(context, code));
  if (!node || node.closedAt) throw new Error(`There is no open node ${code}: open it at the desk first.`);
  const file = await linesOfFile(path);
  const before = (await run((context) => progressOf(context, file.digest, code))) ?? { lines: 0, refused: 0 };
  const summary: Summary = { ...before, kept: 0, settled: 0, seconds: 0 };
  const began = performance.now();
  onBegin(before.lines);
  for await (const lines of file.batches(BATCH, before.lines)) {
    // An empty line, or one longer than any message, still counts, so that line numbers are those of the file.
    const raw = Buffer.concat(lines.flatMap((line) => [isUnreadable(line) ? Buffer.from('?') : line, Buffer.from('\n')]));
    const found = findMessages(raw, 'application/x-ndjson', node);
    const rejects = found.filter(({ reason }) => reason !== null).map((one) => rejectOf(one, summary.lines));
    onRejects(rejects);
    summary.lines += lines.length;
    summary.refused += rejects.length;
    const good = found.filter(({ reason }) => reason === null);
    summary.kept += await run(async (context) => {
      await noteProgress(context, file.digest, code, summary);
      return good.length > 0 ? keepMessages(context, code, raw, good) : 0;
    });
    summary.settled += await settleAll(run, onFault);
    summary.seconds = (performance.now() - began) / 1000;
    onProgress({ ...summary });
  }
  summary.settled += await settleAll(run, onFault); // what an earlier run kept and did not come to
  summary.seconds = (performance.now() - began) / 1000;
  return summary;
}

async function settleAll(run: ReturnType<typeof asked>, onFault: (fault: unknown) => void): Promise<number> {
  let settled = 0;
  for (;;) {
    const now = await run(async (context) => (await settleNext(context, { most: BATCH, onFault })) + (await settleStationDays(context)));
    if (now === 0) return settled;
    settled += now;
  }
}
