// Forms by which a State brings its list of holidays and says which Saturdays are closed.
import { z } from 'zod';
import { choices, day, text, uuid, wholeNumber } from '../../web/fields.ts';

export const FIRST_YEAR = 2015;
const place = z
  .string()
  .regex(/^[A-Z]{2}$/, 'web.error.notAChoice')
  .optional();
const source = text(120, 'calendars.error.source');

/** The list itself comes as the file `list`. */
export const importSchema = z.strictObject({
  place,
  year: wholeNumber(FIRST_YEAR, 2100, 'calendars.error.year'),
  source,
  notifiedOn: day('calendars.error.notifiedOn'),
});
export const previewSchema = z.strictObject({ list: uuid(), plan: text(64) });
export const saturdayNumbers = ['1', '2', '3', '4', '5'] as const;
/** None ticked: from that day on every Saturday is a working day. */
export const saturdaysSchema = z.strictObject({ place, fromOn: day(), saturdays: choices(saturdayNumbers), source });

export type ImportDraft = z.output<typeof importSchema>;
export type SaturdaysDraft = z.output<typeof saturdaysSchema>;
