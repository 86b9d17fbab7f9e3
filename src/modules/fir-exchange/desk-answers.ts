// GET, POST /missing/:reference/police-system/station and …/committee: answering what the police's own system says became of a child.
import { type Reference, readReference } from '../../kernel/reference.ts';
import { type Refusal, isRefusal, refuse } from '../../kernel/refusal.ts';
import { type Params, type Route, form, redirect, show } from '../../web/route.ts';
import { recordPath, purposeSuffix, readRecord } from '../children/index.ts';
import { effectiveEntries, readDiary } from '../diary/index.ts';
import { answerForCommittee, committeeSchema, denialSchema, denyForStation } from './answering/answer.ts';
import { reportsOfRecord } from './answering/answer-store.ts';
import { waitsFor } from './answering/open-question.ts';
import { AnswerPage } from './pages/answer-page.tsx';
import type { RequestContext } from '../../web/route.ts';

const referenceIn = (params: Params): Reference | Refusal => readReference(params['reference'] ?? '') ?? refuse('web.error.notFound');

/** The record, and what of it waits for an answer of this side. */
async function asked(context: RequestContext, params: Params, by: 'station' | 'committee') {
  const reference = referenceIn(params);
  const record = isRefusal(reference) ? reference : await readRecord(context, { reference }, 'missing');
  if (isRefusal(record)) return record;
  const diary = effectiveEntries(await readDiary(context, record.id));
  const reports = (await reportsOfRecord(context, record.id)).filter((report) => waitsFor(diary, report)[by]);
  return { record, reports };
}

const stationRoute = form({
  path: '/missing/:reference/police-system/station',
  permission: 'missingReport.act',
  audit: 'policeReport.deny',
  purpose: 'casework',
  schema: denialSchema,
  async show(context, { params, query, values, errors }) {
    const found = await asked(context, params, 'station');
    if (isRefusal(found)) return found;
    const { view } = context;
    const first = { what: query['what'] ?? found.reports[0]?.what ?? '', ...values };
    const page = AnswerPage({ view, ...found, by: 'station', form: { values: first, errors }, suffix: purposeSuffix(query) });
    return show(view.t('police-system.answer.station'), page);
  },
  async save(context, { params, query, draft }) {
    const reference = referenceIn(params);
    const record = isRefusal(reference) ? reference : await denyForStation(context, reference, draft);
    return isRefusal(record) ? record : redirect(`${recordPath(record)}${purposeSuffix(query)}`, 'police-system.done.denied');
  },
});

const committeeRoute = form({
  path: '/missing/:reference/police-system/committee',
  permission: 'identity.confirm',
  audit: 'policeReport.answer',
  purpose: 'casework',
  schema: committeeSchema,
  async show(context, { params, query, values, errors }) {
    const found = await asked(context, params, 'committee');
    if (isRefusal(found)) return found;
    const { view } = context;
    const page = AnswerPage({ view, ...found, by: 'committee', form: { values, errors }, suffix: purposeSuffix(query) });
    return show(view.t('police-system.answer.committee'), page);
  },
  async save(context, { params, query, draft }) {
    const reference = referenceIn(params);
    const record = isRefusal(reference) ? reference : await answerForCommittee(context, reference, draft);
    return isRefusal(record) ? record : redirect(`${recordPath(record)}${purposeSuffix(query)}`, 'police-system.done.answered');
  },
});

export const answerRoutes = (): Route[] => [stationRoute, committeeRoute];
