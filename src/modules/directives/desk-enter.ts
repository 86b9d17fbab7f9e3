// Entering a directive at the desk: the draft, its points, the preview of whom it reaches, its issue; and ending one that is in force.
import { type Refusal, isRefusal, refuse } from '../../kernel/refusal.ts';
import type { OfficerActor } from '../../platform/context.ts';
import type { Answer, FieldErrors, FormValues, RedirectAnswer, RequestContext, Route } from '../../web/route.ts';
import { form, redirect, show } from '../../web/route.ts';
import { allDistricts, allStates } from '../places/index.ts';
import * as verbs from './actions.ts';
import type { Directive } from './directive.ts';
import { directiveSchema, endSchema, issueSchema, nothingSchema, pointSchema, removeSchema } from './form.ts';
import { DraftPage } from './pages/draft-page.tsx';
import { EndPage } from './pages/end-page.tsx';
import { EnterPage } from './pages/enter-page.tsx';
import { PointPage } from './pages/point-page.tsx';
import { countAddressees } from './reach-store.ts';
import { endOf, laterOf, pointsOf } from './store.ts';
import { placesAsLines } from './typed-places.ts';

const ground = { permission: 'directive.issue', purpose: 'coordination' } as const;
const officerOf = ({ actor }: RequestContext): OfficerActor | null => (actor.kind === 'officer' ? actor : null);
const draftPath = (id: string): string => `/directives/draft/${id}`;

type Drawing = { params: Record<string, string>; values: FormValues; errors: FieldErrors };

/** The officer's own draft, or why not; where it was issued meanwhile (the reader went back), the directive it became. */
async function draftOf(context: RequestContext, params: Drawing['params']): Promise<Directive | Refusal | RedirectAnswer> {
  const officer = officerOf(context);
  if (!officer) return refuse('web.error.notFound');
  const draft = await verbs.readDraft(context, officer, params['draft'] ?? '');
  if (!isRefusal(draft)) return draft;
  const issued = await verbs.readOwnInForce(context, officer, params['draft'] ?? '');
  return isRefusal(issued) ? draft : redirect(`/directives/${issued.id}`);
}
const isDraft = (found: Directive | Refusal | RedirectAnswer): found is Directive => !isRefusal(found) && 'officeKinds' in found;

async function showDraft(context: RequestContext, { params, values, errors }: Drawing): Promise<Answer> {
  const { view } = context;
  const directive = await draftOf(context, params);
  if (!isDraft(directive)) return directive;
  const loaded = {
    directive,
    points: await pointsOf(context, directive.id),
    reach: await countAddressees(context, directive.id),
    states: await allStates(context),
    districts: await allDistricts(context),
  };
  return show(view.t('directives.draft.title'), DraftPage({ view, loaded, form: { values, errors } }));
}

const newRoute = form({
  ...ground,
  path: '/directives/new',
  audit: 'directives.enter',
  schema: directiveSchema,
  async show(context, { values, errors }) {
    const { view } = context;
    const officer = officerOf(context);
    const isNational = officer !== null && verbs.areaDirected(officer) === null;
    return show(view.t('directives.enter.title'), EnterPage({ view, action: '/directives/new', isNational, form: { values, errors } }));
  },
  async save(context, { draft }) {
    const officer = officerOf(context);
    if (!officer) return refuse('web.error.notFound');
    const id = await verbs.enterDirective(context, officer, draft);
    return isRefusal(id) ? id : redirect(draftPath(id), 'directives.done.entered');
  },
});

/** The draft with the preview of whom it reaches; sent, it is issued. */
const issueRoute = form({
  ...ground,
  path: '/directives/draft/:draft',
  audit: 'directives.issue',
  schema: issueSchema,
  show: showDraft,
  async save(context, { params, draft }) {
    const officer = officerOf(context);
    const id = params['draft'] ?? '';
    if (!officer) return refuse('web.error.notFound');
    const done = await verbs.issue(context, officer, id, draft.offices);
    return isRefusal(done) ? done : redirect(`/directives/${id}`, 'directives.done.issued');
  },
});

