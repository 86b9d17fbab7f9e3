// The outbox page of the demonstration: where a one-time code that would go by SMS is read.
import type { Person } from './person.ts';

const MOST_LOOKS = 100;

/** The last code sent to the telephone, read in a tab beside the person's own page. The worker sends after the commit, so it may take a few looks. */
export async function codeSentTo(person: Person, telephone: string): Promise<string> {
  const tab = await person.page.context().newPage();
  const messages = tab.getByRole('listitem').filter({ hasText: telephone });
  for (let looks = 0; looks < MOST_LOOKS; looks++) {
    await tab.goto('/outbox');
    const code = (await messages.allInnerTexts()).map((text) => /\b\d{6}\b/.exec(text)?.[0]).find(Boolean);
    if (!code) continue;
    await tab.close();
    return code;
  }
  throw new Error(`no code was sent to ${telephone}`);
}

let numbers = 0;

/** Indian mobiles begin with 6 to 9 and 60000 is not issued: a number nobody has, another one each time, for codes are rationed per number. */
export function freshTelephone(): string {
  numbers += 1;
  return `60000${String(process.pid % 1000).padStart(3, '0')}${String(numbers).padStart(2, '0')}`;
}
