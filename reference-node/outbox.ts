// What is owed to the portal, in a file that only grows: one JSON line for each thing that happened. A node that is killed reads it and goes on.
import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Paper } from './digest-tree.ts';
import { type Message, type PaperOf, contentDigestOf, paperKeyOf } from './message.ts';

/** `lost`: believed sent, on purpose, though it never was. */
export type Standing = 'owed' | 'lost' | 'taken' | 'applied' | 'ignored' | 'parked' | 'quarantined';
/** What the portal told the node. */
export type Heard = { messageId: string };
type Line =
  | { kept: Message }
  | { stands: [messageId: string, standing: Standing][] }
  | { again: string }
  | { heard: Heard }
  | { cursor: string }
  | { agreed: string };

export type Outbox = {
  keep(message: Message): void;
  stand(standings: readonly [messageId: string, standing: Standing][]): void;
  /** Every message of a paper is owed again. */
  again(paperKey: string): number;
  /** The portal has yet to say what became of messages of it: what it lacks shows after that. */
  inHand(paperKey: string): boolean;
  /** Owed messages, oldest first: of one paper in their order. */
  owed(): Message[];
  standingOf(messageId: string): Standing | undefined;
  /** Of every message of a paper, in their order. */
  standingsOf(paperKey: string): Standing[];
  /** What the portal last said of it, also where it is owed again. */
  saidOf(messageId: string): Standing | undefined;
  messages(): readonly Message[];
  /** The node's papers, each at its last sequence, by station. */
  papers(): Map<string, Paper[]>;
  /** The place of a paper's next message in its row. */
  nextSequence(paper: PaperOf): number;
  /** Keeps what the portal told; false if it is known already. */
  hear(message: Heard): boolean;
  cursor(): string | null;
  moveCursor(cursor: string): void;
  agree(upTo: string): void;
  agreed(): string | null;
};

export function openOutbox(file: string): Outbox {
  const kept = new Map<string, Message>();
  const standing = new Map<string, Standing>();
  const said = new Map<string, Standing>();
  const owed = new Set<string>();
  const heard = new Set<string>();
  const byPaper = new Map<string, Message[]>();
  let cursor: string | null = null;
  let agreed: string | null = null;

  function stand(messageId: string, what: Standing): void {
    standing.set(messageId, what);
    if (what === 'owed') owed.add(messageId);
    else owed.delete(messageId);
    if (what !== 'owed' && what !== 'lost') said.set(messageId, what);
  }
  function take(line: Line): void {
    if ('kept' in line) {
      kept.set(line.kept.messageId, line.kept);
      stand(line.kept.messageId, 'owed');
      if (!line.kept.paper) return;
      const key = paperKeyOf(line.kept.paper);
      byPaper.set(key, [...(byPaper.get(key) ?? []), line.kept]);
    } else if ('stands' in line) for (const [messageId, what] of line.stands) stand(messageId, what);
    else if ('again' in line) for (const { messageId } of byPaper.get(line.again) ?? []) stand(messageId, 'owed');
    else if ('heard' in line) heard.add(line.heard.messageId);
    else if ('cursor' in line) cursor = line.cursor;
    else agreed = line.agreed;
  }
  function standingsOf(paperKey: string): Standing[] {
    return (byPaper.get(paperKey) ?? []).map(({ messageId }) => standing.get(messageId)!);
  }
  function write(line: Line): void {
    appendFileSync(file, `${JSON.stringify(line)}\n`);
    take(line);
  }

  mkdirSync(dirname(file), { recursive: true });
  for (const line of wholeLines(file)) take(line);
  return {
    keep: (message) => write({ kept: message }),
    stand(standings) {
      const known = standings.filter(([messageId, what]) => kept.has(messageId) && standing.get(messageId) !== what);
      if (known.length > 0) write({ stands: known });
    },
    again(paperKey) {
      if (byPaper.has(paperKey)) write({ again: paperKey });
      return byPaper.get(paperKey)?.length ?? 0;
    },
    inHand: (paperKey) => standingsOf(paperKey).includes('taken'),
    standingsOf,
    owed: () => Array.from(owed, (messageId) => kept.get(messageId)!),
    standingOf: (messageId) => standing.get(messageId),
    saidOf: (messageId) => said.get(messageId),
    messages: () => [...kept.values()],
    papers() {
      const papers = Array.from(byPaper, ([paperKey, messages]) => ({ paperKey, message: lastOf(messages) })).map(
        ({ paperKey, message }) => ({
          paperKey,
          station: message.paper!.station,
          sequence: message.sequence!,
          digest: contentDigestOf(message),
        }),
      );
      return Map.groupBy(papers, ({ station }) => station);
    },
    nextSequence: (paper) => (byPaper.get(paperKeyOf(paper))?.length ?? 0) + 1,
    hear(message) {
      const isNew = !heard.has(message.messageId);
      if (isNew) write({ heard: message });
      return isNew;
    },
    cursor: () => cursor,
    moveCursor: (to) => write({ cursor: to }),
    agree: (upTo) => write({ agreed: upTo }),
    agreed: () => agreed,
  };
}

const lastOf = (messages: readonly Message[]): Message => messages.reduce((last, one) => (one.sequence! > last.sequence! ? one : last));

/** A node killed while it wrote leaves half a line: that message was owed to nobody yet. */
function wholeLines(file: string): Line[] {
  if (!existsSync(file)) return [];
  const text = readFileSync(file, 'utf8');
  const lines = text
    .slice(0, text.lastIndexOf('\n') + 1)
    .split('\n')
    .filter(Boolean);
  if (!text.endsWith('\n') && text !== '') appendFileSync(file, '\n');
  return lines.flatMap((line) => {
    try {
      return [JSON.parse(line) as Line];
    } catch {
      return [];
    }
  });
}
