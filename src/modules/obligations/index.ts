// The door of obligations: what the law asks of whom for one child, how it stands at a moment, and why in a sentence.
export { obligationAt } from './obligation.ts';
export { obligationsOf, storedObligationsOf } from './obligations-of.ts';
export { sentenceOf } from './sentence.ts';
export { deskRoutes } from './desk.ts';
export { dutiesOf } from './duties-of.ts';
export { tellOffices, tickDuties } from './tick.ts';
export { projectNextPage, serveLaw } from './law-change.ts';
export { panels } from './panels.ts';
export { ownedObligations, projectObligations } from './projection.ts';
export { obligationsOfRecord } from './store.ts';
