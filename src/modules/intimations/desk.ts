// The duty roster of an office, kept by its head, and an officer's own quiet hours.
import { isUuid } from '../../kernel/ids.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { OfficerActor } from '../../platform/context.ts';
import { type RequestContext, type Route, form, redirect, show } from '../../web/route.ts';
import type { FormState } from '../../web/form-state.ts';
import { coverage } from './coverage.ts';
import { endTurnSchema, quietSchema, turnSchema } from './form.ts';
import { whoAnswers } from './people.ts';
import { QuietHoursPage } from './pages/quiet-hours-page.tsx';
import { RosterPage } from './pages/roster-page.tsx';
import { endTurn, insertTurn, readQuietHours, turnsOf, writeQuietHours } from './roster-store.ts';

/** A day and a night ahead, whenever it is looked at. */
const HOURS_AHEAD = 24;

function officerIn(context: RequestContext): OfficerActor {
  if (context.actor.kind !== 'officer') throw new Error('a roster was reached by nobody');
  return context.actor;
}

async function drawRoster(context: RequestContext, typed: FormState) {
  const { view, now } = context;
  const officer = officerIn(context);
  const colleagues = await whoAnswers(context, [officer.officeId]);
  const turns = await turnsOf(context, [officer.officeId]);
  const here = new Set<string>(colleagues.map(({ officerId }) => officerId));
  const ahead = coverage(
    turns.filter(({ officerId }) => here.has(officerId)), // who left takes no turn any more
    now,
    HOURS_AHEAD,
  );
  return show(view.t('intimations.roster.title'), RosterPage({ view, form: typed, office: officer.officeName, colleagues, turns, ahead }));
}

const rosterRoute = form({
  path: '/roster',
  permission: 'roster.manage',
  audit: 'roster.turn',
  purpose: 'coordination',
  schema: turnSchema,
  show: (context, { values, errors }) => drawRoster(context, { values, errors }),
  async save(context, { draft }) {
    const officer = officerIn(context);
    const colleagues = await whoAnswers(context, [officer.officeId]);
    if (!colleagues.some(({ officerId }) => officerId === draft.officerId)) return refuse('intimations.error.notHere', {}, 'officerId');
    await insertTurn(context, officer, { ...draft, weekdays: draft.weekdays.map(Number) });
    return redirect('/roster', 'intimations.done.turn');
  },
});

const endRoute = form({
  path: '/roster/end',
  permission: 'roster.manage',
  audit: 'roster.turnEnded',
  purpose: 'coordination',
  schema: endTurnSchema,
  async save(context, { draft }) {
    const ended = isUuid(draft.turn) && (await endTurn(context, officerIn(context), draft.turn));
    return ended ? redirect('/roster', 'intimations.done.ended') : refuse('intimations.error.ended');
  },
});

const quietRoute = form({
  path: '/account/quiet-hours',
  permission: 'signed-in',
  audit: 'account.quietHours',
  purpose: 'account',
  schema: quietSchema,
  async show(context, { values, errors }) {
    const { view } = context;
    const kept = await readQuietHours(context, officerIn(context).officerId);
    const typed = Object.keys(values).length > 0 ? values : (kept ?? {});
    return show(view.t('intimations.quiet.title'), QuietHoursPage({ view, form: { values: typed, errors }, kept }));
  },
  async save(context, { draft: { from, to } }) {
    await writeQuietHours(context, officerIn(context).officerId, from && to ? { from, to } : null);
    return redirect('/account', 'intimations.done.quiet');
  },
});

export function deskRoutes(): Route[] {
  return [rosterRoute, endRoute, quietRoute];
}
