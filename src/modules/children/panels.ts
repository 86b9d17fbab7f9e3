// A record's page is drawn by its own module; modules of higher rank (matching, obligations, cwc) add their part of it as panels.
import type { ComponentChildren } from 'preact';
import type { RequestContext } from '../../web/route.ts';
import type { RecordKind } from '../../kernel/reference.ts';
import type { ChildRecord } from './record.ts';

export type RecordPanel = {
  /** Kinds of record it appears on. */
  kinds: readonly RecordKind[];
  /** `main` stands above the diary, `side` in the rail. */
  place: 'main' | 'side';
  /** Null when there is nothing to show to this officer. */
  draw(context: RequestContext, record: ChildRecord): Promise<ComponentChildren>;
};

export type DrawnPanels = { main: ComponentChildren[]; side: ComponentChildren[] };

export async function drawPanels(panels: readonly RecordPanel[], context: RequestContext, record: ChildRecord): Promise<DrawnPanels> {
  const drawn: DrawnPanels = { main: [], side: [] };
  for (const panel of panels.filter((candidate) => candidate.kinds.includes(record.kind))) {
    const body = await panel.draw(context, record);
    if (body !== null) drawn[panel.place].push(body);
  }
  return drawn;
}
