// The door of the Juvenile Justice Board: children in conflict with law, in a vault of their own. No other module may open it.
export { carryOutDue } from './destruction.ts';
export { deskRoutes } from './desk.ts';
export { followLaw } from './duties.ts';
