// Routes of missing reports at the citizen door: reporting a child, following one's own report.
import type { Route } from '../../web/route.ts';
import { homeRoute } from './citizen-home.ts';
import { type DutiesOf, followRoutes } from './citizen-follow.ts';
import { citizenReportRoutes } from './citizen-report.ts';

/** `dutiesOf`: what is still due on a report, in words; given by the app because obligations rank higher. */
export function citizenRoutes({ dutiesOf }: { dutiesOf: DutiesOf }): Route[] {
  return [homeRoute, ...citizenReportRoutes, ...followRoutes(dutiesOf)];
}
