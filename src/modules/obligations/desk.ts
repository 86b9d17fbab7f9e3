// The page an officer opens at two in the morning: what must be done, by when, where to do it; and what is said of what cannot be done yet.
import type { ComponentChildren } from 'preact';
import { type OfficeId, isUuid } from '../../kernel/ids.ts';
import { readReference } from '../../kernel/reference.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import { audit } from '../../platform/audit.ts';
import type { OfficerActor } from '../../platform/context.ts';
import { type FormState, typedIn } from '../../web/form-state.ts';
import { type RequestContext, type Route, form, page, redirect, show } from '../../web/route.ts';
import { peekRecord, recordPath } from '../children/index.ts';
import { readOffice } from '../officers/index.ts';
import { answerReasonsFor, concernOf, reminderHours } from './act.ts';
import { type DutySubject, actOnDuty, colleaguesFor, findDuty, officesFor } from './acts.ts';
import { actPath, officePath } from './duty-about.ts';
import { dutyRow } from './duty-row.ts';
import { storiesOf } from './duty-story.ts';
import { actSchema } from './form.ts';
import { loadHome } from './home.ts';
import { inheritedBy } from './inherited.ts';
import type { Opened } from './pages/act-forms.tsx';
import { HomePage } from './pages/home-page.tsx';
import { readerOf } from './reader.ts';
import { type Tab, tabPath, tabs } from './tabs.ts';

/** Where an officer without duties starts. */
const startElsewhere: Readonly<Record<string, string>> = {
  auditor: '/access',
  'ministry-official': '/timeliness',
  'conflict-home-head': '/board',
  'probation-officer': '/board',
};

const tabOf = (asked: string | undefined): Tab => tabs.find((each) => each === asked) ?? 'all';

async function drawHome(
  context: RequestContext,
  officer: OfficerActor,
  tab: Tab,
  { opened, longer = false }: { opened?: Opened; longer?: boolean } = {},
): Promise<ComponentChildren> {
  return HomePage({ view: context.view, home: await loadHome(context, officer, tab, longer), opened });
}

const home = page({
  path: '/',
  permission: 'signed-in',
  audit: 'duties.list',
  purpose: 'casework',
  async answer(context, { query }) {
    const { actor, view, tools } = context;
    if (actor.kind !== 'officer') return refuse('web.error.signIn');
    if (!tools.may(actor, 'duties.read')) return redirect(startElsewhere[actor.role] ?? '/officers');
    return show(view.t('duties.title'), await drawHome(context, actor, tabOf(query.show), { longer: query.list === 'longer' }));
  },
});

/** The duty whose line is opened, with what its forms may offer this officer. */
async function openedOf(
  context: RequestContext,
  officer: OfficerActor,
  subject: DutySubject,
  named: string,
  state: FormState,
): Promise<Opened> {
  const duty = await findDuty(context, subject, named);
  const record = subject.of === 'record' ? subject.record : null;
  if (record) await audit(context, 'read', [record.id]);
  const base = {
    path: actPath(subject.of === 'record' ? subject.record.reference : subject.office.id),
    about: subject.of === 'record' ? subject.record.reference : subject.office.name,
    param: named,
    form: state,
    reasons: answerReasonsFor(subject.of),
    ofOffice: subject.of === 'office',
  };
  if (!duty) return { ...base, row: null, colleagues: [], offices: [], hours: [], owes: false, transferPath: null };
  const inherited = await inheritedBy(context, officer);
  const storyOf = await storiesOf(context, duty.of, [duty.recordId]);
  const owes = concernOf(officer, duty, inherited, context.now) === 'owes';
  return {
    ...base,
    row: dutyRow(context.view, duty, storyOf(duty), readerOf(context, officer, inherited)),
    colleagues: await colleaguesFor(context, officer),
    offices: owes && duty.officeId === officer.officeId ? await officesFor(context, duty) : [],
    hours: reminderHours(duty, context.now),
    owes,
    transferPath:
      record?.kind === 'missing' && context.tools.may(officer, 'missingReport.transfer') ? `/missing/${record.reference}/transfer` : null,
  };
}

const pathOf = (subject: DutySubject): string => (subject.of === 'record' ? recordPath(subject.record) : officePath(subject.office.id));

/** A record by its reference, an office by its id: whether the officer may see a duty of it, its duties say. */
async function subjectOf(context: RequestContext, typed = ''): Promise<DutySubject | undefined> {
  if (isUuid(typed)) {
    const office = await readOffice(context, typed as OfficeId);
    return office && { of: 'office', office };
  }
  const reference = readReference(typed);
  const record = reference ? await peekRecord(context, { reference }) : undefined;
  return record && { of: 'record', record };
}

/** The same page with one line opened: nobody leaves the list to say why something is late. */
const act = form({
  path: '/duties/:reference',
  permission: 'duties.act',
  audit: 'duties.act',
  purpose: 'casework',
  schema: actSchema,
  async show(context, { params, query, values, errors }) {
    const { actor, view } = context;
    const subject = await subjectOf(context, params['reference']);
    if (actor.kind !== 'officer' || !subject) return refuse('web.error.notFound');
    const state: FormState = { values: { back: query.back ?? query.show ?? 'all', ...values }, errors };
    const opened = await openedOf(context, actor, subject, typedIn(state, 'duty') || (query.duty ?? ''), state);
    return show(view.t('duties.title'), await drawHome(context, actor, tabOf(typedIn(state, 'back')), { opened }));
  },
  async save(context, { params, draft }) {
    const subject = await subjectOf(context, params['reference']);
    if (!subject) return refuse('web.error.notFound');
    const duty = await actOnDuty(context, subject, draft);
    if (isRefusal(duty)) return duty;
    const done = `duties.done.${draft.act}`;
    return redirect(draft.back === 'record' ? pathOf(subject) : tabPath(tabOf(draft.back)), done);
  },
});

export function deskRoutes(): Route[] {
  return [home, act];
}
