// The core of every way in of a found child: the record, what is known of the finding, the child described, and the diary begun.
import type { OfficeId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/time.ts';
import type { Context } from '../../platform/context.ts';
import { type ChildRecord, type Description, openRecord, writeDescription } from '../children/index.ts';
import { type NewEntry, writeDiary } from '../diary/index.ts';
import type { District } from '../places/index.ts';
import { intakePlace } from './found-child.ts';
import { type Finding, insertFoundChild } from './store.ts';

export type FoundOpening = {
  /** Where the child is now, and whose record it is. */
  office: { id: OfficeId; kind: string; districtCode: string | null; stateCode: string | null };
  /** Where the child was found. */
  district: District;
  happenedAt: Instant;
  found: Finding;
  description: Description;
  journeyMinutes: number;
  /** Another system's word; without it the child was registered here. */
  told?: { paper: { kind: string; id: string }; enteredAt: Instant; byOffice?: OfficeId };
};

/** The caller has checked it. */
export async function openFoundChild(
  context: Context,
  { office, district, happenedAt, found, description, journeyMinutes, told }: FoundOpening,
): Promise<ChildRecord> {
  const elsewhere = office.districtCode && office.districtCode !== district.code;
  const record = await openRecord(context, {
    kind: 'found',
    status: 'unidentified',
    officeId: office.id,
    districtCode: office.districtCode ?? district.code,
    stateCode: office.stateCode ?? district.stateCode,
    happenedAt,
  });
  // The record's district is where the child is now, since that Committee must see the child; where the child was found stays in words.
  await insertFoundChild(context, record.id, elsewhere ? { ...found, foundPlace: `${found.foundPlace}, ${district.name}` } : found);
  await writeDescription(context, record.id, description);
  const where = told ?? { paper: { kind: 'found-child', id: record.id as string } };
  const entries: NewEntry[] = [
    { happening: 'found.found', facts: {}, happenedAt, ...where },
    // What another system wrote down is registered when it did so: it was told this office then.
    {
      happening: 'found.registered',
      facts: { place: intakePlace(office.kind) },
      ...where,
      ...(told ? { happenedAt: told.enteredAt } : {}),
    },
  ];
  if (journeyMinutes) entries.push({ happening: 'found.journeyRecorded', facts: { minutes: journeyMinutes } });
  await writeDiary(context, record.id, ...entries);
  return record;
}
