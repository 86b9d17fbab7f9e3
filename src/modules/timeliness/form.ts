// What a reader asks of the figures: a month, a kind of authority, a place. What cannot be is said beside its field, and what was asked stays.
import { z } from 'zod';
import { type Day, addMonths } from '../../kernel/time.ts';
import { type UploadOffice, uploadOffices } from '../../law/index.ts';
import type { Context, OfficerActor } from '../../platform/context.ts';
import type { Params } from '../../web/route.ts';
import { allStates, districtOf } from '../places/index.ts';
import { choice, optionalText, text, uuid } from '../../web/fields.ts';
import { type Area, contains, widestArea } from '../officers/index.ts';
import { lateCodes } from './late-entry.ts';
import { monthOf, readMonth } from './month.ts';
import { nilCodes } from './nil-return.ts';

export type Asked = {
  month: Day;
  kind: UploadOffice;
  area: Area;
  widest: Area;
  values: { month: string; kind: string; place: string };
  /** Keys of the catalogues, by field. */
  wrong: Record<string, string>;
};

async function areaNamed(context: Context, place: string): Promise<Area | undefined> {
  const district = await districtOf(context, place);
  if (district) return { level: 'district', code: district.code, stateCode: district.stateCode };
  const state = (await allStates(context)).find(({ code }) => code === place);
  return state && { level: 'state', code: state.code };
}

/** Null for an officer whose office stands for no place. Without a month: the last that is over, since late entries of the running one are still to come. */
export async function readAsked(context: Context, actor: OfficerActor, query: Params): Promise<Asked | null> {
  const widest = widestArea(actor);
  if (!widest) return null;
  const before = addMonths(monthOf(context.now), -1);
  const month = query.month ? readMonth(query.month, context.now) : { month: before };
  const kind = query.kind ? uploadOffices.find((each) => each === query.kind) : uploadOffices[0];
  const named = query.place ? await areaNamed(context, query.place) : widest;
  const area = named && contains(widest, named) ? named : undefined;
  const wrong: Record<string, string> = {};
  if ('wrong' in month) wrong['month'] = month.wrong;
  if (!kind) wrong['kind'] = 'web.error.notAChoice';
  if (!area) wrong['place'] = 'timeliness.error.place';
  const chosen = 'month' in month ? month.month : before;
  return {
    month: chosen,
    kind: kind ?? uploadOffices[0],
    area: area ?? widest,
    widest,
    values: { month: query.month ?? chosen.slice(0, 7), kind: query.kind ?? uploadOffices[0], place: query.place ?? '' },
    wrong,
  };
}

const inWords = { path: ['note'], message: 'timeliness.error.inWords' };
const NOTE = 500;

/** Which of the office's late entries on a record, and why; one reason may be that of several. */
export const lateReasonSchema = z
  .strictObject({
    entryIds: z.preprocess(
      (value) => (value === undefined ? [] : [value].flat()),
      z.array(uuid()).min(1, 'timeliness.error.whichEntry').max(100, 'web.error.notAChoice'),
    ),
    code: choice(lateCodes),
    note: optionalText(NOTE),
  })
  .refine(({ code, note }) => code !== 'other' || note !== undefined, inWords);
export type LateReasonDraft = z.output<typeof lateReasonSchema>;

export const nilReturnSchema = z
  .strictObject({ month: text(7, 'timeliness.error.notAMonth'), code: choice(nilCodes), note: optionalText(NOTE) })
  .refine(({ code, note }) => code !== 'other' || note !== undefined, inWords);
export type NilReturnDraft = z.output<typeof nilReturnSchema>;

export const certificateSchema = z.strictObject({ month: text(7, 'timeliness.error.notAMonth') });
