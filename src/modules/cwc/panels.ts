// The Committee's panel on the pages of found children and missing reports. The Committee's file is not the police's: they are told when, not what (role matrix).
import type { RequestContext } from '../../web/route.ts';
import { type ChildRecord, type RecordPanel, mayChange } from '../children/index.ts';
import { filePanel } from './file.ts';
import { type CommitteeStep, nextSteps } from './identity.ts';
import { offencePanel } from './offences/desk.ts';
import { CommitteePanel } from './pages/committee-panel.tsx';
import { standingOf } from './orders/order.ts';
import { ordersOf } from './orders/order-store.ts';
import { productionsOf, requestsOf, restorationOf } from './store.ts';

const permissionOf = { production: 'production.record', identity: 'identity.confirm', restoration: 'restoration.record' } as const;

function allowed({ tools, actor }: RequestContext, record: ChildRecord, steps: CommitteeStep[]): CommitteeStep[] {
  if (record.kind !== 'found' || record.status === 'closed' || !mayChange(actor, record)) return [];
  return steps.filter((step) => tools.may(actor, permissionOf[step]));
}

async function draw(context: RequestContext, record: ChildRecord) {
  const requests = await requestsOf(context, record.id);
  const productions = await productionsOf(context, record.id);
  const restoration = await restorationOf(context, record.id);
  const answers = requests.map((request) => request.answer);
  const ordered = (await ordersOf(context, record.id)).some((order) => order.type === 'restoration' && standingOf(order) === 'made');
  const state = {
    produced: productions.length > 0,
    unanswered: answers.filter((answer) => answer === null).length,
    confirmed: answers.includes('confirmed') || ordered,
    restored: restoration !== undefined,
  };
  const steps = allowed(context, record, nextSteps(state));
  if (requests.length + productions.length + steps.length === 0 && !restoration) return null;
  const datesOnly = !context.tools.may(context.actor, 'production.read');
  return CommitteePanel({ view: context.view, requests, productions, restoration, reference: record.reference, steps, datesOnly });
}

export const panels: readonly RecordPanel[] = [filePanel, { kinds: ['found', 'missing'], place: 'main', draw }, offencePanel];
