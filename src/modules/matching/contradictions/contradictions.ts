// Status contradictions as a page of rows: both records on minimum fields, what they share, how long, and the pair to open if there is one.
import { audit } from '../../../platform/audit.ts';
import type { Context } from '../../../platform/context.ts';
import { type After, afterText } from '../../../platform/paging.ts';
import { type Contradiction, type Header, contradictionsIn, headersOf, pairsAmong } from './contradiction-store.ts';

const PAGE_ROWS = 50;
const readPermissions = { missing: 'missingReport.read', found: 'foundChild.read', sighting: 'sighting.read' } as const;

/** `pairId` only where the officer may open it. */
export type ContradictionRow = Pick<Contradiction, 'shared' | 'openedAt'> & { open: Header; other: Header; pairId: string | null };
export type Contradictions = { rows: ContradictionRow[]; older: string | null };

/** Every record named is audited as read, though no more of it is shown than a search shows. */
export async function loadContradictions(context: Context, after: After | null): Promise<Contradictions> {
  const { may } = context.tools;
  const found = await contradictionsIn(context, after, PAGE_ROWS);
  const ids = [...new Set(found.flatMap(({ openId, otherId }) => [openId, otherId]))];
  if (ids.length === 0) return { rows: [], older: null };
  const headers = await headersOf(context, ids);
  await audit(context, 'read', ids);
  const pairs = may(context.actor, 'match.read') ? await pairsAmong(context, ids) : [];
  const headerOf = (id: (typeof ids)[number]): Header => {
    const header = headers.get(id)!;
    return { ...header, visible: header.visible && may(context.actor, readPermissions[header.kind]) };
  };
  const rows = found.map(({ openId, otherId, shared, openedAt }) => {
    const pair = pairs.find(({ missingId, foundId }) => [missingId, foundId].includes(openId) && [missingId, foundId].includes(otherId));
    const [open, other] = [headerOf(openId), headerOf(otherId)];
    return { open, other, shared, openedAt, pairId: open.visible && other.visible ? (pair?.id ?? null) : null };
  });
  const last = found.length >= PAGE_ROWS ? found.at(-1)! : null;
  return { rows, older: last && afterText({ at: last.openedAt, id: last.openId }) };
}
