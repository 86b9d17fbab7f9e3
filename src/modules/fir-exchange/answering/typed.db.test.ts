// An FIR the station typed stands as nobody's word but its own, until the police's own system tells the same paper; where both differ the page says so.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { nation, register } from '../../../../tests/database/asha.ts';
import type { TestDoor } from '../../../../tests/database/door.ts';
import { openPoliceDesk, ourPaper, recordOf, wait } from '../../../../tests/database/police-desk.ts';
import { asha, fir } from '../../../../tests/database/told.ts';

let desk: TestDoor;
const inCharge = 'station-in-charge Saran';
const words = {
  typed: { en: 'Typed by hand; the police’s own system has not confirmed it', hi: 'हाथ से दर्ज; पुलिस की अपनी प्रणाली ने पुष्टि नहीं की' },
  verified: { en: 'the police’s own system has the same paper', hi: 'पुलिस की अपनी प्रणाली में भी यही है' },
  differs: { en: 'The police system and the portal tell differently', hi: 'पुलिस प्रणाली और पोर्टल में अंतर' },
} as const;

beforeAll(async () => {
  desk = await openPoliceDesk();
});
afterAll(async () => {
  await desk?.close();
  await nation?.stop();
});

async function says(reference: string): Promise<string[]> {
  const said = await Promise.all(
    (['en', 'hi'] as const).map(async (language) => {
      const { body } = await desk.get(`/missing/${reference}`, inCharge, language);
      return Object.entries(words).flatMap(([name, of]) => (body.includes(of[language]) ? [name] : []));
    }),
  );
  expect(said[0]).toEqual(said[1]);
  return said[0]!;
}

test('typed by hand in its own digits, then told by the police’s system alike', async () => {
  const [record] = await register({ paperNumber: 'प्राथमिकी सं. ०७१२/२०२६' });
  expect(await says(record!.reference)).toEqual(['typed']);
  const paper = ourPaper({ number: '712' });
  await wait(fir(paper));
  expect((await recordOf(paper)).id).toBe(record!.id);
  expect(await says(record!.reference)).toEqual(['verified']);
});

test('told of another age: what the officer wrote stays, and the difference is shown', async () => {
  const [record] = await register({ paperNumber: '713' });
  const paper = ourPaper({ number: '713' });
  await wait(fir(paper, { children: [{ ...asha, ageFrom: 14, ageTo: 14 }] }));
  expect(await says(record!.reference)).toEqual(['verified', 'differs']);
});

test('a paper of another number confirms nothing', async () => {
  const [record] = await register({ paperNumber: '714' });
  await wait(fir(ourPaper({ number: '7140' })));
  expect(await says(record!.reference)).toEqual(['typed']);
});
