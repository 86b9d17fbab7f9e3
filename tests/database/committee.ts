// A Committee with a bench of five at its desk, and children before it: for tests of its sittings, orders and files.
import { sql } from 'kysely';
import { routesOf } from '../../src/apps/desk.ts';
import { type OfficerId, newId } from '../../src/kernel/ids.ts';
import type { Reference } from '../../src/kernel/reference.ts';
import type { Day } from '../../src/kernel/time.ts';
import type { OfficerActor } from '../../src/platform/context.ts';
import { registerFoundChild } from '../../src/modules/found-children/actions.ts';
import { foundChildSchema } from '../../src/modules/found-children/form.ts';
import { recordProduction } from '../../src/modules/cwc/actions.ts';
import { productionSchema } from '../../src/modules/cwc/form.ts';
import { type Answered, type Fields, type TestDoor, openDoor } from './door.ts';
import { type Nation, type Who, startNation } from './tools.ts';

export const chair: Who = 'cwc-chairperson Kozhikode';
export const home: Who = 'home-superintendent Kozhikode';
export const unit: Who = 'child-protection-officer Kozhikode';

export type Bench = {
  nation: Nation;
  desk: TestDoor;
  /** The chairperson first, then four members. */
  members: OfficerActor[];
  /** The same as `Who`, for the door. */
  seats: Who[];
  /** Found and registered at the home; `found` by its reference. */
  found(fields?: Record<string, string>): Promise<Reference>;
  produce(reference: Reference, fields?: Record<string, string>): Promise<void>;
  /** A day of the calendar on which these members came. */
  sit(members: number, bench?: 'committee' | 'single-member', on?: string): Promise<string>;
  send(path: string, fields: Fields, who?: Who): Promise<Answered>;
  /** Drafts an order and has it signed by that many members; its address. */
  order(reference: Reference, type: string, fields?: Fields, signers?: number): Promise<string>;
  stop(): Promise<void>;
};

export async function startBench(): Promise<Bench> {
  const nation = await startNation();
  const desk = await openDoor(nation, 'desk', routesOf(nation.config));
  const seats: Who[] = [chair, 'cwc-member Kozhikode'];
  for (const name of ['Meera', 'Ravi', 'Salma']) seats.push(await seat(nation, name));
  const members = seats.map((who) => nation.officer(who));
  const send: Bench['send'] = (path, fields, who = chair) => desk.post(path, fields, who);
  const must = (answer: Answered): Answered => {
    if (answer.status !== 303)
      throw new Error(`${answer.status}: ${[...answer.body.matchAll(/-error">(.*?)<\/p>/gs)].map(([, words]) => words).join('; ')}`);
    return answer;
  };
  return {
    nation,
    desk,
    members,
    seats,
    send,
    async found(fields = {}) {
      const told = { childName: 'Asha', sex: 'female', ageFrom: '9', foundPlace: 'Platform 2', foundOn: '2026-11-22', foundAt: '08:00', districtCode: '560', broughtBy: 'police', ...fields }; // prettier-ignore
      const record = await nation.ask(home, (context) => registerFoundChild(context, foundChildSchema.parse(told), []));
      if ('refused' in record) throw new Error(JSON.stringify(record));
      return record.reference;
    },
    async produce(reference, fields = {}) {
      const draft = productionSchema.parse({
        producedOn: '2026-11-23',
        producedAt: '10:00',
        sitting: 'committee',
        placedWith: 'children-home',
        ...fields,
      });
      const record = await nation.ask(chair, (context) => recordProduction(context, reference, draft), 'production');
      if ('refused' in record) throw new Error(JSON.stringify(record));
    },
    async sit(count, bench = 'committee', on = '2026-11-24') {
      const { location } = must(await send('/cwc/sittings', { sitsOn: on, sitsAt: '11:00', bench }));
      const path = location.split('?')[0]!;
      must(await send(path, { members: members.slice(0, count).map(({ officerId }) => officerId) }));
      return path.split('/').at(-1)!;
    },
    async order(reference, type, fields = {}, signers = 3) {
      const named = members.slice(0, signers);
      const draft = { type, language: 'en', body: 'As heard.', signers: named.map(({ officerId }) => officerId), ...fields };
      const path = must(await send(`/cwc/${reference}/order?type=${type}`, draft)).location.split('?')[0]!;
      for (const [at, { name }] of named.entries()) must(await send(path, { step: 'sign', consent: name }, seats[at]!));
      return path;
    },
    async stop() {
      await desk.close();
      await nation.stop();
    },
  };
}

/** Another member of the Committee of Kozhikode, known to the door as `cwc-member <name>`. */
async function seat(nation: Nation, name: string): Promise<Who> {
  const like = nation.officer('cwc-member Kozhikode');
  const [officerId, postingId] = [newId<'officer'>() as OfficerId, newId<'posting'>()];
  await sql`insert into officer (id, name, email) values (${officerId}, ${name}, ${`${officerId}@committee.example`})`.execute(
    nation.admin,
  );
  await sql`insert into posting (id, officer_id, office_id, role, from_on) values (${postingId}, ${officerId}, ${like.officeId}, 'cwc-member', ${'2020-01-01' as Day})`.execute(
    nation.admin,
  );
  return nation.join(`cwc-member ${name}`, { ...like, officerId, postingId, name });
}
