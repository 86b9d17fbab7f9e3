// The diary of a missing report as stations really keep it: most duties done, some late, some not at all.
import type { DiaryFact } from '../../src/kernel/happenings.ts';
import { officesIn } from '../offices.ts';
import type { Random } from '../random.ts';
import { type DiaryWriter, startDiary } from './diary.ts';
import { day, hour, minute } from './instants.ts';
import { linkTimes, writeLink } from './match-entries.ts';
import type { Plan } from './plan.ts';
import type { SeedCircumstance, SeedComplaint } from './story.ts';

export type Paper = { paper: SeedComplaint['paper']; at: number };

export type MissingFacts = {
  number: number;
  paper: Paper;
  source: SeedComplaint['source'];
  circumstance: SeedCircumstance;
  hasPhotograph: boolean;
  highRisk: boolean;
};

export function missingDiary(random: Random, plan: Plan, facts: MissingFacts, committeeCode: string): DiaryFact[] {
  const diary = startDiary(random, { prefix: `m${facts.number}`, now: plan.now, extraLag: plan.extraLag });
  const opened = plan.reportedAt;
  diary.write('missing.reported', { source: facts.source }, opened, { by: facts.source === 'citizen-door' ? null : plan.station.code });
  const trafficking = facts.circumstance === 'trafficking-suspected';
  const { paper, at } = facts.paper;
  if (paper) diary.write('missing.firRegistered', { paper, trafficking }, at, { by: plan.station.code });
  writeInvestigation(random, diary, plan, facts);
  if (trafficking || plan.hardCase === 'turns-eighteen-while-missing') writeTrafficking(random, diary, plan, trafficking);
  writeLink(diary, plan, committeeCode);
  writeEnd(diary, plan, facts, committeeCode);
  return diary.entries();
}

/** What may still be done before the child is traced: nothing is written after. */
function untilOf(plan: Plan): number {
  if (plan.ending === 'traced') return plan.foundAt!;
  return plan.matchedAt ?? Number.POSITIVE_INFINITY;
}

function writeInvestigation(random: Random, diary: DiaryWriter, plan: Plan, facts: MissingFacts): void {
  const until = untilOf(plan);
  const by = plan.station.code;
  const soon = (probability: number, low: number, high: number): number | null => {
    const at = plan.reportedAt + (low + random.next() * (high - low)) * hour;
    return random.chance(probability) && at < until ? at : null;
  };
  const alerted = plan.reportedAt + minute;
  diary.write('missing.nodalOfficersAlerted', { offices: plan.interState ? 4 : 3 }, alerted, { by: null, lag: 0 });
  const acknowledged = plan.hardCase === 'vacant-nodal-post' ? null : soon(0.72, 0.5, 40);
  if (acknowledged) {
    const office = officesIn(plan.lastSeenDistrict.code, 'district-nodal')[0]!;
    diary.write('missing.alertAcknowledged', { officeKind: 'district-nodal' }, acknowledged, { by: office.code, lag: 0 });
  }
  const assessed = soon(0.85, 0.3, 8);
  if (assessed) diary.write('missing.riskAssessed', { level: facts.highRisk ? 'high' : 'standard' }, assessed, { by });
  const forwarded = soon(0.8, 0.3, 10);
  if (forwarded) diary.write('missing.forwardedToJuvenilePoliceUnit', {}, forwarded, { by });
  const photographed = facts.hasPhotograph ? (soon(0.85, 0.2, 30) ?? soon(1, 30, 90)) : null;
  if (photographed) diary.write('missing.photographAdded', {}, photographed, { by });
  const sent = soon(0.75, 1, 40);
  if (sent) diary.write('missing.sentToAgencies', { photograph: photographed !== null && photographed <= sent }, sent, { by });
  const copied = soon(0.6, 2, 96);
  if (copied) diary.write('missing.copySentToLegalServices', {}, copied, { by });
  const cried = soon(0.55, 6, 150);
  if (cried) diary.write('missing.hueAndCryIssued', {}, cried, { by });
  const published = facts.hasPhotograph ? soon(0.5, 12, 72) : null;
  if (published) writeNotice(diary, plan, published);
}

