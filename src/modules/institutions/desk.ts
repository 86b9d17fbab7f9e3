// The desk's pages of homes for children.
import type { Route } from '../../web/route.ts';
import { registerRoutes } from './register/desk.ts';

export function deskRoutes(): Route[] {
  return [...registerRoutes];
}
