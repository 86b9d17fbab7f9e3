// What matching adds to a record's page: its candidates, best first, and when it was last compared.
import type { RequestContext } from '../../web/route.ts';
import type { ChildRecord, RecordPanel } from '../children/index.ts';
import { heldBackOf, unseenFor } from './guarded/guarded.ts';
import { CandidatesPanel } from './pages/candidates-panel.tsx';
import { HeldBackPanel } from './pages/guarded.tsx';
import { drawGroup } from './groups/group-panel.ts';
import { candidatesOf } from './store.ts';
import { cautionsOf, listedRecords } from './waiting.ts';

/** Officers who may not see matches see no panel; candidates whose other record is hidden from the officer are left out. */
async function draw(context: RequestContext, record: ChildRecord) {
  if (!context.tools.may(context.actor, 'match.read')) return null;
  const candidates = await candidatesOf(context, record.id, { shown: true });
  const otherOf = (candidate: (typeof candidates)[number]) => (candidate.missingId === record.id ? candidate.foundId : candidate.missingId);
  const others = await listedRecords(context, candidates.map(otherOf));
  const rows = candidates.flatMap((candidate) => {
    const other = others.get(otherOf(candidate));
    return other ? [{ candidate, other }] : [];
  });
  const cautions = await cautionsOf(
    context,
    rows.map(({ candidate }) => candidate),
  );
  const unseen = context.actor.kind === 'officer' ? await unseenFor(context, context.actor, record) : [];
  return CandidatesPanel({ view: context.view, record, rows, cautions, unseen });
}

/** For whoever may act on the record, with or without a right to see matches: a home decides with the Committee who may look at its child. */
async function drawHeldBack(context: RequestContext, record: ChildRecord) {
  const held = await heldBackOf(context, record);
  return held.length === 0 ? null : HeldBackPanel({ view: context.view, held });
}

export const panels: RecordPanel[] = [
  { kinds: ['missing', 'found'], place: 'main', draw: drawGroup },
  { kinds: ['missing', 'found', 'sighting'], place: 'main', draw },
  { kinds: ['missing', 'found'], place: 'next', draw: drawHeldBack },
];
