// The desk's routes of care plans.
import type { Route } from '../../web/route.ts';
import { planRoutes } from './desk-plan.ts';
import { progressRoutes } from './desk-progress.ts';
import { historyRoutes } from './history/desk.ts';
import { planPaperRoutes } from './papers/desk.ts';

export function deskRoutes(): Route[] {
  return [...planRoutes, ...progressRoutes, ...historyRoutes, ...planPaperRoutes];
}
