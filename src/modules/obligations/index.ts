// The door of obligations: what the law asks of whom for one child, how it stands at a moment, and why in a sentence.
export { type Ending, type Obligation, obligationAt, type Place, escalationStepAt, stateAt, type StoredObligation } from './obligation.ts';
export { obligationsOf, storedObligationsOf } from './obligations-of.ts';
export { type Sentence, periodInWords, sentenceOf } from './sentence.ts';
export { deskRoutes } from './desk.ts';
export { type PublicDuty, dutiesOf } from './duties-of.ts';
export { panels } from './panels.ts';
export { ownedObligations, projectObligations } from './projection.ts';
export { type ListedObligation, type OwnedObligation, obligationsOfRecord } from './store.ts';
