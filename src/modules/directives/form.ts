// What comes in: a directive's draft, one point of it, its issue, its end, and an office's answer.
import { z } from 'zod';
import { choice, choices, day, optionalText, text, uuid, wholeNumber } from '../../web/fields.ts';
import { addressableKinds, audiences, directiveKinds, endings, sourceTags } from './directive.ts';
import { answers, dueBases, dueKinds, dueOrigins, repeatings } from './term.ts';

const LONGEST_TEXT = 50_000;

export const directiveSchema = z.strictObject({
  kind: choice(directiveKinds),
  title: text(200, 'directives.error.title'),
  authority: text(200, 'directives.error.authority'),
  dated: day(),
  number: optionalText(80),
  text: text(LONGEST_TEXT, 'directives.error.text'),
  original: optionalText(300),
  confidence: choice(sourceTags),
  audience: choice(audiences),
  officeKinds: choices(addressableKinds).refine((kinds) => kinds.length > 0, 'directives.error.addressees'),
  places: optionalText(5_000),
});
export type DirectiveDraft = z.output<typeof directiveSchema>;

const MOST_COUNTED = 400;
const counts = ['days', 'working-days', 'months'];

export const pointSchema = z
  .strictObject({
    what: text(600, 'directives.error.what'),
    officeKind: choice(addressableKinds).optional(),
    repeats: choice(repeatings),
    dueKind: choice(dueKinds),
    dueOn: day().optional(),
    dueCount: wholeNumber(1, MOST_COUNTED).optional(),
    dueFrom: choice(dueOrigins).optional(),
    dueBasis: choice(dueBases).optional(),
    figure: optionalText(120),
    setsDuty: optionalText(12),
  })
  .superRefine((point, { addIssue }) => {
    const wrong = (path: string, message: string): void => addIssue({ code: 'custom', path: [path], message });
    const isCounted = counts.includes(point.dueKind);
    if (point.dueKind === 'day' && !point.dueOn) wrong('dueOn', 'web.error.required');
    if (isCounted && point.dueCount === undefined) wrong('dueCount', 'web.error.required');
    if (point.dueKind !== 'none' && !point.dueBasis) wrong('dueBasis', 'web.error.chooseOne');
    if (point.repeats === 'once' && isCounted && point.dueFrom !== 'date' && point.dueFrom !== 'receipt')
      wrong('dueFrom', 'directives.error.dueFromOnce');
    if (point.repeats !== 'once' && !(isCounted && point.dueFrom === 'period')) wrong('dueFrom', 'directives.error.dueFromPeriod');
  });
export type PointDraft = z.output<typeof pointSchema>;

/** How many offices the preview said it reaches: what was seen is what is issued. */
export const issueSchema = z.strictObject({ offices: wholeNumber(1, 10_000_000, 'directives.error.reachesNobody') });
export const removeSchema = z.strictObject({ point: uuid() });
export const nothingSchema = z.strictObject({});

export const endSchema = z
  .strictObject({ how: choice(endings), by: uuid().optional(), reason: text(1_000, 'directives.error.reason') })
  .refine(({ how, by }) => how !== 'superseded' || by !== undefined, { path: ['by'], message: 'directives.error.supersededBy' });
export type EndDraft = z.output<typeof endSchema>;

const MOST_FIGURE = 999_999_999;

export const answerSchema = z
  .strictObject({
    point: uuid(),
    period: day(),
    answer: choice(answers),
    doneOn: day().optional(),
    figure: wholeNumber(0, MOST_FIGURE).optional(),
    sentence: optionalText(1_000),
  })
  .superRefine(({ answer, doneOn, sentence }, { addIssue }) => {
    if (answer === 'done' && !doneOn) addIssue({ code: 'custom', path: ['doneOn'], message: 'directives.error.doneOn' });
    if (answer !== 'done' && !sentence) addIssue({ code: 'custom', path: ['sentence'], message: 'directives.error.inWords' });
  });
export type AnswerDraft = z.output<typeof answerSchema>;
