// The desk's pages of found children. Modules of higher rank hand in their panels.
import type { Route } from '../../web/route.ts';
import type { RecordPanel } from '../children/index.ts';
import { actionRoutes } from './desk-actions.ts';
import { intakeRoute } from './desk-intake.ts';
import { form17Route } from './desk-print.ts';
import { recordRoute } from './desk-record.ts';

export function deskRoutes(panels: readonly RecordPanel[]): Route[] {
  return [intakeRoute, recordRoute(panels), form17Route, ...actionRoutes];
}
