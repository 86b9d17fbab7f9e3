// The children of a drive as lines of a table, for whoever may see children: each opened in the reader's name, and so in the access log.
import type { OfficeId } from '../../kernel/ids.ts';
import type { RequestContext } from '../../web/route.ts';
import { type ChildRecord, childName, readDescriptions, readRecords } from '../children/index.ts';
import { type ChildrenAsked, pageOfChildren } from './child-store.ts';
import type { ChildStanding } from './standing.ts';
import { standingsOf } from './standings.ts';

export type Line = Pick<ChildRecord, 'id' | 'reference'> & {
  name: string;
  raidId: string;
  /** Whose officer joined the child: who may take it out. */
  joinedIn: OfficeId;
  districtName: string;
  standing: ChildStanding;
};

export async function linesOf(context: RequestContext, about: ChildrenAsked, paged: { size: number; page: number }): Promise<Line[]> {
  const children = await pageOfChildren(context, about, paged);
  const ids = children.map(({ recordId }) => recordId);
  const records = new Map((await readRecords(context, ids)).map((record) => [record.id, record]));
  const [descriptions, standings] = [await readDescriptions(context, ids), await standingsOf(context, [...records.values()])];
  return children.flatMap(({ recordId, raidId, officeId, districtName }) => {
    const [record, standing] = [records.get(recordId), standings.get(recordId)];
    if (!record || !standing) return [];
    const name = childName(context.view, descriptions.get(recordId));
    return [{ id: record.id, reference: record.reference, name, raidId, joinedIn: officeId, districtName, standing }];
  });
}
