// The desk's pages of homes for children.
import type { Route } from '../../web/route.ts';
import { tonightRoute } from './nights/desk.ts';
import { registerRoutes } from './register/desk.ts';
import { residentRoutes } from './residents/desk.ts';

export function deskRoutes(): Route[] {
  return [tonightRoute, ...registerRoutes, ...residentRoutes];
}
