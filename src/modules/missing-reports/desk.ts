// Routes of missing reports at the desk door: registering, the record's page, what is done on it.
import type { Route } from '../../web/route.ts';
import type { RecordPanel } from '../children/index.ts';
import { actionRoutes } from './desk-actions.ts';
import { familyPaperRoute } from './desk-print.ts';
import { recordRoute } from './desk-record.ts';
import { registerRoute } from './desk-register.ts';

/** `panels`: what modules of higher rank add to a record's page. */
export function deskRoutes(panels: readonly RecordPanel[]): Route[] {
  return [registerRoute, recordRoute(panels), familyPaperRoute, ...actionRoutes];
}
