// The desk's pages of police nodes: how each stands, its keys and their history, and what their keepers do.
import { isRefusal } from '../../kernel/refusal.ts';
import { dayOf } from '../../kernel/time.ts';
import { holdsPrivateKey } from '../../platform/credentials/index.ts';
import { type FormValues, type RequestContext, type Route, form, page, redirect, show } from '../../web/route.ts';
import { allStates, placeName } from '../places/index.ts';
import { ConfirmKeyPage, EnterKeyPage, OpenNodePage, PreviewKeyPage, RevokeKeyPage } from './pages/key-pages.tsx';
import { NodePage } from './pages/node-page.tsx';
import { NodesPage } from './pages/nodes-page.tsx';
import { confirmSchema, keySchema, nodeSchema, revokeSchema } from './trust/form.ts';
import { confirm, enter, keepingOf, keyIn, keyOf, mayConfirm, nodeSeen, nodesSeen, open, revoke } from './trust/keeping.ts';
import { keysOf, stepsOf } from './trust/keys-store.ts';
import { GRID_NODE } from './trust/node.ts';

const keeper = { permission: 'exchangeNode.keep', purpose: 'exchange' } as const;
const nation = { permission: 'exchangeNode.confirm', purpose: 'exchange' } as const;

async function stateNames(context: RequestContext): Promise<ReadonlyMap<string, string>> {
  return new Map((await allStates(context)).map((state) => [state.code, placeName(context.view, state)]));
}

const listRoute = page({
  path: '/exchange/nodes',
  permission: 'exchangeNode.read',
  audit: 'exchangeNodes.list',
  purpose: 'exchange',
  async answer(context) {
    const { view } = context;
    const nodes = await nodesSeen(context);
    const keys = Map.groupBy(await keysOf(context, nodes.map(({ code }) => code)), ({ nodeCode }) => nodeCode); // prettier-ignore
    const states = await stateNames(context);
    const missing = nodes.filter(({ closedAt }) => closedAt === null).length <= states.size; // one of each State, and the grid
    const opens = missing && context.tools.may(context.actor, 'exchangeNode.confirm');
    return show(view.t('exchange-nodes.title'), NodesPage({ view, nodes, keys, opens }));
  },
});

const nodeRoute = page({
  path: '/exchange/nodes/:node',
  permission: 'exchangeNode.read',
  audit: 'exchangeNodes.node',
  purpose: 'exchange',
  async answer(context, { params }) {
    const node = await nodeSeen(context, params['node']!);
    if (isRefusal(node)) return node;
    const { view } = context;
    const keeping = keepingOf(context, node);
    const keys = (await keysOf(context, [node.code])).map((key) => ({
      ...key,
      confirmable: keeping.confirms && mayConfirm(context.actor, key),
    }));
    const steps = await stepsOf(context, node.code);
    const states = await stateNames(context);
    return show(node.name, NodePage({ view, node, keys, steps, keeping, states }));
  },
});

/** What was typed, without a private key somebody pasted: it is not sent out once more. */
function unspoken(values: FormValues): FormValues {
  return holdsPrivateKey(String(values['publicKey'] ?? '')) ? { ...values, publicKey: '' } : values;
}

const enterRoute = form({
  ...keeper,
  path: '/exchange/nodes/:node/key',
  audit: 'exchangeNodes.keyTyped',
  schema: keySchema,
  async show(context, { params, values, errors }) {
    const node = await nodeSeen(context, params['node']!);
    if (isRefusal(node)) return node;
    const { view } = context;
    const typed = Object.keys(values).length > 0 ? unspoken(values) : { validFrom: dayOf(context.now) };
    return show(view.t('exchange-nodes.enter.title'), EnterKeyPage({ view, node, form: { values: typed, errors } }));
  },
  async save(context, { params, draft }) {
    const node = await nodeSeen(context, params['node']!);
    if (isRefusal(node)) return node;
    const key = await keyIn(context, node, draft);
    if (isRefusal(key)) return key;
    const { validFrom, validUntil } = draft;
    const asked = new URLSearchParams({ publicKey: key.publicKey.toString('base64url'), validFrom, ...(validUntil ? { validUntil } : {}) });
    return redirect(`/exchange/nodes/${node.code}/key/preview?${asked}`);
  },
});

