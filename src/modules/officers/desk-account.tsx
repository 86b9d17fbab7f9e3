// Routes of an officer's own account: postings, sessions, passkeys.
import { refuse } from '../../kernel/refusal.ts';
import { dayOf } from '../../kernel/time.ts';
import { type Route, form, page, redirect, show } from '../../web/route.ts';
import { pushPublicKey } from '../../platform/messages/index.ts';
import { devicesOf } from './device-store.ts';
import { passkeyRemovalSchema, postingSchema, sessionSchema } from './form.ts';
import { officerIn } from './officer-in.ts';
import { AccountPage } from './pages/account-page.tsx';
import { PostingPage } from './pages/posting-page.tsx';
import { passkeysOf, removePasskey } from './passkey-store.ts';
import { safeNext } from './session.ts';
import { actIn, revokeSession, sessionsOf } from './sessions.ts';
import { postingsOf } from './store.ts';

const account = page({
  path: '/account',
  permission: 'signed-in',
  audit: 'account.view',
  purpose: 'account',
  async answer(context, { cookies }) {
    const { view } = context;
    const officer = officerIn(context);
    const postings = await postingsOf(context.db, officer.officerId, dayOf(context.now));
    const sessions = await sessionsOf(context, officer.officerId, cookies);
    const passkeys = await passkeysOf(context, officer.officerId);
    const devices = await devicesOf(context, officer.officerId);
    const pushKey = await pushPublicKey(context);
    return show(view.t('officers.account.title'), AccountPage({ view, officer, postings, sessions, passkeys, devices, pushKey }));
  },
});

const posting = form({
  path: '/account/posting',
  permission: 'signed-in',
  audit: 'account.posting',
  purpose: 'account',
  schema: postingSchema,
  async show(context, { query, errors }) {
    const { view } = context;
    const officer = officerIn(context);
    const postings = await postingsOf(context.db, officer.officerId, dayOf(context.now));
    const page = PostingPage({ view, form: { values: {}, errors }, next: safeNext(query['next']), postings, current: officer.postingId });
    return show(view.t('officers.posting.title'), page);
  },
  async save(context, { draft, cookies }) {
    const postings = await postingsOf(context.db, officerIn(context).officerId, dayOf(context.now));
    if (!postings.some((held) => held.postingId === draft.postingId)) return refuse('officers.error.notYourPosting', {}, 'postingId');
    await actIn(context, cookies, draft.postingId);
    return redirect(safeNext(draft.next));
  },
});

const endOne = form({
  path: '/account/session/end',
  permission: 'signed-in',
  audit: 'account.sessionEnded',
  purpose: 'account',
  schema: sessionSchema,
  async save(context, { draft }) {
    await revokeSession(context, officerIn(context).officerId, draft.session);
    return redirect('/account', 'officers.done.sessionEnded');
  },
});

const removeOne = form({
  path: '/account/passkey/remove',
  permission: 'signed-in',
  audit: 'account.passkeyRemoved',
  purpose: 'account',
  schema: passkeyRemovalSchema,
  async save(context, { draft }) {
    await removePasskey(context, officerIn(context).officerId, draft.passkey);
    return redirect('/account', 'officers.done.passkeyRemoved');
  },
});

export const accountRoutes: Route[] = [account, posting, endOne, removeOne];
