// On the page of a pair: a closed case that shares an FIR, a telephone, an address or a photograph with one of the two. Only what the officer may open
// is looked at, so that nobody learns from it whose number stands in another's file (contradictions.ts says the rest to who watches over both).
import type { RecordId } from '../../../kernel/ids.ts';
import { audit } from '../../../platform/audit.ts';
import type { Context } from '../../../platform/context.ts';
import { readDiary } from '../../diary/index.ts';
import { type ClosedSharing, closedSharingWith } from './contradiction-store.ts';

const readPermissions = { missing: 'missingReport.read', found: 'foundChild.read', sighting: 'sighting.read' } as const;

/** A report closed as a duplicate, or as entered in error, says nothing of the child: the one it stands for does. */
function isDuplicate(diary: Awaited<ReturnType<typeof readDiary>>): boolean {
  const closed = diary.findLast(({ happening }) => happening === 'missing.closed');
  return closed !== undefined && ['duplicate', 'entered-in-error'].includes((closed.facts as { outcome: string }).outcome);
}

/** Newest first; each audited as read. */
export async function closedBeside(context: Context, ids: readonly RecordId[]): Promise<ClosedSharing[]> {
  const told: ClosedSharing[] = [];
  for (const closed of await closedSharingWith(context, ids)) {
    if (!context.tools.may(context.actor, readPermissions[closed.kind])) continue;
    if (!isDuplicate(await readDiary(context, closed.recordId))) told.push(closed);
  }
  await audit(
    context,
    'read',
    told.map(({ recordId }) => recordId),
  );
  return told;
}
