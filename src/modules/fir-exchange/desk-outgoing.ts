// The desk's pages of what goes out to police nodes: what waits, what did not arrive and why, and what a person does about it.
import { isRefusal } from '../../kernel/refusal.ts';
import { type Route, form, page, redirect, show } from '../../web/route.ts';
import { deadLetters, lastSteps, standingsOf } from './outbox/desk-store.ts';
import { addressSchema, putAsideSchema, replaySchema } from './outbox/form.ts';
import { enterAddress, letterKept, nodeKept, nodesKept, sendAgain, setAside } from './outbox/keeping.ts';
import { AddressPage, PutAsidePage, ReplayPage } from './pages/outgoing-acts.tsx';
import { OutgoingPage } from './pages/outgoing-page.tsx';
import { nodeSeen } from './trust/keeping.ts';

const keeper = { permission: 'exchangeNode.keep', purpose: 'exchange' } as const;
const MOST_LETTERS = 100;
const MOST_STEPS = 20;
const sequenceIn = (typed: unknown): number | null => (typeof typed === 'string' && /^\d{1,15}$/.test(typed) ? Number(typed) : null);

const listRoute = page({
  ...keeper,
  path: '/exchange/outgoing',
  audit: 'exchangeOutgoing.list',
  async answer(context) {
    const codes = (await nodesKept(context)).map(({ code }) => code);
    const standings = await standingsOf(context, codes);
    const letters = await deadLetters(context, codes, MOST_LETTERS);
    const steps = await lastSteps(context, codes, MOST_STEPS);
    return show(context.view.t('exchange-outgoing.title'), OutgoingPage({ view: context.view, standings, letters, steps }));
  },
});

const replayRoute = form({
  ...keeper,
  path: '/exchange/outgoing/:node/again',
  audit: 'exchangeOutgoing.replayed',
  schema: replaySchema,
  async show(context, { params, query, values, errors }) {
    const node = await nodeKept(context, params['node']!);
    if (isRefusal(node)) return node;
    const sequence = sequenceIn(values['message'] ?? query['message']);
    const letter = sequence === null ? null : await letterKept(context, node.code, sequence);
    if (letter && isRefusal(letter)) return letter;
    const [standing] = await standingsOf(context, [node.code]);
    const { view } = context;
    return show(
      view.t('exchange-outgoing.again.title'),
      ReplayPage({ view, node, letter, dead: standing?.dead ?? 0, form: { values, errors } }),
    );
  },
  async save(context, { params, draft }) {
    const done = await sendAgain(context, params['node']!, draft.message ?? null);
    return isRefusal(done) ? done : redirect('/exchange/outgoing', 'exchange-outgoing.done.again');
  },
});

const putAsideRoute = form({
  ...keeper,
  path: '/exchange/outgoing/:node/aside',
  audit: 'exchangeOutgoing.putAside',
  schema: putAsideSchema,
  async show(context, { params, query, values, errors }) {
    const sequence = sequenceIn(values['message'] ?? query['message']);
    if (sequence === null) return redirect('/exchange/outgoing');
    const letter = await letterKept(context, params['node']!, sequence);
    if (isRefusal(letter)) return letter;
    const { view } = context;
    return show(view.t('exchange-outgoing.aside.title'), PutAsidePage({ view, letter, form: { values, errors } }));
  },
  async save(context, { params, draft }) {
    return (
      (await setAside(context, params['node']!, draft.message, draft.reason)) ??
      redirect('/exchange/outgoing', 'exchange-outgoing.done.aside')
    );
  },
});

const addressRoute = form({
  permission: 'exchangeNode.confirm',
  purpose: 'exchange',
  path: '/exchange/nodes/:node/address',
  audit: 'exchangeNodes.address',
  schema: addressSchema,
  async show(context, { params, values, errors }) {
    const node = await nodeSeen(context, params['node']!);
    if (isRefusal(node)) return node;
    const { view } = context;
    const typed = Object.keys(values).length > 0 ? values : { address: node.callUrl ?? '' };
    return show(view.t('exchange-outgoing.address.title'), AddressPage({ view, node, form: { values: typed, errors } }));
  },
  async save(context, { params, draft }) {
    const node = await nodeSeen(context, params['node']!);
    if (isRefusal(node)) return node;
    return (await enterAddress(context, node, draft.address)) ?? redirect(`/exchange/nodes/${node.code}`, 'exchange-outgoing.done.address');
  },
});

export function outgoingRoutes(): Route[] {
  return [listRoute, replayRoute, putAsideRoute, addressRoute];
}
