// Every desk page of the exchange.
import type { Route } from '../../web/route.ts';
import { answerRoutes } from './desk-answers.ts';
import { exchangeRoutes } from './desk-exchange.ts';
import { listRoutes } from './desk-lists.ts';
import { nodeRoutes } from './desk-nodes.ts';
import { outgoingRoutes } from './desk-outgoing.ts';
import { quarantineRoutes } from './desk-quarantine.ts';
import { reconciliationRoutes } from './desk-reconciliation.ts';
import { silenceRoutes } from './desk-silence.ts';

export function deskRoutes(): Route[] {
  return [
    ...exchangeRoutes(),
    ...nodeRoutes(),
    ...listRoutes(),
    ...outgoingRoutes(),
    ...reconciliationRoutes(),
    ...silenceRoutes(),
    ...quarantineRoutes(),
    ...answerRoutes(),
  ];
}
