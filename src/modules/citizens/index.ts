// The door of citizens: whoever tells or asks without an account, known only by a telephone they have proved.
export { codeRoutes } from './citizen.ts';
export { sendCode } from './code.ts';
export { type Draft, type DraftKind, forgetDraft, keepDraft, resumeDraft } from './draft.ts';
export { becomeCitizen, identifyCitizen, startCitizenSession } from './session.ts';
export { kept } from './jobs.ts';
