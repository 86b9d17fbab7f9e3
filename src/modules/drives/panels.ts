// On a found child's page: in which drive it was rescued, or which raids it can have been rescued in; and the child joined as it is registered.
import { addHours } from '../../kernel/time.ts';
import type { RequestContext } from '../../web/route.ts';
import type { ChildRecord, RecordPanel } from '../children/index.ts';
import type { WhileRegistering } from '../found-children/index.ts';
import { RAID_HOURS, joinOne } from './actions.ts';
import { joinedOf } from './child-store.ts';
import { raidsBefore, readDrive, readRaid } from './drive-store.ts';
import { RaidOfChildPanel } from './pages/raid-of-child-panel.tsx';

async function draw(context: RequestContext, record: ChildRecord) {
  const { view, tools, actor } = context;
  if (!tools.may(actor, 'drive.children')) return null;
  const joined = await joinedOf(context, record.id);
  const raid = joined && (await readRaid(context, joined.raidId));
  const drive = raid && (await readDrive(context, raid.driveId));
  const offered =
    !joined && tools.may(actor, 'drive.join')
      ? await raidsBefore(context, record.districtCode, record.happenedAt, addHours(record.happenedAt, -RAID_HOURS))
      : [];
  if (!drive && offered.length === 0) return null;
  return RaidOfChildPanel({ view, reference: record.reference, joined: raid && drive ? { raid, drive } : null, offered });
}

export const panels: readonly RecordPanel[] = [{ kinds: ['found'], place: 'side', draw }];

/** `/found/new?raid=…`: the raid's page leads there. */
export const whileRegistering: WhileRegistering = {
  carries: 'raid',
  registered: (context, record, raidId) => joinOne(context, raidId, record),
};
