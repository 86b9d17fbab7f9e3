// GET /sightings/:reference shows a sighting; POST to the same address answers it.
import { readReference } from '../../kernel/reference.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import { type FieldErrors, type FormRoute, type FormValues, type RequestContext, form, redirect, show } from '../../web/route.ts';
import {
  type ChildRecord,
  type RecordPanel,
  childName,
  drawPanels,
  mayChange,
  purposeSuffix,
  readDescription,
  readRecord,
  recordPath,
} from '../children/index.ts';
import { whenNow } from '../../web/when.ts';
import { readTimeline } from '../diary/index.ts';
import { readOffice } from '../officers/index.ts';
import { districtOf } from '../places/index.ts';
import { answerSighting } from './actions.ts';
import { answerSchema } from './form.ts';
import { SightingPage } from './pages/sighting-page.tsx';
import { readSighting } from './store.ts';

type Shown = { record: ChildRecord; panels: readonly RecordPanel[]; suffix: string; form: { values: FormValues; errors: FieldErrors } };

async function sightingPage(context: RequestContext, { record, panels, suffix, form: state }: Shown) {
  const { view, tools, actor } = context;
  const sighting = await readSighting(context, record.id);
  if (!sighting) return refuse('web.error.notFound');
  const description = await readDescription(context, record.id);
  const answers = record.status === 'open' && tools.may(actor, 'sighting.answer') && mayChange(actor, record);
  const body = SightingPage({
    view,
    record,
    description,
    sighting,
    form: state,
    officeName: (await readOffice(context, record.officeId))?.name ?? '',
    districtName: (await districtOf(context, record.districtCode))?.name ?? record.districtCode,
    entries: await readTimeline(context, record.id),
    panels: await drawPanels(panels, context, record),
    answerAt: answers ? recordPath(record) + suffix : null,
  });
  return show(`${record.reference} ${childName(view, description)}`, body);
}

export function sightingRoute(panels: readonly RecordPanel[]): FormRoute {
  return form({
    path: '/sightings/:reference',
    permission: 'sighting.read',
    audit: 'sighting.view',
    purpose: 'casework',
    schema: answerSchema,
    async show(context, { params, query, values, errors }) {
      const reference = readReference(params.reference ?? '');
      const record = reference ? await readRecord(context, { reference }, 'sighting') : refuse('web.error.notFound');
      if (isRefusal(record)) return record;
      const begun = Object.keys(values).length > 0 ? values : whenNow(context.now);
      return sightingPage(context, { record, panels, suffix: purposeSuffix(query), form: { values: begun, errors } });
    },
    async save(context, { params, query, draft }) {
      const reference = readReference(params.reference ?? '');
      if (!reference || !context.tools.may(context.actor, 'sighting.answer')) return refuse('web.error.notFound');
      const record = await answerSighting(context, reference, draft);
      return isRefusal(record) ? record : redirect(recordPath(record) + purposeSuffix(query), 'sightings.done.answered');
    },
  });
}
