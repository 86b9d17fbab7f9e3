// A desk beside a police node whose station is written as the contract writes codes: messages come, are settled, and are looked at on its pages.
import { sql } from 'kysely';
import { type ChildRecord, peekRecords } from '../../src/modules/children/index.ts';
import { childrenOfPapers } from '../../src/modules/fir-exchange/applying/paper-store.ts';
import { deskRoutes } from '../../src/modules/fir-exchange/desk.ts';
import { type Paper, type PaperMessage, paperKey } from '../../src/modules/fir-exchange/messages/index.ts';
import { panels } from '../../src/modules/fir-exchange/panels.ts';
import { deskRoutes as missingRoutes } from '../../src/modules/missing-reports/index.ts';
import { nation, startCase } from './asha.ts';
import { type TestDoor, openDoor } from './door.ts';
import { come, openNode, paperNamed, settleAll, station } from './told.ts';
import { worker } from './tools.ts';

/** The station of `told.ts`, by its code in messages. */
export const ours = 'PS-BR-SAR-1';
export const ourPaper = (change: Partial<Paper> = {}): Paper => paperNamed({ district: 'BR-SAR', station: ours, ...change });

/** Call it in `beforeAll`; close it, and stop the nation, in `afterAll`. */
export async function openPoliceDesk(): Promise<TestDoor> {
  await startCase();
  await openNode(nation);
  await sql`update office set code = ${ours} where code = ${station}`.execute(nation.admin);
  await sql`insert into district (code, state_code, name, latitude, longitude) values ('BR-SAR', 'BR', 'Saran town', 25.8, 84.7)`.execute(
    nation.admin,
  );
  await sql`update office set district_code = 'BR-SAR' where code = ${ours}`.execute(nation.admin);
  return openDoor(nation, 'desk', [...deskRoutes(), ...missingRoutes(panels)]);
}

/** Its page in the quarantine. */
export async function rowOf({ messageId }: Pick<PaperMessage, 'messageId'>): Promise<string> {
  const { rows } = await sql<{ row: number }>`select sequence as row from exchange_message where message_id = ${messageId}`.execute(
    nation.admin,
  );
  return `/exchange/quarantine/${rows[0]!.row}`;
}

export async function wait(message: PaperMessage): Promise<string> {
  await come(nation, message);
  await settleAll(nation);
  return rowOf(message);
}

export async function recordOf(paper: Paper): Promise<ChildRecord> {
  return nation.ask(worker, async (context) => {
    const [child] = await childrenOfPapers(context, [paperKey(paper)]);
    return (await peekRecords(context, [child!.recordId]))[0]!;
  });
}
