// Why a duty stands as it does, in words an officer reads.
import { expect, test } from 'vitest';
import type { DiaryFact } from '../../kernel/happenings.ts';
import { entry, fir, found, indian, journey, produced, reported, traced } from '../../law/examples/write.ts';
import { law, obligationStates, ruleById } from '../../law/index.ts';
import { wordsIn } from '../../platform/i18n/index.ts';
import { obligationsOf, sentenceOf } from './index.ts';

const place = { stateCode: 'WB' };

function say(language: 'en' | 'hi', ruleId: string, diary: DiaryFact[], now: string): string {
  const rule = ruleById(ruleId)!;
  const words = wordsIn(language);
  const [obligation] = obligationsOf(diary, [rule], indian(now), {
    ...place,
    record: rule.record,
    journalOf: rule.journalOf ?? rule.actor,
  });
  const sentence = sentenceOf(words, obligation!, rule, place, indian(now));
  return words.t(sentence.code, sentence.facts);
}

const child = found('2026-11-13 14:20');

test.each([
  [
    'F03',
    [child, journey('2026-11-13 18:00', 120)],
    '2026-11-14 09:00',
    'Produce the child before the CWC by 16:20 today: child found 13 Nov 2026, 14:20; 24 hours; journey of 2 h not counted',
  ],
  ['F03', [child], '2026-11-13 15:00', 'Produce the child before the CWC by 14:20 tomorrow: child found 13 Nov 2026, 14:20; 24 hours'],
  [
    'F03',
    [child, produced('2026-11-14 11:00')],
    '2026-11-20 09:00',
    'Produce the child before the CWC, due by 14:20 14 Nov 2026, done 14 Nov 2026, 11:00: child found 13 Nov 2026, 14:20; 24 hours',
  ],
  [
    'M11',
    [fir('2026-07-13 14:20')],
    '2026-11-14 09:00',
    'Transfer the case to the anti-human trafficking unit, was due by the end of 13 Nov 2026 and is late: FIR registered 13 Jul 2026, 14:20; 4 months',
  ],
  [
    'M07',
    [fir('2026-11-13 14:20'), traced('2026-11-13 18:00')],
    '2026-11-14 09:00',
    'Send the child’s particulars and photograph to the other agencies is no longer due since 13 Nov 2026, 18:00: FIR registered 13 Nov 2026, 14:20; 24 hours (set by this portal, not by law)',
  ],
  [
    'M01',
    [reported('2026-11-13 14:20')],
    '2026-11-13 14:30',
    'Register an FIR at once: missing child reported 13 Nov 2026, 14:20; at once, no waiting period',
  ],
] as [string, DiaryFact[], string, string][])('%s at %#', (ruleId, diary, now, sentence) => {
  expect(say('en', ruleId, diary, now)).toBe(sentence);
});

test('time given up to a day is said, and until when', () => {
  const produced = entry('2026-07-13 11:00', 'conflict.producedBeforeBoard', { gravity: 'serious', sixteenAtOffence: false });
  const order = entry('2026-11-10 12:00', 'conflict.timeExtendedByMagistrate', { of: 'inquiry', gravity: 'heinous', until: '2027-03-31' });
  expect(say('en', 'J03', [produced, order], '2026-12-01 09:00')).toBe(
    'Complete the inquiry by the end of 31 Mar 2027: child produced before the Board 13 Jul 2026, 11:00; 4 months; more time given by order, until 31 Mar 2027',
  );
  expect(say('hi', 'J03', [produced, order], '2026-12-01 09:00')).toContain('तक का समय और दिया गया');
});

test('in Hindi', () => {
  expect(say('hi', 'F03', [child], '2026-11-14 09:00')).toContain('बच्चे को बाल कल्याण समिति के सामने पेश करना, आज 14:20 बजे तक');
});

test.each(['en', 'hi'] as const)('every state has its sentence and its word in %s', (language) => {
  const words = wordsIn(language);
  for (const state of obligationStates) {
    expect(words.t(`obligations.state.${state}`)).toBeTruthy();
    expect(words.t(`obligations.why.${state}`, { duty: 'D', due: 'U', ended: 'E', since: 'S', reason: 'R' })).toContain('R');
  }
});

test('every example of every rule can be said', () => {
  for (const rule of law) {
    for (const example of rule.examples.filter((one) => one.expected)) {
      const [obligation] = obligationsOf(example.diary, [rule], example.now, {
        ...place,
        record: rule.record,
        journalOf: rule.journalOf ?? rule.actor,
      });
      const { code, facts } = sentenceOf(wordsIn('hi'), obligation!, rule, place, example.now);
      expect(wordsIn('hi').t(code, facts)).not.toContain('{');
    }
  }
});
