// The desk's page of a contact bar: written down for a missing or a found child by an office that may act on its record.
import { readReference } from '../../kernel/reference.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import { type Route, form, redirect, show } from '../../web/route.ts';
import { purposeSuffix, readRecord, recordPath } from '../children/index.ts';
import { type BarredKind, lift, recordBar } from './actions.ts';
import { barsOfRecord } from './bar-store.ts';
import { barSchema, liftSchema } from './form.ts';
import { BarPage } from './pages/bar-page.tsx';
import { LiftPage } from './pages/lift-page.tsx';

function barRoute(kind: BarredKind): Route {
  return form({
    path: `/${kind}/:reference/contact-bar`,
    permission: kind === 'missing' ? 'missingReport.act' : 'foundChild.act',
    audit: 'contactBar.record',
    purpose: 'casework',
    schema: barSchema,
    async show(context, { params, query, values, errors }) {
      const reference = readReference(params['reference'] ?? '');
      const record = reference ? await readRecord(context, { reference }, kind) : refuse('web.error.notFound');
      if (isRefusal(record)) return record;
      const { view } = context;
      const action = `${recordPath(record)}/contact-bar${purposeSuffix(query)}`;
      return show(view.t('contact-bars.title'), BarPage({ view, action, reference: record.reference, form: { values, errors } }));
    },
    async save(context, { params, query, draft }) {
      const reference = readReference(params['reference'] ?? '');
      const record = reference ? await recordBar(context, kind, reference, draft) : refuse('web.error.notFound');
      return isRefusal(record) ? record : redirect(recordPath(record) + purposeSuffix(query), 'contact-bars.done');
    },
  });
}

function liftRoute(kind: BarredKind): Route {
  return form({
    path: `/${kind}/:reference/contact-bar/lift`,
    permission: 'committeeFile.keep',
    audit: 'contactBar.lift',
    purpose: 'inquiry',
    schema: liftSchema,
    async show(context, { params, values, errors }) {
      const reference = readReference(params['reference'] ?? '');
      const record = reference ? await readRecord(context, { reference }, kind) : refuse('web.error.notFound');
      if (isRefusal(record)) return record;
      const { view } = context;
      const bars = (await barsOfRecord(context, record.id)).filter(({ lifted }) => lifted === null);
      return show(view.t('contact-bars.lift.title'), LiftPage({ view, path: recordPath(record), bars, form: { values, errors } }));
    },
    async save(context, { params, draft }) {
      const reference = readReference(params['reference'] ?? '');
      const record = reference ? await lift(context, kind, reference, draft) : refuse('web.error.notFound');
      return isRefusal(record) ? record : redirect(recordPath(record), 'contact-bars.lift.done');
    },
  });
}

export function deskRoutes(): Route[] {
  return [barRoute('missing'), barRoute('found'), liftRoute('missing'), liftRoute('found')];
}
