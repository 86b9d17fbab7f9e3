// Three invented districts of two States, an office of every kind with an officer in every role it has: the smallest nation in which a child can be lost here and found there.
import { sql } from 'kysely';
import { type OfficeId, type OfficerId, newId } from '../../src/kernel/ids.ts';
import type { Day } from '../../src/kernel/time.ts';
import type { Db, OfficerActor } from '../../src/platform/context.ts';
import { type OfficeKind, type Role, actorOf, officesFor, roles } from '../../src/modules/officers/index.ts';

/** Codes as the census gives them. */
const districts = [
  { code: '220', name: 'Saran', state: 'BR', stateName: 'Bihar', lgd: 10, latitude: 25.7, longitude: 84.7 },
  { code: '560', name: 'Kozhikode', state: 'KL', stateName: 'Kerala', lgd: 32, latitude: 11.3, longitude: 75.8 },
  { code: '557', name: 'Kannur', state: 'KL', stateName: 'Kerala', lgd: 32, latitude: 11.9, longitude: 75.4 },
] as const;
export type District = (typeof districts)[number]['name'];
/** A role at the office it is held in, in a district, whose State or nation it may serve: `cwc-member Saran`. */
export type Who = `${Role} ${District}`;

const ofStates: readonly OfficeKind[] = ['state-nodal'];
const ofTheNation: readonly OfficeKind[] = ['national-nodal', 'ministry', 'audit'];
const since = '2020-01-01' as Day;

type Office = { id: OfficeId; kind: OfficeKind; code: string; name: string; districtCode: string | null; stateCode: string | null };

function officeFor(kind: OfficeKind, district: (typeof districts)[number], offices: Map<string, Office>): Office {
  const [districtCode, stateCode, place] = ofTheNation.includes(kind)
    ? [null, null, 'India']
    : ofStates.includes(kind)
      ? [null, district.state, district.stateName]
      : [district.code, district.state, district.name];
  const name = `${kind} ${place}`;
  const known = offices.get(name);
  if (known) return known;
  const office = { id: newId<'office'>() as OfficeId, kind, code: `${kind}-${place}`, name, districtCode, stateCode };
  offices.set(name, office);
  return office;
}

/** Everyone at their desk, by role and district. An officer of a State or of the nation is one person under several keys. */
export async function settle(admin: Db): Promise<Map<string, OfficerActor>> {
  const offices = new Map<string, Office>();
  const officers = new Map<string, OfficerActor>();
  const people = new Map<string, OfficerActor>();
  for (const district of districts) {
    for (const role of roles) {
      const office = officeFor(officesFor(role)[0]!, district, offices);
      const { id: officeId, name: officeName, kind: officeKind, districtCode, stateCode } = office;
      const ids = { postingId: newId<'posting'>(), officerId: newId<'officer'>() as OfficerId, officeId };
      const person =
        people.get(`${role} ${officeName}`) ??
        actorOf({ ...ids, name: `Officer ${role}`, rank: null, role, fromOn: since, officeName, officeKind, districtCode, stateCode });
      people.set(`${role} ${officeName}`, person);
      officers.set(`${role} ${district.name}`, person);
    }
  }
  await writeNation(admin, [...offices.values()], [...people.values()]);
  return officers;
}

async function writeNation(admin: Db, offices: Office[], people: OfficerActor[]): Promise<void> {
  for (const { state, lgd, stateName, code, name, latitude, longitude } of districts) {
    await sql`insert into state values (${state}, ${lgd}, ${stateName}, null, '{}') on conflict do nothing`.execute(admin);
    await sql`insert into district values (${code}, ${state}, ${name}, null, ${latitude}, ${longitude})`.execute(admin);
  }
  const officeRows = offices.map(
    ({ id, kind, code, name, districtCode, stateCode }) => sql`(${id}, ${kind}, ${code}, ${name}, ${districtCode}, ${stateCode}, ${since})`,
  );
  await sql`insert into office (id, kind, code, name, district_code, state_code, opened_on) values ${sql.join(officeRows)}`.execute(admin);
  const officerRows = people.map(({ officerId, name }) => sql`(${officerId}, ${name}, ${`${officerId}@police.example`})`);
  await sql`insert into officer (id, name, email) values ${sql.join(officerRows)}`.execute(admin);
  const postingRows = people.map(
    ({ postingId, officerId, officeId, role }) => sql`(${postingId}, ${officerId}, ${officeId}, ${role}, ${since})`,
  );
  await sql`insert into posting (id, officer_id, office_id, role, from_on) values ${sql.join(postingRows)}`.execute(admin);
}
