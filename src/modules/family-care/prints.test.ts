// A paper on its form: the number stands once, above; an undertaking has room for the hands of those who give it.
import { expect, test } from 'vitest';
import { wordsIn } from '../../platform/i18n/index.ts';
import type { View } from '../../web/view.ts';
import { paperName } from './pages/words.tsx';
import type { OpenedPaper } from './papers/actions.ts';
import type { PaperAnswers } from './papers/paper.ts';
import { paperOnPaper } from './prints.ts';

const view = { ...wordsIn('en'), now: '2026-11-24T06:30:00.000Z' } as unknown as View;

function undertaking(said: Record<string, string>) {
  const answers = new Map(Object.entries(said).map(([field, value]) => [field, { field, value }])) as unknown as PaperAnswers;
  const paper = { id: '1', kind: 'foster-undertaking', submittedAt: view.now, submittedBy: 'A. Kumari' };
  return paperOnPaper(view, { paper, owner: { of: 'child', record: { reference: 'FC-1' } } } as unknown as OpenedPaper, 'x', answers);
}

test('an undertaking is signed by each applicant and the witness, beside the worker who handed it in', () => {
  const { body } = undertaking({ firstName: 'Ratan Das', secondName: 'Mira Das', witness: 'S. Pal' });
  const signed = body.at(-1);
  expect(signed).toMatchObject({
    kind: 'signatures',
    of: [
      { name: 'Ratan Das', signedAt: null },
      { name: 'Mira Das', signedAt: null },
      { name: 'S. Pal', signedAt: null },
      { name: 'A. Kumari' },
    ],
  });
  expect(undertaking({ firstName: 'Ratan Das' }).body.at(-1)).toMatchObject({ of: [{ name: 'Ratan Das' }, { name: 'A. Kumari' }] });
});

test('a page names the form of a paper; one that is on no form of the rules has none', () => {
  expect(paperName(view, 'foster-undertaking')).toBe('Undertaking of the family (Form 33)');
  expect(paperName(view, 'matching-visit')).toBe('Matching visit');
});
