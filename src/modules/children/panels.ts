// A record's page is drawn by its own module; modules of higher rank (matching, obligations, cwc) add their part of it as panels.
import type { ComponentChildren } from 'preact';
import type { RequestContext } from '../../web/route.ts';
import type { RecordKind } from '../../kernel/reference.ts';
import type { ChildRecord } from './record.ts';

export type RecordPanel = {
  /** Kinds of record it appears on. */
  kinds: readonly RecordKind[];
  /** `next` is what the officer owes now, `main` stands above the diary, `side` in the rail. */
  place: 'next' | 'main' | 'side';
  /** Null when there is nothing to show to this officer. */
  draw(context: RequestContext, record: ChildRecord): Promise<ComponentChildren>;
  /** Addresses its buttons lead to, so that the page offers none of them twice. */
  offers?(context: RequestContext, record: ChildRecord): Promise<string[]>;
};

export type DrawnPanels = { next: ComponentChildren[]; main: ComponentChildren[]; side: ComponentChildren[]; offered: ReadonlySet<string> };

export async function drawPanels(panels: readonly RecordPanel[], context: RequestContext, record: ChildRecord): Promise<DrawnPanels> {
  const drawn: Omit<DrawnPanels, 'offered'> = { next: [], main: [], side: [] };
  const offered: string[] = [];
  for (const panel of panels.filter((candidate) => candidate.kinds.includes(record.kind))) {
    const body = await panel.draw(context, record);
    if (body !== null) drawn[panel.place].push(body);
    offered.push(...((await panel.offers?.(context, record)) ?? []));
  }
  return { ...drawn, offered: new Set(offered) };
}
