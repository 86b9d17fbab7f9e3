// The desk's pages of found children. Modules of higher rank hand in their panels.
import type { Route } from '../../web/route.ts';
import type { RecordPanel } from '../children/index.ts';
import { actionRoutes } from './desk-actions.ts';
import { type WhileRegistering, intakeRoute } from './desk-intake.ts';
import { form17Route } from './desk-print.ts';
import { recordRoute } from './desk-record.ts';

export function deskRoutes(panels: readonly RecordPanel[], also?: WhileRegistering): Route[] {
  return [intakeRoute(also), recordRoute(panels), form17Route, ...actionRoutes];
}
