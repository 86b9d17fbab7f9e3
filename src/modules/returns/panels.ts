// What returns add to a record's page: the entries of its diary that were said long after, or after what they belong to was frozen.
import type { RequestContext } from '../../web/route.ts';
import type { ChildRecord, RecordPanel } from '../children/index.ts';
import { readDiary } from '../diary/index.ts';
import { backDatedAmong } from './back-dated.ts';
import { BackDatedPanel } from './pages/back-dated-page.tsx';
import { sealsOf } from './seal-store.ts';

async function draw(context: RequestContext, record: ChildRecord) {
  if (context.actor.kind !== 'officer') return null;
  const diary = await readDiary(context, record.id);
  const offices = [...new Set(diary.flatMap(({ byOffice }) => byOffice ?? []))];
  const found = backDatedAmong(diary, await sealsOf(context, offices));
  return found.length > 0 ? BackDatedPanel({ view: context.view, found }) : null;
}

export const panels: readonly RecordPanel[] = [{ kinds: ['missing', 'found', 'sighting'], place: 'side', draw }];
