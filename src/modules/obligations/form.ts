// The form of an act on a duty: which duty, what is done, and what that needs said.
import { z } from 'zod';
import { actPolicy } from '../../law/index.ts';
import { choice, optionalText, text, uuid } from '../../web/fields.ts';
import { acts, answerReasons } from './act.ts';
import { tabs } from './tabs.ts';

const NOTE = 500;
const hours = actPolicy.reminderHours.map(String) as [string, ...string[]];

/** `duty` is the entry that started it and the rule, as `dutyParam` writes them. `back`: where the officer was; the record's page, or the office's, or a part of the list. */
export const actSchema = z
  .strictObject({
    duty: text(60),
    act: choice(acts),
    back: choice([...tabs, 'record']).optional(),
    reason: choice(answerReasons).optional(),
    words: optionalText(NOTE),
    colleague: uuid().optional(),
    office: uuid().optional(),
    why: optionalText(NOTE),
    hours: choice(hours).optional(),
  })
  .refine(({ act, reason }) => act !== 'answer' || reason !== undefined, { path: ['reason'], message: 'web.error.chooseOne' })
  .refine(({ act, words }) => act !== 'answer' || words !== undefined, { path: ['words'], message: 'duties.error.inWords' })
  .refine(({ act, colleague, office }) => act !== 'hand-over' || colleague !== undefined || office !== undefined, {
    path: ['colleague'],
    message: 'duties.error.toWhom',
  })
  .refine(({ act, colleague, office }) => act !== 'hand-over' || colleague === undefined || office === undefined, {
    path: ['colleague'],
    message: 'duties.error.toOne',
  })
  .refine(({ act, office, why }) => act !== 'hand-over' || office === undefined || why !== undefined, {
    path: ['why'],
    message: 'duties.error.inWords',
  })
  .refine(({ act, hours: chosen }) => act !== 'remind' || chosen !== undefined, { path: ['hours'], message: 'web.error.chooseOne' });
export type ActDraft = z.output<typeof actSchema>;

type Named = { ruleId: string; triggerEntryId: string };

export function dutyParam({ ruleId, triggerEntryId }: Named): string {
  return `${triggerEntryId}.${ruleId}`;
}
