// The duties of a case: the same fold as of every diary, borne by the offices the case itself names, and told to nobody outside it.
import type { DiaryFact } from '../../kernel/happenings.ts';
import type { OfficeId } from '../../kernel/ids.ts';
import { type Actor, runningLaw } from '../../law/index.ts';
import type { Context } from '../../platform/context.ts';
import { lawVersion, storedObligationsOf } from '../obligations/index.ts';
import { type Owed, type Placed, noteLaw, replaceDuties, takeBehind } from './duty-store.ts';
import { diaryOf, holdDiary } from './paper-store.ts';

const rules = runningLaw.filter(({ record }) => record === 'conflict');
export const versionOfLaw = lawVersion(rules);

/** Whoever has no desk in the vault (a court, a magistrate above) is answered for by the Board, which hears of it. */
function bearerOf(place: Placed, actor: Actor): OfficeId {
  if (actor === 'child-welfare-police-officer' || actor === 'station-in-charge') return place.policeId;
  if (actor === 'probation-officer') return place.unitId;
  if (actor === 'children-home') return place.homeId ?? place.boardId;
  return place.boardId;
}

/** What a diary and the law say of a case that lies there. */
export function owedIn(diary: readonly DiaryFact[], place: Placed): Owed[] {
  const stored = storedObligationsOf(diary, rules, { stateCode: place.stateCode, record: 'conflict' });
  return stored.map((one) => ({ officeId: bearerOf(place, one.actor), stored: one }));
}

export async function projectDuties(context: Context, place: Placed): Promise<void> {
  await replaceDuties(context, place.id, owedIn(await diaryOf(context, place.id), place));
}

const PAGE = 100;

/** After a change of the law the next cases are worked out again. Answers how many; 0 where all follow it. */
export async function followLaw(context: Context, atMost = PAGE): Promise<number> {
  const behind = await takeBehind(context, versionOfLaw, atMost);
  for (const place of behind) {
    await holdDiary(context, place.id);
    await projectDuties(context, place);
  }
  if (behind.length > 0) await noteLaw(context, behind.map(({ id }) => id), versionOfLaw); // prettier-ignore
  return behind.length;
}
