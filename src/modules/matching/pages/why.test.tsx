// Words an officer reads beside a score: what is seen is not found, a limit is no figure, a name is called by what it is, and little known says so.
import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { found, missing, world } from '../../../../tests/matching/pair.ts';
import { viewOf } from '../../../../tests/database/view.ts';
import type { Context } from '../../../platform/context.ts';
import type { Prepared } from '../prepare.ts';
import type { Side } from '../review.ts';
import { comparePair } from '../score.ts';
import { nameFrequency } from '../weighing/weights.ts';
import { helpInWords } from '../words.ts';
import { Why } from './why.tsx';

const view = viewOf({ actor: { kind: 'system' }, now: '2026-11-24T06:30:00.000Z', tools: { may: () => true } } as unknown as Context);
const sideOf = ({ description }: Prepared, kind: string) => ({ description, record: { kind } }) as unknown as Side;

function why(one: Prepared, other: Prepared, kind: 'found' | 'sighting' = 'found'): string {
  const sides = { missing: sideOf(one, 'missing'), found: sideOf(other, kind) };
  return renderToString(<Why view={view} comparison={comparePair(one, other, world)} {...sides} />);
}

test('a sighting is seen, a child is found', () => {
  const [one, other] = [missing({ child: ['Puja'] }), found({ child: ['Puja'], on: '2025-03-02' })];
  expect(why(one, other, 'sighting')).toContain('seen 1 day later');
  expect(why(one, other)).toContain('found 1 day later');
});

test('of a sighting whoever saw the child is asked, of a found child the child', () => {
  const help = { aspect: 'mother', code: 'matching.help.mother.askChild' } as const;
  const of = (kind: string) => helpInWords(view, help, sideOf(found({}), kind));
  expect(of('sighting')).toBe('ask the person who saw the child: mother');
  expect(of('found')).toContain('ask the child');
});

test('how far away the child was found speaks against, but nobody is sent to look at it', () => {
  const said = (more: object) => why(missing({ district: 'BR-SON' }), found({ district: 'KL-KOZ', on: '2025-03-09', ...more }));
  expect(said({})).toContain('1 thing speaks against:');
  expect(said({})).not.toContain('look at');
  const [was, other] = [missing({ district: 'BR-SON', sex: 'female' }), found({ district: 'KL-KOZ', on: '2025-03-09', sex: 'male' })];
  expect(why(was, other)).toContain('2 things speak against: look at them first');
});

test('a child who shrank speaks against however little heights weigh, one who grew does not', () => {
  const tall = (low: number) => ({ heightCentimetres: { low, high: low } });
  const [was, shrunk, grown] = [missing({ ...tall(130), years: [9, 9] }), found(tall(121)), found(tall(131))];
  expect(why(was, shrunk)).toMatch(/1 thing speaks against.*a child does not shrink/);
  expect(why(was, grown)).toContain('Nothing known speaks against');
});

test('a name that was compared and is not the heading’s is said to be another of the child’s', () => {
  const other = found({ child: ['Guddu'] });
  expect(why(missing({ child: ['Ramesh', 'Guddu'] }), other)).toContain('(also called: Guddu)');
  expect(why(missing({ child: ['Guddu'] }), other)).not.toContain('also called');
});

test('where no name and nothing rare is known, that is said', () => {
  expect(why(missing({ sex: 'female' }), found({ sex: 'female' }))).toContain('Too thin to tell');
  expect(
    why(missing({ child: ['Puja Kumari'], father: ['Rameshvar'] }), found({ child: ['Puja Kumari'], father: ['Rameshvar'] })),
  ).not.toContain('Too thin');
});

test('where the number of a name is but an end of what is reckoned with, it is not told as if it were known', () => {
  const [one, other] = [missing({ father: ['Ramesh'] }), found({ father: ['Ramesh'] })];
  const said = (share: number) => {
    const comparison = comparePair(one, other, { ...world, frequencies: { get: () => share } });
    return renderToString(<Why view={view} comparison={comparison} missing={sideOf(one, 'missing')} found={sideOf(other, 'found')} />);
  };
  expect(said(0.5)).toMatch(/no rarer than 1 in [\d,]+ people/);
  expect(said(1e-6)).toMatch(/at most 1 in [\d,]+ people/);
  expect(said((nameFrequency.lowest * 4) / nameFrequency.sameSoundInClass)).toMatch(/about 1 in [\d,]+ people/);
});
