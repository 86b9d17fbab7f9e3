// Who says "same child" second, read from the diary: only what followed this judgement, of this pair.
import { expect, test } from 'vitest';
import type { Day } from '../../../kernel/time.ts';
import { instantAt } from '../../../kernel/time.ts';
import type { TimelineEntry } from '../../diary/index.ts';
import type { Judgement } from '../candidate.ts';
import { secondPersonOf } from './second-person.ts';

const at = (time: string) => instantAt('2026-11-24' as Day, time);
const first = { candidateId: 'pair', judgedAt: at('10:00') } as Judgement;
const entry = (happening: string, time: string, candidate = 'pair') =>
  ({ happening, facts: { candidate }, recordedAt: at(time), byOfficerName: 'Asha Rao', byOfficeName: 'CWC' }) as unknown as TimelineEntry;
const asked = entry('identity.productionAsked', '10:01');

test.each([
  ['nothing yet', [entry('match.judged', '10:00')], 'notAsked', '10:00'],
  ['asked', [asked], 'asked', '10:01'],
  ['confirmed', [asked, entry('identity.confirmed', '12:00')], 'confirmed', '12:00'],
  ['refused', [asked, entry('identity.refused', '12:00')], 'refused', '12:00'],
  ['another pair confirmed', [asked, entry('identity.confirmed', '12:00', 'other')], 'asked', '10:01'],
  ['refused of an earlier judgement', [entry('identity.refused', '09:00'), asked], 'asked', '10:01'],
] as const)('%s', (_, timeline, state, time) => {
  expect(secondPersonOf(first, timeline)).toMatchObject({ state, at: at(time) });
});