const changeRoute = form({
  ...ground,
  path: '/directives/draft/:draft/change',
  audit: 'directives.change',
  schema: directiveSchema,
  async show(context, { params, values, errors }) {
    const { view } = context;
    const directive = await draftOf(context, params);
    if (!isDraft(directive)) return directive;
    const places = placesAsLines(directive, { states: await allStates(context), districts: await allDistricts(context) });
    const typed = Object.keys(values).length > 0 ? values : { ...directive, places };
    const action = `${draftPath(directive.id)}/change`;
    return show(
      view.t('directives.change.title'),
      EnterPage({ view, action, isNational: directive.stateCode === null, form: { values: typed, errors } }),
    );
  },
  async save(context, { params, draft }) {
    const officer = officerOf(context);
    const id = params['draft'] ?? '';
    if (!officer) return refuse('web.error.notFound');
    const done = await verbs.changeDraft(context, officer, id, draft);
    return isRefusal(done) ? done : redirect(draftPath(id), 'directives.done.changed');
  },
});

const pointRoute = form({
  ...ground,
  path: '/directives/draft/:draft/point',
  audit: 'directives.addPoint',
  schema: pointSchema,
  async show(context, { params, values, errors }) {
    const { view } = context;
    const directive = await draftOf(context, params);
    if (!isDraft(directive)) return directive;
    return show(view.t('directives.point.title'), PointPage({ view, directive, form: { values, errors } }));
  },
  async save(context, { params, draft }) {
    const officer = officerOf(context);
    const id = params['draft'] ?? '';
    if (!officer) return refuse('web.error.notFound');
    const done = await verbs.addPoint(context, officer, id, draft);
    return isRefusal(done) ? done : redirect(draftPath(id), 'directives.done.pointAdded');
  },
});

const removeRoute = form({
  ...ground,
  path: '/directives/draft/:draft/remove',
  audit: 'directives.removePoint',
  schema: removeSchema,
  async save(context, { params, draft }) {
    const officer = officerOf(context);
    const id = params['draft'] ?? '';
    if (!officer) return refuse('web.error.notFound');
    const done = await verbs.removePoint(context, officer, id, draft.point);
    return isRefusal(done) ? done : redirect(draftPath(id), 'directives.done.pointRemoved');
  },
});

const discardRoute = form({
  ...ground,
  path: '/directives/draft/:draft/discard',
  audit: 'directives.discard',
  schema: nothingSchema,
  async save(context, { params }) {
    const officer = officerOf(context);
    if (!officer) return refuse('web.error.notFound');
    const done = await verbs.discard(context, officer, params['draft'] ?? '');
    return isRefusal(done) ? done : redirect('/directives', 'directives.done.discarded');
  },
});

const endRoute = form({
  ...ground,
  path: '/directives/:directive/end',
  audit: 'directives.end',
  schema: endSchema,
  async show(context, { params, values, errors }) {
    const { view } = context;
    const officer = officerOf(context);
    const directive = officer ? await verbs.readOwnInForce(context, officer, params['directive'] ?? '') : refuse('web.error.notFound');
    if (isRefusal(directive)) return directive;
    const isEnded = (await endOf(context, directive.id)) !== null;
    if (isEnded && Object.keys(errors).length === 0) return redirect(`/directives/${directive.id}`);
    const later = await laterOf(context, directive, verbs.LATER_OFFERED);
    return show(view.t('directives.end.title'), EndPage({ view, directive, later, form: { values, errors } }));
  },
  async save(context, { params, draft }) {
    const officer = officerOf(context);
    const id = params['directive'] ?? '';
    if (!officer) return refuse('web.error.notFound');
    const done = await verbs.endDirective(context, officer, id, draft);
    return isRefusal(done) ? done : redirect(`/directives/${id}`, 'directives.done.ended');
  },
});

export function enterRoutes(): Route[] {
  return [newRoute, issueRoute, changeRoute, pointRoute, removeRoute, discardRoute, endRoute];
}