/** A notice, and its end: the child traced, an offence that bars publication, or simply time. */
function writeNotice(diary: DiaryWriter, plan: Plan, published: number): void {
  const by = plan.station.code;
  const authority = plan.index % 2 ? 'cwc' : 'police-tracing';
  if (!diary.write('missing.noticePublished', { authority }, published, { by })) return;
  const withdraw = (because: 'traced' | 'offence-link' | 'expired', at: number): void =>
    void diary.write('missing.noticeWithdrawn', { because }, at, { by: because === 'offence-link' ? by : null, lag: 0, last: true });
  if (plan.hardCase === 'notice-withdrawn-offence-link') withdraw('offence-link', published + 9 * day);
  else if (plan.ending === 'traced') withdraw('traced', plan.foundAt! + hour);
  else if (plan.ending === 'matched') withdraw('traced', linkTimes(plan)!.confirmed + hour);
  else withdraw('expired', published + 90 * day);
}

/** Transfer at once when trafficking is suspected, else after four months untraced (G Ganesh 2026; BBA 2013). Not every station does it. */
function writeTrafficking(random: Random, diary: DiaryWriter, plan: Plan, suspected: boolean): void {
  const until = untilOf(plan);
  const at = suspected ? plan.reportedAt + (2 + random.next() * 60) * hour : plan.reportedAt + 125 * day;
  if (at >= until) return;
  if (suspected) diary.write('missing.traffickingSuspected', {}, at, { by: plan.station.code });
  const unit = officesIn(plan.lastSeenDistrict.code, 'anti-trafficking-unit')[0]!.code;
  if (!random.chance(0.7)) return;
  diary.write('missing.transferredToAntiTrafficking', { toOffice: unit }, at + 5 * hour, { by: plan.station.code });
  // Two units in three report to the legal services authority; the pace leaves some reports late.
  if (plan.index % 3 === 0) return;
  const last = Math.min(until, plan.now);
  for (let told = at + 85 * day; told < last; told += (plan.index % 5 === 0 ? 95 : 85) * day)
    diary.write('missing.progressReported', { to: 'legal-services' }, told, { by: unit, lag: 6 * hour });
}

function writeEnd(diary: DiaryWriter, plan: Plan, facts: MissingFacts, committeeCode: string): void {
  const by = plan.station.code;
  const last = { by, last: true };
  if (plan.ending === 'false-report') {
    diary.write('missing.falseReport', {}, plan.reportedAt + 30 * hour, last);
    diary.write('missing.closed', { outcome: 'false-report' }, plan.reportedAt + 31 * hour, { ...last, lag: 0 });
  }
  if (plan.ending === 'traced') writeTraced(diary, plan, facts);
  const times = linkTimes(plan);
  if (!times) return;
  diary.write('missing.traced', { how: 'by-match', alive: true }, times.confirmed, { by: committeeCode, lag: 0 });
  diary.write('found.restored', { to: 'parents' }, times.restored, { by: committeeCode, last: true });
  diary.write('missing.closed', { outcome: 'restored' }, times.closed, last);
  if (plan.hardCase === 'missing-again') diary.write('missing.reopened', {}, plan.now - 11 * day, last);
}

function writeTraced(diary: DiaryWriter, plan: Plan, facts: MissingFacts): void {
  const alive = plan.hardCase !== 'traced-not-alive';
  const how = facts.number % 3 === 0 ? 'by-family' : 'by-police';
  const traced = Math.max(plan.foundAt!, plan.reportedAt + 10 * minute);
  if (!diary.write('missing.traced', { how, alive }, traced, { by: plan.station.code })) return;
  const outcome = alive ? (facts.number % 11 === 0 ? 'in-care' : 'restored') : 'deceased';
  diary.write('missing.closed', { outcome }, traced + 20 * hour, { by: plan.station.code, last: true });
}
