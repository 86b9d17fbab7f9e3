// Forms of the register: a home's particulars, and one of its units.
import { z } from 'zod';
import { choice, day, optionalText, ticked, uuid, wholeNumber } from '../../../web/fields.ts';
import { runners, unitKinds, unitSexes } from './institution.ts';

/** Degrees as a telephone shows them: 11.2588. */
function degrees(low: number, high: number) {
  return z
    .string()
    .regex(/^\d{1,3}(\.\d{1,8})?$/, 'institutions.error.degrees')
    .transform(Number)
    .refine((value) => value >= low && value <= high, 'institutions.error.outsideIndia');
}

export const particularsSchema = z
  .strictObject({
    runBy: choice(runners, 'institutions.error.runBy'),
    runner: optionalText(200),
    registrationNumber: optionalText(80),
    registeredOn: day().optional(),
    registeredUntil: day().optional(),
    grantApproved: ticked(),
    address: optionalText(400),
    stationId: uuid('institutions.error.station').optional(),
    latitude: degrees(6, 38).optional(),
    longitude: degrees(68, 98).optional(),
    version: wholeNumber(0, 1_000_000),
  })
  .superRefine((draft, refine) => {
    const wrong = (path: string, message: string) => refine.addIssue({ code: 'custom', path: [path], message });
    if (draft.registrationNumber && !draft.registeredOn) wrong('registeredOn', 'institutions.error.registeredOn');
    if (!draft.registrationNumber && (draft.registeredOn || draft.registeredUntil))
      wrong('registrationNumber', 'institutions.error.registrationNumber');
    if (draft.registeredOn && draft.registeredUntil && draft.registeredUntil <= draft.registeredOn)
      wrong('registeredUntil', 'institutions.error.registeredUntil');
    if ((draft.latitude === undefined) !== (draft.longitude === undefined))
      wrong(draft.latitude === undefined ? 'latitude' : 'longitude', 'institutions.error.bothDegrees');
  });
export type ParticularsDraft = z.output<typeof particularsSchema>;

export const unitSchema = z
  .strictObject({
    unit: uuid().optional(),
    kind: choice(unitKinds, 'institutions.error.unitKind'),
    sex: choice(unitSexes, 'institutions.error.unitFor'),
    strength: wholeNumber(1, 1000, 'institutions.error.strength'),
    openedOn: day('institutions.error.openedOn'),
    closedOn: day().optional(),
  })
  .superRefine((draft, refine) => {
    if (draft.closedOn && draft.closedOn < draft.openedOn)
      refine.addIssue({ code: 'custom', path: ['closedOn'], message: 'institutions.error.closedOn' });
  });
export type UnitDraft = z.output<typeof unitSchema>;
