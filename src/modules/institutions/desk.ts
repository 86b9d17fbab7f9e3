// The desk's pages of homes for children.
import type { Route } from '../../web/route.ts';
import { fitRoutes } from './fit/desk.ts';
import { fitPaperRoutes } from './fit/papers.ts';
import { inspectionRoutes } from './inspections/desk.ts';
import { attendanceRoute } from './nights/attendance.ts';
import { overnightRoutes } from './nights/overnight.ts';
import { tonightRoute } from './nights/desk.ts';
import { homePaperRoutes } from './papers/desk.ts';
import { registerRoutes } from './register/desk.ts';
import { residentRoutes } from './residents/desk.ts';

export function deskRoutes(): Route[] {
  // The addresses with a word in place of an office before those of one home.
  return [
    tonightRoute,
    ...fitRoutes,
    ...fitPaperRoutes,
    ...inspectionRoutes,
    attendanceRoute,
    ...registerRoutes,
    ...residentRoutes,
    ...overnightRoutes,
    ...homePaperRoutes,
  ];
}
