// What matching adds to a record that is one of several of the same child: the records, each pair that joins them with who judged and confirmed it, and what contradicts.
import type { RecordId } from '../../../kernel/ids.ts';
import type { RequestContext } from '../../../web/route.ts';
import type { ChildRecord } from '../../children/index.ts';
import { readTimeline } from '../../diary/index.ts';
import { readOffice } from '../../officers/index.ts';
import type { Judgement } from '../candidate.ts';
import { type Edge, type Group, groupsOf } from './group.ts';
import { edgesAround } from './grouping.ts';
import { judgementsOf } from '../judging/judgement-store.ts';
import { GroupPanel } from '../pages/group-panel.tsx';
import { type SecondPerson, secondPersonOf } from '../judging/second-person.ts';
import { type Listed, listedRecords } from '../waiting.ts';

/** A pair of the group: its judgement, and what the second person said. */
export type ShownEdge = { edge: Edge; judged: Judgement | undefined; second: SecondPerson | null };
export type ShownMember = Listed & { officeName: string };
/** `hidden`: members this officer may not open; their number is told, nothing else. */
export type ShownGroup = { members: ShownMember[]; hidden: number; edges: ShownEdge[]; contradictions: ShownEdge[] };

async function shownEdge(context: RequestContext, edge: Edge): Promise<ShownEdge> {
  const judged = (await judgementsOf(context, edge.candidateId)).findLast(({ verdict }) => verdict !== 'reversed');
  const second = judged?.verdict === 'same' ? secondPersonOf(judged, await readTimeline(context, edge.foundId)) : null;
  return { edge, judged, second };
}

async function shownGroup(context: RequestContext, group: Group): Promise<ShownGroup> {
  const listed = await listedRecords(context, group.members);
  const members: ShownMember[] = [];
  for (const one of listed.values()) members.push({ ...one, officeName: (await readOffice(context, one.record.officeId))?.name ?? '' });
  const shown = async (edges: readonly Edge[]) => {
    const all: ShownEdge[] = [];
    for (const edge of edges) all.push(await shownEdge(context, edge));
    return all;
  };
  return {
    members,
    hidden: group.members.length - members.length,
    edges: await shown(group.edges),
    contradictions: await shown(group.contradictions),
  };
}

async function groupAround(context: RequestContext, recordId: RecordId): Promise<Group | undefined> {
  return groupsOf(await edgesAround(context, recordId)).find(({ members }) => members.includes(recordId));
}

/** Nothing for a record that stands alone. */
export async function drawGroup(context: RequestContext, record: ChildRecord) {
  if (!context.tools.may(context.actor, 'match.read')) return null;
  const group = await groupAround(context, record.id);
  return group ? GroupPanel({ view: context.view, record, group: await shownGroup(context, group) }) : null;
}
