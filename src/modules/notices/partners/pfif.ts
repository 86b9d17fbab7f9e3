// PFIF 1.4 (People Finder Interchange Format, 29 May 2012): live notices as person records, and for each that is over a tombstone, which the format wants: the
// record's id and its dates, every other field gone.
import { ageOn } from '../../../kernel/age.ts';
import { type Instant, dayOf } from '../../../kernel/time.ts';
import type { PublicNotice } from '../store.ts';
import type { Over } from './partner-store.ts';
import { element, inUtc } from './xml.ts';

const SEX = { female: 'female', male: 'male', third: 'other' } as const;

/** As of `source_date`, as the format has it: one number or a range. */
function ageAt({ ageLowMonths, ageHighMonths, ageOn: on }: PublicNotice, at: Instant): string | null {
  if (ageLowMonths === null || ageHighMonths === null || on === null) return null;
  const { lowMonths, highMonths } = ageOn({ lowMonths: ageLowMonths, highMonths: ageHighMonths, on, basis: 'told' }, dayOf(at));
  const [low, high] = [Math.floor(lowMonths / 12), Math.floor(highMonths / 12)];
  return low === high ? String(low) : `${low}-${high}`;
}

const idOf = (origin: string, publicId: string): string => `${new URL(origin).host}/${publicId}`;

function personOf(origin: string, notice: PublicNotice): string {
  const url = `${origin}/missing/${notice.publicId}`;
  const fields: [string, string | null][] = [
    ['person_record_id', idOf(origin, notice.publicId)],
    ['entry_date', inUtc(notice.authorisedAt)],
    ['expiry_date', inUtc(notice.expiresAt)],
    ['source_name', new URL(origin).host],
    ['source_date', inUtc(notice.authorisedAt)],
    ['source_url', url],
    ['full_name', notice.name ?? ''],
    ['description', notice.clothing],
    ['sex', notice.sex && SEX[notice.sex]],
    ['age', ageAt(notice, notice.authorisedAt)],
    ['photo_url', notice.photographFile && `${url}/photo.jpg`],
  ];
  return `<pfif:person>${fields.map(([name, text]) => element(`pfif:${name}`, text)).join('')}</pfif:person>`;
}

function tombstoneOf(origin: string, { publicId, overAt }: Over): string {
  const fields = [
    ['person_record_id', idOf(origin, publicId)],
    ['entry_date', inUtc(overAt)],
    ['expiry_date', inUtc(overAt)],
    ['source_date', inUtc(overAt)],
  ] as const;
  return `<pfif:person>${fields.map(([name, text]) => element(`pfif:${name}`, text)).join('')}</pfif:person>`;
}

export function pfif(origin: string, live: readonly PublicNotice[], over: readonly Over[]): string {
  const people = [...live.map((one) => personOf(origin, one)), ...over.map((one) => tombstoneOf(origin, one))];
  return `<?xml version="1.0" encoding="UTF-8"?>\n<pfif:pfif xmlns:pfif="http://zesty.ca/pfif/1.4">${people.join('\n')}</pfif:pfif>\n`;
}
