// The desk's pages of care in families.
import type { Route } from '../../web/route.ts';
import { handOffRoutes } from './desk-hand-offs.ts';
import { paperRoutes } from './desk-papers.ts';
import { placingFormRoutes } from './desk-placing-forms.ts';
import { placingRoutes } from './desk-placings.ts';
import { printRoutes } from './prints.ts';

export const deskRoutes = (): Route[] => [...placingRoutes, ...placingFormRoutes, ...paperRoutes, ...handOffRoutes, ...printRoutes];
