// The story of care, played through the real doors: a special drive, thirty children, and what became of each. Each step's effect is seen through a door.
import { type Instant, addHours } from '../../src/kernel/time.ts';
import type { Figure } from '../figures.ts';
import { settle } from './care/cast.ts';
import { answer } from './care/answer.ts';
import { conflict } from './care/conflict.ts';
import { goingHome } from './care/going-home.ts';
import { planCare } from './care/plans.ts';
import { rescue } from './care/rescue.ts';
import { sponsor } from './care/sponsorship.ts';
import type { Scene } from './care/scene.ts';
import { signInAs } from './desk.ts';
import { personAt } from './person.ts';
import { type Doors, play } from './play.ts';

/** Raided so long ago that production and admission lie behind us. */
const RAIDED_HOURS_AGO = 60;

/** Plays everything; throws at the first step whose effect is not seen. */
export async function playCare(doors: Doors, now: Instant, say: (row: Figure) => void): Promise<Figure[]> {
  const { rows, step } = play(say);
  const [national, ministry] = [personAt('national nodal officer', doors.desk), personAt('official of the Ministry', doors.desk)];
  await signInAs(national, { office: '', role: 'national-nodal-officer' });
  await signInAs(ministry, { office: '', role: 'ministry-official' });
  const scene: Scene = {
    step,
    known: { drive: '', gone: '', plannedAt: now, nameOf: new Map() },
    national,
    ministry,
    places: [
      await settle(doors.desk, { state: 'Rajasthan', district: 'RJ-ALW', name: 'Alwar', home: "Aashray Boys' Home" }),
      await settle(doors.desk, { state: 'Delhi', district: 'DL-NDL', name: 'North Delhi', home: 'Umeed Open Shelter' }),
    ],
    raidedAt: addHours(now, -RAIDED_HOURS_AGO),
    now,
  };
  await rescue(scene);
  await planCare(scene);
  await goingHome(scene);
  await sponsor(scene);
  await answer(scene);
  await conflict(scene, doors.desk);
  return rows;
}
