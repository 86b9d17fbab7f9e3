// Every desk page of the exchange.
import type { Route } from '../../web/route.ts';
import { nodeRoutes } from './desk-nodes.ts';
import { outgoingRoutes } from './desk-outgoing.ts';

export function deskRoutes(): Route[] {
  return [...nodeRoutes(), ...outgoingRoutes()];
}
