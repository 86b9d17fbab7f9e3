// GET /found/:reference: the record's page.
import type { Happening } from '../../kernel/happenings.ts';
import { readReference } from '../../kernel/reference.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import { type PageRoute, type RequestContext, page, show } from '../../web/route.ts';
import {
  type ChildRecord,
  type RecordPanel,
  childName,
  drawPanels,
  mayChange,
  photographsOf,
  purposeSuffix,
  readDescription,
  readRecord,
} from '../children/index.ts';
import { readTimeline } from '../diary/index.ts';
import { readOffice } from '../officers/index.ts';
import { districtOf, spokenIn } from '../places/index.ts';
import { type FoundAction, FoundRecordPage } from './pages/record-page.tsx';
import { productionReportsOf } from './production-report-store.ts';
import { readFoundChild } from './store.ts';

const repeated: Partial<Record<Happening, FoundAction>> = {
  'found.photographAdded': 'photograph',
  'found.journeyRecorded': 'journey',
  'found.informationGiven': 'information',
};

/** What a Committee alone does; a night in a home, and a child too ill to travel, are written by those who had the child. */
const ofTheCommittee = /^(inquiry\.(?!keptOvernight|takenOverByPolice|notTakenOver|unfit|medicallyFit)|care\.ageTest)/;

/** An infant too ill to be brought before the Committee: said, reported, fit again, until the child is produced. */
function tooIll(entries: readonly { happening: Happening }[]): FoundAction[] {
  const done = new Set(entries.map(({ happening }) => happening));
  if (done.has('found.produced')) return [];
  if (!done.has('inquiry.unfitForProduction')) return ['unfit'];
  return [
    ...(done.has('inquiry.unfitReported') ? [] : (['unfit-report'] as const)),
    ...(done.has('inquiry.medicallyFit') ? [] : (['fit'] as const)),
  ];
}

/** Until the child is before the Committee, the report for it comes first (MR r.18(2)). */
function actionsFor(
  { tools, actor }: RequestContext,
  record: ChildRecord,
  reported: boolean,
  entries: readonly { happening: Happening }[],
): FoundAction[] {
  if (record.closedAt || !tools.may(actor, 'foundChild.act') || !mayChange(actor, record)) return [];
  const report: FoundAction[] = reported ? [] : ['production-report'];
  const picture: FoundAction[] = tools.may(actor, 'photograph.add') ? ['photograph'] : [];
  return [...report, 'description', ...picture, 'information', 'journey', ...tooIll(entries), 'close'];
}

async function recordPage(context: RequestContext, record: ChildRecord, panels: readonly RecordPanel[], suffix: string) {
  const { view } = context;
  const description = await readDescription(context, record.id);
  const photographs = (await photographsOf(context, [record.id])).get(record.id);
  const told = await readTimeline(context, record.id);
  // What a Committee does about the child is its file, not the police's (role matrix); that the child was produced and placed they are told.
  const entries = context.tools.may(context.actor, 'production.read')
    ? told
    : told.filter(({ happening }) => !ofTheCommittee.test(happening));
  const home = description?.homeDistrict ? await districtOf(context, description.homeDistrict) : undefined;
  const reported = entries.some((entry) => entry.happening === 'found.productionReportFiled' || entry.happening === 'found.produced');
  const body = FoundRecordPage({
    view,
    record,
    description,
    entries,
    found: await readFoundChild(context, record.id),
    // Where to find who brought the child, and the parents: of no use to an office that was let in to compare.
    reports: mayChange(context.actor, record) ? await productionReportsOf(context, record.id) : [],
    photographName: photographs?.[0]?.name ?? null,
    officeName: (await readOffice(context, record.officeId))?.name ?? '',
    districtName: (await districtOf(context, record.districtCode))?.name ?? record.districtCode,
    homeDistrictName: home?.name ?? null,
    panels: await drawPanels(panels, context, record),
    actions: actionsFor(context, record, reported, entries),
    done: new Set(entries.flatMap((entry) => repeated[entry.happening] ?? [])),
    suffix,
    spoken: await spokenIn(context, record.stateCode),
  });
  return show(`${record.reference} ${childName(view, description)}`, body);
}

export function recordRoute(panels: readonly RecordPanel[]): PageRoute {
  return page({
    path: '/found/:reference',
    permission: 'foundChild.read',
    audit: 'foundChild.view',
    purpose: 'casework',
    async answer(context, { params, query }) {
      const reference = readReference(params.reference ?? '');
      const record = reference ? await readRecord(context, { reference }, 'found') : refuse('web.error.notFound');
      return isRefusal(record) ? record : recordPage(context, record, panels, purposeSuffix(query));
    },
  });
}
