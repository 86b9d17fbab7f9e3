// A police system's past, brought as a file: read as a stream in batches, each checked by the reader of the contract and kept while the one before it is settled.
import { type Reject, openPast } from './file.ts';
import { newId } from '../../../kernel/ids.ts';
import { type Context, type Tools, inContext } from '../../../platform/context.ts';
import { findMessages } from '../inbox/finding.ts';
import type { FoundMessage } from '../inbox/message-store.ts';
import { findNode } from '../trust/node-store.ts';
import { keepMessages, noteProgress, progressOf } from './history-store.ts';
import { type InTwo, settlePast } from './settle-past.ts';

const BATCH = 500;

export type { Reject } from './file.ts';
/** `lines`: of the file, read and kept. `share`: of the file, by its length, from 0 to 1. */
export type Summary = { lines: number; refused: number; kept: number; settled: number; seconds: number; share: number };
type Bringing = {
  path: string;
  node: string;
  inTwo: InTwo;
  /** Hears of each batch's rejects before it is kept: whoever goes on after a fault drops those beyond the lines kept. */
  onRejects: (rejects: readonly Reject[]) => void;
  onBegin: (linesKept: number) => void;
  onProgress: (summary: Summary) => void;
  onFault: (fault: unknown) => void;
};

export type Run = <T>(work: (context: Context) => Promise<T>) => Promise<T>;

function asked(tools: Tools): Run {
  const asking = {
    actor: { kind: 'system', name: 'exchange.history' },
    ground: { name: 'exchange.history', purpose: 'exchange' },
  } as const;
  return (work) => inContext(tools, { ...asking, requestId: newId() }, work);
}

const rejectOf = ({ position, reason, reasonFacts }: FoundMessage, lineOf: (position: number) => number): Reject => ({
  line: lineOf(position),
  reason: reason!,
  path: String(reasonFacts?.['path'] ?? ''),
});

/** Goes on where an earlier run of the same file stopped. Throws where there is no such node, or no such file. */
export async function bringHistory(
  tools: Tools,
  { path, node: code, inTwo, onRejects, onBegin, onProgress, onFault }: Bringing,
): Promise<Summary> {
  const run = asked(tools);
  const node = await run((context) => findNode(context, code));
  if (!node || node.closedAt) throw new Error(`There is no open node ${code}: open it at the desk first.`);
  const file = await openPast(path);
  const before = (await run((context) => progressOf(context, file.digest, code))) ?? { lines: 0, refused: 0 };
  const summary: Summary = { ...before, kept: 0, settled: 0, seconds: 0, share: 0 };
  const began = performance.now();
  onBegin(before.lines);
  // What an earlier run kept and did not come to is settled first.
  let settling = settlePast(tools, asked, inTwo, onFault);
  try {
    for await (const { upTo, raw, lineOf, rejects: ofRows } of file.batches({
      size: BATCH,
      after: before.lines,
      node,
      now: tools.clock(),
    })) {
      const found = findMessages(raw, 'application/x-ndjson', node);
      const rejects = [...ofRows, ...found.filter(({ reason }) => reason !== null).map((one) => rejectOf(one, lineOf))];
      onRejects(rejects);
      summary.lines = upTo;
      summary.refused += rejects.length;
      summary.share = file.share();
      const good = found.filter(({ reason }) => reason === null);
      summary.kept += await run(async (context) => {
        await noteProgress(context, file.digest, code, summary);
        return good.length > 0 ? keepMessages(context, code, raw, good) : 0;
      });
      summary.settled += await settling;
      summary.seconds = (performance.now() - began) / 1000;
      onProgress({ ...summary });
      settling = settlePast(tools, asked, inTwo, onFault);
    }
  } finally {
    summary.settled += await settling;
  }
  summary.seconds = (performance.now() - began) / 1000;
  return summary;
}
