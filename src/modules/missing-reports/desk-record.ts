// The page of one missing report at the desk: the child, the paper, what may be done next, who was told, the diary.
import { readReference } from '../../kernel/reference.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import { type RequestContext, type Route, page, show } from '../../web/route.ts';
import {
  type ChildRecord,
  type RecordPanel,
  drawPanels,
  mayChange,
  photographsOf,
  readDescription,
  readRecord,
  purposeSuffix,
} from '../children/index.ts';
import { alertsOfRecord, markRead } from '../alerts/index.ts';
import { intimationsOfRecord } from '../intimations/index.ts';
import { isLive, noticesOf } from '../notices/index.ts';
import { effectiveEntries, readTimeline } from '../diary/index.ts';
import { readOffice } from '../officers/index.ts';
import { districtOf, spokenIn } from '../places/index.ts';
import { doneIn, nextActions } from './next-actions.ts';
import type { MissingStatus } from './missing-report.ts';
import { RecordPage } from './pages/record-page.tsx';
import { latestRisk, notesOf, readComplaint, readMissingReport } from './store.ts';

async function paperOf(context: RequestContext, record: ChildRecord) {
  const report = (await readMissingReport(context, record.id))!;
  const complaint = await readComplaint(context, report.complaintId);
  const notices = await noticesOf(context, record.id);
  return { report, complaint, notices, risk: await latestRisk(context, record.id), notes: await notesOf(context, record.id) };
}

async function placeOf(context: RequestContext, record: ChildRecord) {
  const description = await readDescription(context, record.id);
  const home = description?.homeDistrict ? await districtOf(context, description.homeDistrict) : undefined;
  const office = await readOffice(context, record.officeId);
  return {
    description,
    homeDistrictName: home?.name ?? null,
    officeName: office?.name ?? '',
    districtName: (await districtOf(context, record.districtCode))?.name ?? '',
  };
}

export function recordRoute(panels: readonly RecordPanel[]): Route {
  return page({
    path: '/missing/:reference',
    permission: 'missingReport.read',
    audit: 'missingReport.view',
    purpose: 'casework',
    async answer(context, { params, query, looked }) {
      const reference = readReference(params['reference']!);
      const record = reference ? await readRecord(context, { reference }, 'missing') : refuse('web.error.notFound');
      if (isRefusal(record)) return record;
      const { actor } = context;
      if (looked && actor.kind === 'officer') await markRead(context, record.id, actor.officeId);
      const paper = await paperOf(context, record);
      const timeline = await readTimeline(context, record.id);
      const { complaint, report, notices } = paper;
      const place = await placeOf(context, record);
      const standing = {
        status: record.status as MissingStatus,
        hasFir: complaint?.paper === 'fir' || complaint?.paper === 'zero-fir',
        hasLiveNotice: notices.some((notice) => isLive(notice, context.now)),
        report,
        done: doneIn(effectiveEntries(timeline)),
      };
      const props = {
        view: context.view,
        record,
        ...paper,
        ...place,
        photographs: (await photographsOf(context, [record.id])).get(record.id) ?? [],
        alerts: await alertsOfRecord(context, record.id),
        chains: await intimationsOfRecord(context, record.id),
        actions: mayChange(actor, record) ? nextActions(standing, (permission) => context.tools.may(actor, permission)) : [],
        mayPrint: mayChange(actor, record) && context.tools.may(actor, 'missingReport.act'),
        spoken: mayChange(actor, record) ? await spokenIn(context, record.stateCode) : null,
        timeline,
        panels: await drawPanels(panels, context, record),
        suffix: purposeSuffix(query),
      };
      return show(record.reference, RecordPage(props));
    },
  });
}
