// The door of directives: what an authority tells offices to do, whom it reached, and what came of it.
export { type Owed, type Waiting, openPoints, waitingAt } from './answer-store.ts';
export { citizenRoutes } from './citizen.ts';
export { deskRoutes } from './desk.ts';
export { type Cell, FEW, coarse, seesChildrenOf } from './small-cells.ts';
export { readPlaces } from './typed-places.ts';
export { countDutiesOfCases, reachEveryone } from './jobs.ts';
export { DirectiveStrip } from './pages/strip.tsx';
