// The missing side of a story: who reported, into which paper it went, what was said.
import { addDays } from '../../src/kernel/time.ts';
import { faceOf } from '../faces.ts';
import { writeName } from '../names/names.ts';
import { officesIn } from '../offices.ts';
import { type Random, draw, weighted } from '../random.ts';
import type { TrueChild } from './child.ts';
import { missingDescription } from './describe.ts';
import { dayAt, hour, instant, minute } from './instants.ts';
import { type Paper, missingDiary } from './missing-diary.ts';
import type { Plan } from './plan.ts';
import type { MissingSide, SeedComplaint } from './story.ts';
import { details, lastSeenPlaces, lastSeenWith } from './words.ts';

const sources = weighted<SeedComplaint['source']>([
  ['walk-in', 72],
  ['telephone', 10],
  ['citizen-door', 9],
  ['childline', 4],
  ['railway', 3],
  ['other-station', 2],
]);
const relations = weighted<SeedComplaint['informantRelation']>([
  ['mother', 40],
  ['father', 38],
  ['uncle', 12],
  ['neighbour', 6],
  ['teacher', 4],
]);

/** Most write the FIR within the hours; some wait a day or a week, some write only a general diary, and the newest have none yet. */
function drawPaper(random: Random, plan: Plan): Paper {
  const point = random.next();
  const wait =
    plan.hardCase === 'waited-a-day-for-fir'
      ? 26
      : point < 0.72
        ? random.next() * 3
        : point < 0.9
          ? 3 + random.next() * 24
          : 24 + random.next() * 140;
  const at = plan.reportedAt + wait * hour;
  if (plan.hardCase === 'zero-fir') return { paper: 'zero-fir', at: plan.reportedAt + 40 * minute };
  if (plan.ending === 'false-report' || at > plan.now || random.chance(0.015)) return { paper: null, at };
  const general = plan.hardCase === null && random.chance(0.05);
  return { paper: general ? 'general-diary' : random.chance(0.02) ? 'zero-fir' : 'fir', at };
}

function informantName(random: Random, child: TrueChild, relation: SeedComplaint['informantRelation']): string {
  if (relation === 'mother') return writeName(child.family.mother, 'Latn');
  if (relation === 'father') return writeName(child.family.father, 'Latn');
  return writeName({ language: child.family.language, words: [random.pick(child.family.names.father), child.family.surname] }, 'Latn');
}

function complaintOf(
  random: Random,
  child: TrueChild,
  plan: Plan,
  key: string,
  familyNumber: number,
): { complaint: SeedComplaint; paper: Paper } {
  const paper = drawPaper(random, plan);
  const citizen = plan.ending === 'false-report';
  const relation = citizen ? 'citizen' : draw(random, relations);
  const written = paper.paper ? instant(paper.at) : null;
  const complaint: SeedComplaint = {
    key,
    stationCode: plan.station.code,
    source: citizen ? 'citizen-door' : plan.hardCase === 'zero-fir' ? 'walk-in' : draw(random, sources),
    receivedAt: instant(plan.reportedAt),
    informantName: informantName(random, child, relation),
    informantRelation: relation,
    // One for each family: the portal reads a shared telephone as a shared child.
    informantTelephone: `0${10 + (familyNumber % 40)}-5550${String(Math.floor(familyNumber / 40) % 10_000).padStart(4, '0')}`,
    paper: paper.paper,
    // Numbered by child so that no two papers of a station and year collide.
    paperNumber: written && String(1000 + Number(key.slice(1))),
    paperYear: written && Number(dayAt(paper.at).slice(0, 4)),
    paperAt: written,
    sections:
      written && paper.paper !== 'general-diary'
        ? child.circumstance === 'trafficking-suspected'
          ? ['BNS 137(2)', 'BNS 143']
          : ['BNS 137(2)']
        : [],
  };
  return { complaint, paper };
}

/** `number` counts missing sides; `family` is the stream shared by twins, so that one complaint reads the same in both stories. */
export function missingSide(
  random: Random,
  family: Random,
  child: TrueChild,
  plan: Plan,
  about: { number: number; complaintKey: string; familyNumber: number; childNumber: number },
): MissingSide {
  const { complaint, paper } = complaintOf(family, child, plan, about.complaintKey, about.familyNumber);
  const lastSeenAt = instant(plan.lastSeenAt);
  const lastSeenOn = dayAt(plan.lastSeenAt);
  const hasPhotograph = plan.hardCase !== 'no-photograph' && (plan.hardCase === 'notice-withdrawn-offence-link' || random.chance(0.86));
  const years = child.ageDays / 365.25;
  const highRisk =
    years < 12 || child.disability !== null || child.circumstance === 'trafficking-suspected' || child.circumstance === 'abducted';
  const committee = officesIn(plan.foundDistrict?.code ?? plan.lastSeenDistrict.code, 'cwc')[0]!;
  const facts = { number: about.number, paper, source: complaint.source, circumstance: child.circumstance, hasPhotograph, highRisk };
  const diary = missingDiary(random, plan, facts, committee.code);
  const photographed = diary.some((entry) => entry.happening === 'missing.photographAdded');
  return {
    number: about.number,
    description: missingDescription(random, child, lastSeenOn, plan.hardCase === 'three-scripts'),
    complaint,
    circumstance: child.circumstance,
    details: details[child.circumstance],
    lastSeenAt,
    lastSeenDistrict: plan.lastSeenDistrict.code,
    lastSeenPlace: `${random.pick(lastSeenPlaces)}, ${plan.lastSeenDistrict.name}`,
    lastSeenWith: random.chance(0.5) ? random.pick(lastSeenWith) : null,
    previousEpisodes: random.chance(0.6) ? random.chance(0.12) : null,
    offenceLink: plan.hardCase === 'notice-withdrawn-offence-link',
    photograph: photographed
      ? {
          face: faceOf(about.childNumber, child.sex, years),
          view: 'missing',
          picture: about.childNumber,
          takenOn: addDays(lastSeenOn, -random.integer(0, 500)),
        }
      : null,
    diary,
  };
}
