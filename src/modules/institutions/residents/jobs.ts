// A child gone from a home is a missing child: the portal opens the report at the station of the home's place by itself, and tells whom it concerns.
import type { Context } from '../../../platform/context.ts';
import { alertNodalOfficers } from '../../alerts/index.ts';
import { type ChildRecord, type Description, moveRecord, peekRecord, readDescription } from '../../children/index.ts';
import { type HappeningNews, type Listener, holdDiaries, writeDiary } from '../../diary/index.ts';
import { openReports } from '../../missing-reports/index.ts';
import { type Office, officeForPlace, readOffice } from '../../officers/index.ts';
import { stationOf } from '../register/store.ts';
import type { Absence } from './residence.ts';
import { absencesOf, noteReport, residenceOf } from './store.ts';

const unreported = ({ kind, backAt, missingId }: Absence): boolean => kind === 'missing' && backAt === null && missingId === null;

async function hear(context: Context, news: HappeningNews): Promise<void> {
  await holdDiaries(context, [news.recordId]);
  const absence = (await absencesOf(context, news.recordId)).find(unreported);
  const record = await peekRecord(context, { id: news.recordId });
  const description = await readDescription(context, news.recordId);
  if (!absence || !record || !description) return;
  const home = await readOffice(context, record.officeId);
  const own = await stationOf(context, record.officeId);
  const station = (own && (await readOffice(context, own))) ?? (await officeForPlace(context, 'police-station', record.districtCode));
  if (!home || !station) return;
  const report = await openReport(context, { absence, record, description, home, station });
  await noteReport(context, absence.id, report.id);
  const paper = { kind: 'missing-report', id: report.id };
  await writeDiary(context, record.id, { happening: 'care.absenceReported', facts: { to: 'portal' }, byOffice: home.id, paper });
  await alertNodalOfficers(context, report, {
    stationDistrict: station.districtCode ?? record.districtCode,
    hasFir: false,
    isLookedFor: true,
  });
}

type Gone = { absence: Absence; record: ChildRecord; description: Description; home: Office; station: Office };

/** Where the child was last seen says the district alone: the address of a home is nobody's to publish (s.74). */
async function openReport(context: Context, { absence, record, description, home, station }: Gone): Promise<ChildRecord> {
  const [opened] = await openReports(context, [
    {
      complaint: {
        stationId: station.id,
        source: 'home',
        receivedAt: context.now,
        informantName: home.name,
        informantRelation: 'children-home',
        informantTelephone: home.telephone,
        informantAddress: null,
        paper: null,
        paperAt: null,
        paperNumber: null,
        sections: [],
        delayReason: null,
      },
      reporterKey: null,
      officerId: null,
      place: { districtCode: record.districtCode, stateCode: record.stateCode },
      lastSeenAt: absence.fromAt,
      report: { lastSeenPlace: null, lastSeenWith: null, lastSeenKnown: true, lastSeenTimeKnown: true, previousEpisodes: null },
      children: [{ circumstance: 'unknown', details: absence.words, description }],
    },
  ]);
  return opened!.records[0]!;
}

/**
 * A home knows its own residents and no others (role matrix): once the child has left for good the record is the Committee's of its
 * district, which follows the child. Who lives in another home by now is that home's.
 */
async function giveBack(context: Context, { recordId }: HappeningNews): Promise<void> {
  await holdDiaries(context, [recordId]);
  const record = await peekRecord(context, { id: recordId });
  const stay = await residenceOf(context, recordId);
  if (!record || !stay || stay.leftAt === null || record.officeId !== stay.officeId) return;
  const committee = await officeForPlace(context, 'cwc', record.districtCode);
  if (!committee?.districtCode || !committee.stateCode) return;
  await moveRecord(context, recordId, { officeId: committee.id, districtCode: record.districtCode, stateCode: record.stateCode });
  await context.tools.project(context, [recordId]);
}

export const listeners: readonly Listener[] = [
  { name: 'institutions.openReport', happenings: ['care.missingFromHome'], hear },
  { name: 'institutions.giveBack', happenings: ['care.released', 'care.died'], hear: giveBack },
];
