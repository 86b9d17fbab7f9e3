// Status contradictions as a page of rows: both records on minimum fields, what they share, how long, and the pair to open if there is one; and what was explained away.
import { type RecordId, isUuid } from '../../../kernel/ids.ts';
import { type Refusal, refuse } from '../../../kernel/refusal.ts';
import { audit } from '../../../platform/audit.ts';
import type { Context } from '../../../platform/context.ts';
import { type After, afterText } from '../../../platform/paging.ts';
import { type Description, auditWrite, readDescriptions } from '../../children/index.ts';
import {
  type Contradiction,
  type Dismissal,
  type Header,
  contradictionsIn,
  dismissalsIn,
  headersOf,
  insertDismissal,
  pairsAmong,
} from './contradiction-store.ts';

const PAGE_ROWS = 50;
const DISMISSALS_SHOWN = 20;
const readPermissions = { missing: 'missingReport.read', found: 'foundChild.read', sighting: 'sighting.read' } as const;

/** `pairId` only where the officer may open it. */
export type ContradictionRow = Pick<Contradiction, 'shared' | 'openedAt' | 'more'> & { open: Named; other: Named; pairId: string | null };
/** `description` of a record the officer may open: name and age are then no secret. */
export type Named = Header & { description: Description | null };
export type Contradictions = { rows: ContradictionRow[]; older: string | null; dismissed: Dismissal[] };

/** The verbs ask for the right themselves, and the database once more: what stands here is of other districts too. */
function notForYou({ actor, tools }: Context): Refusal | null {
  if (actor.kind === 'officer' && tools.may(actor, 'match.contradictions')) return null;
  return refuse('web.error.mayNot', { who: tools.whoMay('match.contradictions').join(',') });
}

/** Every record named is audited as read, though no more of it is shown than a search shows. */
export async function loadContradictions(context: Context, after: After | null): Promise<Contradictions | Refusal> {
  const refusal = notForYou(context);
  if (refusal) return refusal;
  const found = await contradictionsIn(context, { after, atMost: PAGE_ROWS });
  const dismissed = after ? [] : await dismissalsIn(context, DISMISSALS_SHOWN);
  await audit(context, 'read', [
    ...new Set([...found.flatMap(({ openId, otherId }) => [openId, otherId]), ...dismissed.map(({ openId }) => openId)]),
  ]);
  const last = found.length >= PAGE_ROWS ? found.at(-1)! : null;
  return { rows: await rowsOf(context, found), older: last && afterText({ at: last.openedAt, id: last.openId }), dismissed };
}

async function rowsOf(context: Context, found: readonly Contradiction[]): Promise<ContradictionRow[]> {
  const { may } = context.tools;
  const ids = [...new Set(found.flatMap(({ openId, otherId }) => [openId, otherId]))];
  if (ids.length === 0) return [];
  const headers = await headersOf(context, ids);
  const pairs = may(context.actor, 'match.read') ? await pairsAmong(context, ids) : [];
  const opens = ({ visible, kind }: Header) => visible && may(context.actor, readPermissions[kind]);
  const descriptions = await readDescriptions(
    context,
    ids.filter((id) => opens(headers.get(id)!)),
  );
  const headerOf = (id: RecordId): Named => {
    const header = headers.get(id)!;
    return { ...header, visible: opens(header), description: descriptions.get(id) ?? null };
  };
  return found.map(({ openId, otherId, ...said }) => {
    const pair = pairs.find(({ missingId, foundId }) => [missingId, foundId].includes(openId) && [missingId, foundId].includes(otherId));
    const [open, other] = [headerOf(openId), headerOf(otherId)];
    return { ...said, open, other, pairId: open.visible && other.visible ? (pair?.id ?? null) : null };
  });
}

/**
 * Two missing reports that share something and are two children: said with a reason, kept for good, and asked again only once they share more. Of a
 * missing report and a found child there is a pair to judge instead.
 */
export async function dismissContradiction(
  context: Context,
  { openId, otherId, reason }: { openId: string; otherId: string; reason: string },
): Promise<Contradiction | Refusal> {
  const refusal = notForYou(context);
  if (refusal) return refusal;
  const known = isUuid(openId) ? await contradictionsIn(context, { openId: openId as RecordId, atMost: PAGE_ROWS }) : [];
  const asked = known.find((one) => one.otherId === otherId);
  if (!asked) return refuse('matching.error.noContradiction');
  const headers = await headersOf(context, [asked.openId, asked.otherId]);
  if ([...headers.values()].some(({ kind }) => kind !== 'missing')) return refuse('matching.error.judgeInstead');
  await auditWrite(context, asked.openId);
  await insertDismissal(context, asked, reason);
  return asked;
}
