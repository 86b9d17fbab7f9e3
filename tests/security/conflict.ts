// A child in conflict with law beside the story's three: every word of the case is secret, also that there is a case.
import { type OpeningDraft } from '../../src/modules/jjb/form.ts';
import { apprehend, takeStep } from '../../src/modules/jjb/actions.ts';
import { orderDestruction } from '../../src/modules/jjb/destruction.ts';
import { policeSteps } from '../../src/modules/jjb/steps/police.ts';
import { isRefusal } from '../../src/kernel/refusal.ts';
import type { Nation, Who } from '../database/tools.ts';
import { sql } from 'kysely';

export type ConflictStory = { proceedingId: string; proceedingPaperId: string; conflictWords: string[] };

const police: Who = 'child-welfare-police-officer Saran';
const board: Who = 'jjb-magistrate Saran';

/** `name`: what the child is called, who may be called as another child of the story. */
export async function tellConflict(nation: Nation, word: (of: string) => string, name = word('conflictname')): Promise<ConflictStory> {
  const identity: OpeningDraft = { name, sex: 'female', guardian: word('conflictguardian'), address: word('conflictaddress') };
  const proceedingId = await nation.ask(police, (context) => apprehend(context, nation.officer(police), identity));
  if (isRefusal(proceedingId)) throw new Error(proceedingId.code);
  const said = { offence: word('conflictoffence'), circumstances: 'x', family: 'x', handcuffed: 'no' };
  const background = policeSteps.find(({ code }) => code === 'background')!;
  const taken = await nation.ask(police, (context) => takeStep(context, nation.officer(police), proceedingId, background, said));
  if (isRefusal(taken)) throw new Error(taken.code);
  const { rows } = await sql<{ id: string }>`select id from conflict.paper where proceeding_id = ${proceedingId}`.execute(nation.admin);
  return {
    proceedingId,
    proceedingPaperId: rows[0]!.id,
    conflictWords: [identity.name, identity.guardian!, identity.address!, said.offence],
  };
}

/** As long ago as the rule keeps records, ended by a final order, the period for appeal over. */
export async function ageOut(nation: Nation, proceedingId: string, from = '2019-01-10'): Promise<void> {
  await sql`update conflict.proceeding set apprehended_at = ${`${from}T06:00:00Z`}::timestamptz - interval '200 days', produced_at = ${`${from}T06:00:00Z`}::timestamptz - interval '199 days',
    gravity = 'petty', sixteen_at_offence = false, ended_at = ${`${from}T06:00:00Z`}::timestamptz - interval '30 days', ended_by = 'advice', appeal_over_at = ${`${from}T06:00:00Z`},
    next_on = null where id = ${proceedingId}`.execute(nation.admin);
}

export async function ordered(nation: Nation, proceedingId: string): Promise<void> {
  const done = await nation.ask(board, (context) =>
    orderDestruction(context, nation.officer(board), proceedingId, { ground: 'years-over' }),
  );
  if (isRefusal(done)) throw new Error(done.code);
}
