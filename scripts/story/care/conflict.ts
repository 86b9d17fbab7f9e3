// A child in conflict with law, long ago: from the apprehension to the order that destroys the records. Nothing of it is seen outside its Board.
import { type Person, personAt, words } from '../person.ts';
import { signInAs } from '../desk.ts';
import { says } from '../play.ts';
import { fill, offered } from './cast.ts';
import type { Scene } from './scene.ts';

const DISTRICT = 'RJ-ALW';
const NAME = 'Harish Invented';
const on = (doneOn: string, doneAt = '11:00') => ({ doneOn, doneAt });

async function seated(door: string, role: string): Promise<Person> {
  const person = personAt(role, door);
  await signInAs(person, { office: '', role, district: DISTRICT });
  return person;
}

export async function conflict({ step, places: [here], national }: Scene, door: string): Promise<void> {
  const [magistrate, member, probation] = [
    await seated(door, 'jjb-magistrate'),
    await seated(door, 'jjb-member'),
    await seated(door, 'probation-officer'),
  ];
  let path = '';
  const nameOf = async (person: Person): Promise<string> => /<h1>([^<]*)<\/h1>/.exec((await person.open('/account')).text)?.[1] ?? '';
  const memberName = await nameOf(member);
  const seats = async (code: string, field: string, names: string[]): Promise<string[]> => {
    const page = await magistrate.open(`${path}/${code}`);
    return names.map((name) => offered(page, field, new RegExp(name)));
  };
  await step('a child in conflict with law is apprehended, and brought before the Board', magistrate, async () => {
    const opened = await fill(here.police, '/board/new', {
      name: NAME,
      sex: 'male',
      age: '15',
      guardian: 'Mohan Invented',
      ...on('2018-03-01'),
    });
    path = /\/board\/cases\/[0-9a-f-]{36}/.exec(opened.url)?.[0] ?? '';
    await fill(magistrate, `${path}/production`, {
      gravity: 'petty',
      sixteen: 'no',
      sat: await seats('production', 'sat', [await nameOf(magistrate)]),
      ...on('2018-03-01', '18:00'),
    });
    return says(magistrate, path, NAME);
  });
  await step('the probation officer reports, two of the Board sign its advice', magistrate, async () => {
    const report = {
      family: 'a mother and two sisters',
      living: 'a rented room',
      circumstances: 'hunger',
      childSays: 'I am sorry',
      recommendation: 'advice',
    };
    await fill(probation, `${path}/social-report`, { ...report, ...on('2018-03-12') });
    await fill(magistrate, `${path}/disposal`, {
      disposal: 'advice',
      reasons: 'a first, petty matter',
      bench: await seats('disposal', 'bench', [await nameOf(magistrate), memberName]),
      ...on('2018-05-02'),
    });
    const order = /\/board\/cases\/[^"]*\/papers\/[^"]*\/sign/.exec((await member.open('/board')).text)![0];
    await fill(member, order, { consent: memberName });
    await fill(magistrate, `${path}/appeal-over`, on('2018-06-02'));
    return says(magistrate, path, NAME);
  });
  await step('two of the Board order the records destroyed: nobody reads them again', magistrate, async () => {
    await fill(magistrate, `${path}/destroy`, { ground: 'years-over' });
    await fill(member, path, {}, `${path}/destroy/agree`);
    const page = await magistrate.open(path);
    return page.status === 200 && !page.text.includes(NAME) && words(page).includes('Name destroyed');
  });
  await step('the Committee, the police and the nation find no trace of the case', here.committee, async () => {
    for (const person of [here.committee, here.police, national]) if ((await person.open(path)).status === 200) return false;
    return true;
  });
}
