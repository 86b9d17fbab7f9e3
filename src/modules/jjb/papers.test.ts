// Who signs a paper of the Board: a bond also whoever gives it.
import { expect, test } from 'vitest';
import { wordsIn } from '../../platform/i18n/index.ts';
import type { View } from '../../web/view.ts';
import type { Paper } from './paper-store.ts';
import { formPaper } from './papers.ts';
import type { Proceeding } from './proceeding.ts';

const view = { ...wordsIn('en') } as unknown as View;
const proceeding = { year: 2026, number: 12, boardName: 'Board', identity: { name: 'Imran', sex: 'male' } } as unknown as Proceeding;

function signers(kind: string, said: Record<string, string>): unknown {
  const paper = {
    kind,
    said,
    bench: [],
    madeAt: '2026-11-24T06:30:00.000Z',
    byOfficer: 'S. Iyer',
    byOffice: 'Board',
    happenedAt: '2026-11-24T06:30:00.000Z',
  };
  const signatures = formPaper(view, proceeding, paper as unknown as Paper, new Map())?.body.at(-1);
  return signatures?.kind === 'signatures' ? signatures.of.map(({ name }) => name) : null;
}

test.each([
  ['bond', { givenBy: 'Salim', terms: 'x', months: '6' }, ['Salim', 'S. Iyer']],
  ['undertaking', { givenBy: 'Salim', terms: 'x' }, ['Salim', 'S. Iyer']],
  ['bond-of-child', { terms: 'x', months: '6' }, ['Imran', 'S. Iyer']],
  ['supervision', { placedWith: 'an aunt', terms: 'x' }, ['S. Iyer']],
])('%s is signed by %o', (kind, said, names) => expect(signers(kind, said)).toEqual(names));
