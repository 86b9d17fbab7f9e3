// What a record says of the child, as rows: the description, names, marks, the keys to find it by, a photograph.
import { createHash } from 'node:crypto';
import type { RecordKind } from '../../src/kernel/reference.ts';
import type { Instant } from '../../src/kernel/time.ts';
import type { Description } from '../../src/modules/children/description.ts';
import { retrievalKeysOf } from '../../src/modules/children/retrieval-keys.ts';
import type { SeedPhotograph } from '../children.ts';
import { seededId } from './ids.ts';
import type { Telling } from './writing.ts';

export function writeDescription({ batch }: Telling, recordId: string, kind: RecordKind, description: Description): void {
  const { age, heightCentimetres: height } = description;
  batch.add('description', {
    record_id: recordId,
    sex: description.sex,
    birth_date: description.birthDate,
    age_low_months: age?.lowMonths ?? null,
    age_high_months: age?.highMonths ?? null,
    age_on: age?.on ?? null,
    age_basis: age?.basis ?? null,
    height_low_cm: height?.low ?? null,
    height_high_cm: height?.high ?? null,
    complexion: description.complexion,
    build: description.build,
    languages: description.languages,
    clothing: description.clothing,
    disability: description.disability,
    home_words: description.homeWords,
    home_district: description.homeDistrict,
    words_repeated: description.wordsRepeated,
  });
  description.names.forEach((name, ordinal) =>
    batch.add('given_name', { record_id: recordId, ordinal, bearer: name.bearer, text: name.text, alias: name.alias }),
  );
  description.marks.forEach((mark, ordinal) =>
    batch.add('mark', { record_id: recordId, ordinal, kind: mark.kind, site: mark.site, side: mark.side, text: mark.text }),
  );
  for (const { family, key } of retrievalKeysOf(description))
    batch.add('retrieval_key', { family, key, record_id: recordId, record_kind: kind });
}

export type Shown = { recordId: string; photograph: SeedPhotograph | null; addedAt: Instant; addedBy: string; suppliedBy: string };

/** The id of the photograph, or null where the story has none or the pool is spent. */
export function writePhotograph(telling: Telling, shown: Shown): string | null {
  const { batch, photographs, random } = telling;
  const file = shown.photograph && photographs.take(shown.photograph, random);
  if (!file || !shown.photograph) return null;
  const id = seededId(random, shown.addedAt);
  const { recordId, addedAt, addedBy, suppliedBy } = shown;
  // One drawn face stands for many children: what tells two pictures apart is whose they are.
  const { picture, view } = shown.photograph;
  const sha256 = createHash('sha256').update(file.sha256).update(`${picture} ${view}`).digest();
  batch.add('photograph', {
    ...file,
    sha256,
    id,
    record_id: recordId,
    taken_on: shown.photograph.takenOn,
    supplied_by: suppliedBy,
    added_at: addedAt,
    added_by: addedBy,
  });
  return id;
}
