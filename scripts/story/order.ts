// An order of the Committee, for the story: drafted by one member, signed by three, each in the own session.
import { signInAs } from './desk.ts';
import type { Person } from './person.ts';

const SIGNERS = 3;

/** Form 44. The person ends signed in as the last who signed: a member of the same Committee. */
export async function orderRestoration(committee: Person, found: string, district: string): Promise<boolean> {
  const path = `/cwc/${found}/order`;
  const { text } = await committee.open(`${path}?type=restoration`);
  const named = [...text.matchAll(/<input[^>]*name="signers" value="([^"]+)"[^>]*>\s*<label[^>]*>([^<]+)</g)];
  const signers = named.slice(0, SIGNERS).map(([, id = '', name = '']) => ({ id, name: name.split(',')[0]!.trim() }));
  const drafted = await committee.send(path, {
    type: 'restoration',
    suitableBy: 'home-visit',
    body: 'The mother was visited and found suitable.',
    signers: signers.map(({ id }) => id),
  });
  const order = new URL(drafted.url, 'http://desk.example').pathname;
  for (const { name } of signers) {
    await committee.send('/sign-out', {});
    await signInAs(committee, { office: 'Child Welfare Committee', role: '', district, name });
    await committee.open(order);
    await committee.send(order, { step: 'sign', consent: name });
  }
  return (await committee.open(order)).text.includes('word-status done');
}
