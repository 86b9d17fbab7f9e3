// One story as rows: its records, and, where somebody linked them, the pair between them.
import type { DiaryFact, Happening } from '../../src/kernel/happenings.ts';
import type { ChildStory, FoundSide, MissingSide } from '../children.ts';
import { seededRandom } from '../random.ts';
import { type FoundRecord, writeFound, writeSighting } from './found-rows.ts';
import { seededId } from './ids.ts';
import { entryOf } from './entries.ts';
import { type MissingRecord, writeMissing } from './missing-rows.ts';
import { type Pair, comparisonOf, withBand, writePair } from './pair-rows.ts';
import { type Paper, letIn, withIds } from './record-rows.ts';
import type { References } from './references.ts';
import type { RowBatch } from './row-batch.ts';
import type { Telling, Writing } from './writing.ts';

/** The pair that truly is one child: what no table of the portal may hold. */
export type TruePair = { missingReference: string; foundReference: string; hardCase: string | null };

const ofPair: readonly Happening[] = [
  'match.proposed',
  'match.judged',
  'match.judgementReversed',
  'identity.productionAsked',
  'identity.confirmed',
];

/** Both sides tell of the link in the same words; the same paper stands behind both entries. */
function papersFor(diary: readonly DiaryFact[], other: readonly DiaryFact[], papers: ReadonlyMap<string, Paper>): Map<string, Paper> {
  const byHappening = new Map(other.map((entry) => [entry.happening, papers.get(entry.entryId)]));
  const own = new Map<string, Paper>();
  for (const { happening, entryId } of diary) {
    const paper = ofPair.includes(happening) ? byHappening.get(happening) : undefined;
    if (paper) own.set(entryId, paper);
  }
  return own;
}

function isLinked(side: MissingSide | null): boolean {
  return side?.diary.some((entry) => entry.happening === 'match.proposed') ?? false;
}

type Sides = { missing: MissingRecord | null; found: FoundRecord | null };

function writeSides(telling: Telling, seed: string, story: ChildStory): Sides {
  const { missing, found } = story;
  if (missing && found && isLinked(missing)) return writeLinked(telling, seed, missing, found);
  const twin = story.hardCase === 'twins-second';
  const foundDiary = found && withIds(telling, found.diary, null);
  return {
    missing: missing && writeMissing(telling, missing, { seed, twin, candidateId: null, link: null }),
    found:
      found &&
      foundDiary &&
      writeFound(telling, found, {
        id: seededId(telling.random, foundDiary[0]!.recordedAt),
        diary: foundDiary,
        missingId: null,
        linkPapers: new Map(),
      }),
  };
}

function writeLinked(telling: Telling, seed: string, missing: MissingSide, found: FoundSide): Sides {
  const compared = comparisonOf(telling, missing, found);
  const candidateId = seededId(telling.random, entryOf(missing.diary, 'match.proposed')!.recordedAt);
  const diary = withBand(withIds(telling, found.diary, candidateId), compared.band);
  const foundId = seededId(telling.random, diary[0]!.recordedAt);
  const missingId = seededId(telling.random, missing.diary[0]!.recordedAt);
  const pair: Pair = { ...compared, candidateId, missingId, foundId };
  const papers = writePair(telling, pair, found, diary);
  const link = { missingId, band: compared.band, papersOf: (own: readonly DiaryFact[]) => papersFor(own, diary, papers) };
  const report = writeMissing(telling, missing, { seed, twin: false, candidateId, link });
  const confirmed = diary.some((entry) => entry.happening === 'identity.confirmed');
  const child = writeFound(telling, found, { id: foundId, diary, missingId: confirmed ? missingId : null, linkPapers: papers });
  const since = entryOf(diary, 'match.proposed')!.recordedAt;
  letIn(telling, missingId, report.office, child.office, 'match', since);
  letIn(telling, foundId, child.office, report.office, 'match', since);
  if (diary.some((entry) => entry.happening === 'identity.productionAsked')) {
    letIn(telling, missingId, report.office, child.committee, 'production', since);
    letIn(telling, foundId, child.office, child.committee, 'production', since);
  }
  return { missing: report, found: child };
}

export function writeStory(writing: Writing, batch: RowBatch, seed: string, story: ChildStory): TruePair | null {
  const telling: Telling = { ...writing, batch, random: seededRandom(`${seed} rows`, story.index) };
  const { missing, found } = writeSides(telling, seed, story);
  for (const sighting of story.sightings) writeSighting(telling, sighting);
  if (!story.truth) return null;
  return { missingReference: missing!.reference, foundReference: found!.reference, hardCase: story.hardCase };
}

/** Counts the records of a story that another teller writes. */
export function passOver(references: References, { missing, found, sightings }: ChildStory): void {
  if (missing) references.next('missing', missing.lastSeenDistrict.slice(0, 2), missing.diary[0]!.recordedAt);
  if (found) references.next('found', found.foundDistrict.slice(0, 2), found.diary[0]!.recordedAt);
  for (const { districtCode, diary } of sightings) references.next('sighting', districtCode.slice(0, 2), diary[0]!.recordedAt);
}
