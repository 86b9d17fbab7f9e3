// The desk's pages over all records: search, lists, photographs, who looked.
import type { Route } from '../../web/route.ts';
import { accessRoutes } from './desk-access.ts';
import { listRoute } from './desk-list.ts';
import { photographRoute } from './desk-photographs.ts';
import { searchRoute } from './desk-search.tsx';

export function deskRoutes(): Route[] {
  return [searchRoute, listRoute, photographRoute, ...accessRoutes];
}
