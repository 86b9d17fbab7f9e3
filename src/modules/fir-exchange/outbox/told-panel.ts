// What the outbox adds to a missing child's page: what its police were told, and when they had it.
import type { RequestContext } from '../../../web/route.ts';
import type { ChildRecord, RecordPanel } from '../../children/index.ts';
import { ToldPanel } from '../pages/told-panel.tsx';
import { toldOfRecord } from './desk-store.ts';

async function draw(context: RequestContext, record: ChildRecord) {
  const told = await toldOfRecord(context, record.id);
  return told.length > 0 ? ToldPanel({ view: context.view, told }) : null;
}

export const toldPanels: readonly RecordPanel[] = [{ kinds: ['missing'], place: 'main', draw }];
