// A directive as a test needs it: only what the test is about is said, entered and pointed as the desk does it.
import { sql } from 'kysely';
import { isRefusal } from '../../src/kernel/refusal.ts';
import { addPoint, enterDirective, issue } from '../../src/modules/directives/actions.ts';
import { directiveSchema, pointSchema } from '../../src/modules/directives/form.ts';
import { type Owed, openPoints } from '../../src/modules/directives/answer-store.ts';
import { answerPoint } from '../../src/modules/directives/answers.ts';
import { reachEveryone } from '../../src/modules/directives/jobs.ts';
import { countAddressees } from '../../src/modules/directives/reach-store.ts';
import { type Nation, type Who, worker } from './tools.ts';

type Typed = Record<string, string | string[]>;
type Said = { points?: readonly Typed[]; [field: string]: unknown };

const directive = {
  kind: 'advisory',
  title: 'Answer within the week',
  authority: 'Invented Department',
  dated: '2026-11-01',
  text: 'Every office answers.\nपढ़ें और पावती दें।',
  confidence: 'C',
  audience: 'public',
  officeKinds: ['police-station'],
};
const what = { what: 'Answer letters within the week', repeats: 'once' };
/** The day of a point that says nothing of it. */
const term = { dueKind: 'days', dueCount: '7', dueFrom: 'receipt', dueBasis: 'portal' };

/** A draft of the officer's office; answers its id. Throws where the draft is refused. */
export async function writeDirective(nation: Nation, who: Who, { points = [], ...said }: Said = {}): Promise<string> {
  const officer = nation.officer(who);
  const answered = await nation.ask(who, async (context) => {
    const id = await enterDirective(context, officer, directiveSchema.parse({ ...directive, ...said }));
    if (isRefusal(id)) return id;
    for (const more of points) {
      const added = await addPoint(context, officer, id, pointSchema.parse({ ...what, ...('dueKind' in more ? {} : term), ...more }));
      if (isRefusal(added)) return added;
    }
    return id;
  });
  if (isRefusal(answered)) throw new Error(JSON.stringify(answered));
  return answered;
}

/** Issued to all the offices its preview counts; answers its id. */
export async function issueDirective(nation: Nation, who: Who, said: Said = {}): Promise<string> {
  const id = await writeDirective(nation, who, said);
  const done = await nation.ask(who, async (context) => {
    const offices = (await countAddressees(context, id)).reduce((sum, one) => sum + one.offices, 0);
    return issue(context, nation.officer(who), id, offices);
  });
  if (done !== true) throw new Error(JSON.stringify(done));
  return id;
}

/** The worker's round: rows for every addressee there is by now. */
export const reachAll = (nation: Nation, atMost?: number): Promise<number> =>
  reachEveryone((work) => nation.ask(worker, work), () => true, atMost); // prettier-ignore

/** The names of the offices it reached. */
export async function reachedBy(nation: Nation, id: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select o.name from directive_receipt r join office o on o.id = r.office_id
    where r.directive_id = ${id} order by 1`.execute(nation.admin);
  return rows.map(({ name }) => name);
}

export const owedAt = (nation: Nation, who: Who): Promise<Owed[]> =>
  nation.ask(who, (context) => openPoints(context, nation.officer(who).officeId, 50));

export const answering = (nation: Nation, who: Who, id: string, more: object): ReturnType<typeof answerPoint> =>
  nation.ask(who, (context) => answerPoint(context, nation.officer(who), id, more as Parameters<typeof answerPoint>[3]));
