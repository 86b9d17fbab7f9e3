// Forms of what takes a child from one Committee to another, and home: residence, records, answer, journey, follow-up, appeal.
import { z } from 'zod';
import { choice, day, optionalText, text, time, uuid } from '../../../web/fields.ts';

export const residences = ['district', 'state', 'country'] as const;
export const residenceSchema = z.strictObject({ liesIn: choice(residences), place: text(200) });
export type ResidenceDraft = z.output<typeof residenceSchema>;

export const sentSchema = z.strictObject({ sentOn: day(), sentHow: optionalText(200) });
export type SentDraft = z.output<typeof sentSchema>;

export const transferAnswers = ['accepted', 'refused'] as const;
export const answerSchema = z
  .strictObject({ transferAnswer: choice(transferAnswers), answerBecause: optionalText(1000) })
  .refine(({ transferAnswer, answerBecause }) => transferAnswer === 'accepted' || answerBecause !== undefined, {
    path: ['answerBecause'],
    message: 'cwc-moves.error.answerBecause',
  });
export type AnswerDraft = z.output<typeof answerSchema>;

export const journeySchema = z.strictObject({
  order: uuid(),
  escortName: text(120),
  escortId: optionalText(60),
  startedOn: day(),
  startedAt: time(),
  endedOn: day(),
  endedAt: time(),
  handedTo: text(200),
  receipt: optionalText(100),
});
export type JourneyDraft = z.output<typeof journeySchema>;

export const visits = ['first', 'two-months', 'six-months'] as const;
export const followUpSchema = z.strictObject({ visit: choice(visits), visitedOn: day(), visitFound: text(2000) });
export type FollowUpDraft = z.output<typeof followUpSchema>;

export const appealTo = ['district-magistrate', 'childrens-court'] as const;
export const appealSchema = z.strictObject({
  order: uuid(),
  appealTo: choice(appealTo),
  appealedOn: day(),
  appealBy: text(200),
  appealOutcome: optionalText(1000),
});
export type AppealDraft = z.output<typeof appealSchema>;