/** What the key is, in the print two people can read to each other, before anything is entered. */
const previewRoute = form({
  ...keeper,
  path: '/exchange/nodes/:node/key/preview',
  audit: 'exchangeNodes.keyEntered',
  schema: keySchema,
  async show(context, { params, query, values, errors }) {
    const node = await nodeSeen(context, params['node']!);
    if (isRefusal(node)) return node;
    const { publicKey, validFrom, validUntil } = query;
    const asked = Object.keys(values).length > 0 ? values : { publicKey, validFrom, ...(validUntil ? { validUntil } : {}) };
    const draft = keySchema.safeParse(asked);
    if (!draft.success) return redirect(`/exchange/nodes/${node.code}/key`);
    const key = await keyIn(context, node, draft.data);
    const { view } = context;
    if (isRefusal(key) && Object.keys(errors).length === 0) return redirect(`/exchange/nodes/${node.code}/key`);
    return isRefusal(key)
      ? show(view.t('exchange-nodes.enter.title'), EnterKeyPage({ view, node, form: { values: unspoken(asked as FormValues), errors } }))
      : show(view.t('exchange-nodes.preview.title'), PreviewKeyPage({ view, node, key, draft: draft.data }));
  },
  async save(context, { params, draft }) {
    const node = await nodeSeen(context, params['node']!);
    if (isRefusal(node)) return node;
    return (
      (await enter(context, node, draft)) ??
      redirect(`/exchange/nodes/${node.code}`, `exchange-nodes.done.${node.stateCode === null ? 'inForce' : 'entered'}`)
    );
  },
});

const confirmRoute = form({
  ...nation,
  path: '/exchange/nodes/:node/confirm',
  audit: 'exchangeNodes.keyConfirmed',
  schema: confirmSchema,
  async show(context, { params, query, values, errors }) {
    const node = await nodeSeen(context, params['node']!);
    if (isRefusal(node)) return node;
    const key = await keyOf(context, node, String(values['key'] ?? query['key'] ?? ''));
    if (isRefusal(key)) return redirect(`/exchange/nodes/${node.code}`); // there is none of that name: here are those there are
    const { view } = context;
    return show(view.t('exchange-nodes.confirm.title'), ConfirmKeyPage({ view, node, key, form: { values, errors } }));
  },
  async save(context, { params, draft }) {
    const node = await nodeSeen(context, params['node']!);
    if (isRefusal(node)) return node;
    return (await confirm(context, node, draft.key)) ?? redirect(`/exchange/nodes/${node.code}`, 'exchange-nodes.done.inForce');
  },
});

const revokeRoute = form({
  ...keeper,
  path: '/exchange/nodes/:node/revoke',
  audit: 'exchangeNodes.keyRevoked',
  schema: revokeSchema,
  async show(context, { params, query, values, errors }) {
    const node = await nodeSeen(context, params['node']!);
    if (isRefusal(node)) return node;
    const key = await keyOf(context, node, String(values['key'] ?? query['key'] ?? ''));
    if (isRefusal(key) || !keepingOf(context, node).revokes) return redirect(`/exchange/nodes/${node.code}`);
    const { view } = context;
    return show(view.t('exchange-nodes.revoke.title'), RevokeKeyPage({ view, node, key, form: { values, errors } }));
  },
  async save(context, { params, draft }) {
    const node = await nodeSeen(context, params['node']!);
    if (isRefusal(node)) return node;
    return (
      (await revoke(context, node, draft.key, draft.reason)) ?? redirect(`/exchange/nodes/${node.code}`, 'exchange-nodes.done.revoked')
    );
  },
});

const openRoute = form({
  ...nation,
  path: '/exchange/nodes/new',
  audit: 'exchangeNodes.opened',
  schema: nodeSchema,
  async show(context, { values, errors }) {
    const { view } = context;
    const taken = new Set((await nodesSeen(context)).map(({ stateCode }) => stateCode));
    const states = [...(await stateNames(context))].filter(([code]) => !taken.has(code)).map(([value, label]) => ({ value, label }));
    const typed = Object.keys(values).length > 0 ? values : { messagesAMinute: '1000', silentAfterHours: '12' };
    return show(view.t('exchange-nodes.open.title'), OpenNodePage({ view, states, gridCode: GRID_NODE, form: { values: typed, errors } }));
  },
  async save(context, { draft }) {
    const code = await open(context, draft);
    return isRefusal(code) ? code : redirect(`/exchange/nodes/${code}`, 'exchange-nodes.done.opened');
  },
});

export function nodeRoutes(): Route[] {
  return [listRoute, openRoute, nodeRoute, enterRoute, previewRoute, confirmRoute, revokeRoute];
}
