// Forms of drives: the drive itself with its teams, a raid, the children of a raid, and what the police alone read of it.
import { z } from 'zod';
import { choice, choices, day, optionalText, text, uuid, wholeNumber } from '../../web/fields.ts';
import { whenFields } from '../../web/when.ts';
import { agencies } from './drive.ts';

/** How many of its teams the form takes; a larger drive is several. */
export const MOST_MEMBERS = 30;
const MOST_TEAMS = 99;
const member = z.strictObject({
  team: wholeNumber(1, MOST_TEAMS).optional(),
  agency: choice(agencies).optional(),
  officerName: optionalText(120),
  designation: optionalText(120),
});

export const driveSchema = z
  .strictObject({
    name: text(200, 'drives.error.name'),
    orderNumber: text(120, 'drives.error.orderNumber'),
    orderAuthority: text(200, 'drives.error.orderAuthority'),
    orderedOn: day(),
    fromOn: day(),
    toOn: day(),
    agencies: choices(agencies).refine((named) => named.length > 0, 'drives.error.agencies'),
    places: text(10_000, 'drives.error.places'),
    members: z.array(member).max(MOST_MEMBERS).optional(),
  })
  .superRefine(({ orderedOn, fromOn, toOn, members = [] }, { addIssue }) => {
    const wrong = (path: (string | number)[], message: string): void => addIssue({ code: 'custom', path, message });
    if (fromOn < orderedOn) wrong(['fromOn'], 'drives.error.beforeOrder');
    if (toOn < fromOn) wrong(['toOn'], 'drives.error.endsBefore');
    for (const [at, { agency, officerName, designation }] of members.entries()) {
      if (!officerName && !designation) continue;
      if (!officerName) wrong(['members', at, 'officerName'], 'drives.error.officerName');
      if (!designation) wrong(['members', at, 'designation'], 'drives.error.designation');
      if (!agency) wrong(['members', at, 'agency'], 'web.error.chooseOne');
    }
  });
export type DriveDraft = z.output<typeof driveSchema>;

export const raidSchema = z.strictObject({
  ...whenFields,
  districtCode: text(12, 'drives.error.district'),
  place: text(300, 'drives.error.place'),
});
export type RaidDraft = z.output<typeof raidSchema>;

/** References, one a line or with blanks or commas between. */
export const joinSchema = z.strictObject({ references: text(6_000, 'drives.error.references') });
export const takeOutSchema = z.strictObject({ record: uuid() });
export const accusedSchema = z.strictObject({ words: text(4_000, 'drives.error.words') });

/** The child's page offers the raids of its district. */
export const raidOfChildSchema = z.strictObject({ raid: uuid('drives.error.raid') });
