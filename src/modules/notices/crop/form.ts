// How much of a photograph goes from each side, in hundredths.
import { z } from 'zod';
import { largestCut } from '../../../platform/photographs/index.ts';
import { type ChildRecord, type Photograph, recordPath } from '../../children/index.ts';

const hundredths = z.string().optional().transform((typed) => (typed?.trim() ? Number(typed) : 0)).refine((cut) => Number.isInteger(cut) && cut >= 0 && cut <= largestCut, 'notices.error.crop'); // prettier-ignore
const sides = { left: hundredths, top: hundredths, right: hundredths, bottom: hundredths };

export const cropSchema = z
  .strictObject(sides)
  .refine(({ left, right }) => left + right <= largestCut, { path: ['right'], message: 'notices.error.cropNothingLeft' })
  .refine(({ top, bottom }) => top + bottom <= largestCut, { path: ['bottom'], message: 'notices.error.cropNothingLeft' });

/** Offered beside the numbers: what is most often wanted of a picture of several people, or of a whole child. */
export const offeredCrops = {
  whole: { left: 0, top: 0, right: 0, bottom: 0 },
  upper: { left: 0, top: 0, right: 0, bottom: 45 },
  middle: { left: 25, top: 0, right: 25, bottom: 0 },
  left: { left: 0, top: 0, right: 50, bottom: 0 },
  right: { left: 50, top: 0, right: 0, bottom: 0 },
} as const;

/** Where a part is cut out of it. */
export function cropPath(record: Pick<ChildRecord, 'kind' | 'reference'>, { id }: Pick<Photograph, 'id'>): string {
  return `${recordPath(record)}/photographs/${id}/crop`;
}
