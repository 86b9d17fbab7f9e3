// The desk's pages of a social investigation report: its parts for whoever writes it, the whole for the Committee.
import { z } from 'zod';
import { isUuid } from '../../../kernel/ids.ts';
import { type Reference, readReference } from '../../../kernel/reference.ts';
import { type Refusal, isRefusal, refuse } from '../../../kernel/refusal.ts';
import { type Route, form, page, redirect, show } from '../../../web/route.ts';
import type { Context } from '../../../platform/context.ts';
import { type ChildRecord, childName, readDescription, readRecord, readToChange } from '../../children/index.ts';
import { spokenIn } from '../../places/index.ts';
import { openToWrite, savePart, submit } from './actions.ts';
import { type ReportDraft, reportSchema } from './form.ts';
import { type OpenClasses, openTo } from '../../unsealing/index.ts';
import { OpenedPage, type ReportOpened, ReportPartPage, ReportReadPage } from './pages/report-pages.tsx';
import { classOfPart, fieldNamed, fieldsOfPart } from './report-fields.ts';
import { answersAt, readReport, reportsOf } from './report-store.ts';
import { type SocialReport, partAsked } from './social-report.ts';

type Addressed = { reference: Reference; id: string };
function addressed(params: Record<string, string>): Addressed | null {
  const reference = readReference(params['reference'] ?? '');
  const id = params['report'] ?? '';
  return reference && isUuid(id) ? { reference, id } : null;
}

const partRoute = form({
  path: '/cwc/:reference/reports/:report',
  permission: 'socialReport.write',
  audit: 'cwc.socialReport',
  purpose: 'production',
  schema: reportSchema,
  async show(context, { params, query, values, errors }) {
    const at = addressed(params);
    const opened = at ? await openToWrite(context, at.reference, at.id, 'read') : refuse('web.error.notFound');
    if (isRefusal(opened)) return opened;
    const { report } = opened;
    const { view } = context;
    const part = partAsked(values['part'] ?? query.part);
    const answers = await answersAt(context, report.id, report.version, 'with-sealed');
    const stored = fieldsOfPart(part).flatMap(({ name, kind }) => {
      const value = answers.get(name)?.value;
      return value ? [[name, kind === 'choices' ? value.split(',') : value] as const] : [];
    });
    const title = view.t('cwc-report.title', { name: childName(view, await readDescription(context, report.recordId)) });
    const begun = Object.keys(values).length > 0 ? values : Object.fromEntries(stored);
    return show(title, ReportPartPage({ view, form: { values: begun, errors }, reference: at!.reference, title, report, part, answers }));
  },
  async save(context, { params, query, draft }) {
    const at = addressed(params);
    const saved = at ? await savePart(context, at.reference, at.id, draft as ReportDraft) : refuse('web.error.notFound');
    if (Array.isArray(saved) || isRefusal(saved)) return saved;
    const purpose = query.purpose ? `&purpose=${encodeURIComponent(query.purpose)}` : '';
    return redirect(`/cwc/${at!.reference}/reports/${at!.id}?part=${(draft as ReportDraft).part}${purpose}`, 'cwc-report.done.saved');
  },
});

const submitRoute = form({
  path: '/cwc/:reference/reports/:report/submit',
  permission: 'socialReport.write',
  audit: 'cwc.socialReportSubmitted',
  purpose: 'production',
  schema: z.strictObject({}),
  async save(context, { params }) {
    const at = addressed(params);
    const saved = at ? await submit(context, at.reference, at.id) : refuse('web.error.notFound');
    return isRefusal(saved) ? saved : redirect('/cwc', 'cwc-report.done.submitted');
  },
});

/** Submitted, and of a child before this Committee: row security opens nothing else. */
async function toRead(context: Context, at: Addressed | null): Promise<{ record: ChildRecord; report: SocialReport } | Refusal> {
  const record = at ? await readToChange(context, at.reference, 'found') : refuse('web.error.notFound');
  if (isRefusal(record)) return record;
  const report = await readReport(context, record.id, at!.id);
  return report?.submittedAt ? { record, report } : refuse('web.error.notFound');
}

function readRoute(path: string, permission: 'committeeFile.read' | 'socialReport.readSealed', sealed: boolean): Route {
  return page({
    path,
    permission,
    audit: sealed ? 'cwc.socialReportSealed' : 'cwc.socialReportRead',
    purpose: 'production',
    async answer(context, { params }) {
      const read = await toRead(context, addressed(params));
      if (isRefusal(read)) return read;
      const { record, report } = read;
      const { view } = context;
      const title = view.t(sealed ? 'cwc-report.sealedTitle' : 'cwc-report.readTitle', {
        name: childName(view, await readDescription(context, record.id)),
      });
      const answers = await answersAt(context, report.id, report.version, sealed ? 'with-sealed' : 'open-only');
      const spoken = await spokenIn(context, record.stateCode);
      return show(title, ReportReadPage({ view, reference: record.reference, title, report, answers, sealed, spoken }));
    },
  });
}

/** What two people opened to an officer of another office: of each submitted report the sealed items of that class, and nothing else of it. */
const openedRoute = page({
  path: '/cwc/:reference/opened',
  permission: 'sealed.ask',
  audit: 'cwc.socialReportOpened',
  purpose: 'production',
  async answer(context, { params }) {
    const reference = readReference(params['reference'] ?? '');
    const record = reference ? await readRecord(context, { reference }, 'found') : refuse('web.error.notFound');
    if (isRefusal(record)) return record;
    const { view } = context;
    const open = await openTo(context, record.id, 'socialReport.readSealed');
    const title = view.t('cwc-report.openedTitle', { name: childName(view, await readDescription(context, record.id)) });
    const shown: ReportOpened[] = [];
    for (const report of open.size > 0 ? await reportsOf(context, record.id) : []) {
      if (!report.submittedAt) continue;
      const answers = await answersAt(context, report.id, report.version, 'with-sealed');
      shown.push({ report, answers: new Map([...answers].filter(([name]) => isOpened(name, open))) });
    }
    return show(title, OpenedPage({ view, reference: record.reference, title, shown }));
  },
});

function isOpened(name: string, open: OpenClasses): boolean {
  const field = fieldNamed(name);
  const of = field?.sealed ? classOfPart[field.part] : undefined;
  return of !== undefined && open.has(of);
}

export const reportRoutes: Route[] = [
  openedRoute,
  partRoute,
  submitRoute,
  readRoute('/cwc/:reference/reports/:report/read', 'committeeFile.read', false),
  readRoute('/cwc/:reference/reports/:report/sealed', 'socialReport.readSealed', true),
];
