// A Committee's children and its quarter, as tests of pendency and returns play them under a clock of their own.
import { routesOf } from '../../src/apps/desk.ts';
import type { Happening, HappeningFacts } from '../../src/kernel/happenings.ts';
import type { RecordId } from '../../src/kernel/ids.ts';
import { type Day, instantAt } from '../../src/kernel/time.ts';
import { writeDiary } from '../../src/modules/diary/index.ts';
import { registerFoundChild } from '../../src/modules/found-children/actions.ts';
import { foundChildSchema } from '../../src/modules/found-children/form.ts';
import { type TestDoor, openDoor } from './door.ts';
import { type Nation, type Who, startNation } from './tools.ts';

export const chair: Who = 'cwc-chairperson Saran';
export const magistrate: Who = 'district-nodal-officer Saran';
export const state: Who = 'state-nodal-officer Saran';

export type Sittings = {
  nation: Nation;
  desk: TestDoor;
  /** Sets the clock; noon, unless a time is given. */
  at(day: string, time?: string): void;
  tell<H extends Happening>(id: RecordId, on: string, happening: H, facts: HappeningFacts[H]): Promise<void>;
  /** Found and produced on that day, entered on it by the Committee itself. */
  produced(on: string): Promise<RecordId>;
  stop(): Promise<void>;
};

export async function startSittings(): Promise<Sittings> {
  const nation = await startNation();
  const desk = await openDoor(nation, 'desk', routesOf(nation.config));
  const at = (day: string, time = '12:00') => void (nation.clock.now = instantAt(day as Day, time));
  const tell: Sittings['tell'] = async (id, on, happening, facts) => {
    await nation.ask(chair, (context) => writeDiary(context, id, { happening, facts, happenedAt: instantAt(on as Day, '10:00') } as never));
  };
  return {
    nation,
    desk,
    at,
    tell,
    async produced(on) {
      at(on);
      const told = { childName: 'Asha', sex: 'female', ageFrom: '9', foundPlace: 'Platform 2', foundOn: on, foundAt: '08:00', districtCode: '220', broughtBy: 'police' }; // prettier-ignore
      const record = await nation.ask(chair, (context) => registerFoundChild(context, foundChildSchema.parse(told), []));
      if ('refused' in record) throw new Error(JSON.stringify(record));
      await tell(record.id, on, 'found.produced', { sitting: 'committee' });
      return record.id;
    },
    async stop() {
      await desk.close();
      await nation.stop();
    },
  };
}

/**
 * Six children before the Committee of Saran whose matters were pending on 30 November 2026, produced on these days, and a seventh who was restored by
 * then; one of the six is without parents.
 */
export const pendingSince = ['2025-11-24', '2025-11-30', '2026-05-30', '2026-07-30', '2026-07-31', '2026-11-30'] as const;

export async function sevenMatters({ at, tell, produced }: Sittings): Promise<RecordId[]> {
  const matters: RecordId[] = [];
  for (const on of pendingSince) matters.push(await produced(on));
  const restored = await produced('2026-08-01');
  at('2026-11-20');
  await tell(restored, '2026-11-20', 'found.restored', { to: 'parents' });
  return matters;
}

/** The numbers of a row, by the name in its first cell. */
export function cellsOf(body: string, name: string): string[] {
  const row = body.split('<tr').find((part) => part.includes('scope="row"') && part.includes(name)) ?? '';
  return [...row.matchAll(/<td[^>]*>(.*?)<\/td>/gs)].map(([, cell]) => cell!.replace(/<[^>]*>/g, '').trim());
}
