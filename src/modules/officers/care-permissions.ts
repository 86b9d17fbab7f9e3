// What goes together over children in care: their homes, what of their files is sealed, and sexual offences told of.
import type { Permission } from './permissions.ts';

/** Whoever needs a sealed part of a child's file asks for it; a second person of another office agrees. The page of a sexual offence shows nothing to who may not read it. */
export const asksSealed = ['sealed.ask', 'sexualOffence.read'] as const satisfies Permission[];
/** Takes information of a sexual offence down (POCSO Act s.19(6)). */
export const takesOffences = [...asksSealed, 'sexualOffence.record'] as const satisfies Permission[];
/** The support person's report may also be handed to the Committee on paper. */
export const decidesOffences = [
  'sexualOffence.read',
  'sexualOffence.decide',
  'supportPerson.report',
  'sealed.agree',
] as const satisfies Permission[];
/** Agrees to all but sexual offences: row security. */
export const supportsChildren = [...asksSealed, 'sealed.agree', 'supportPerson.report'] as const satisfies Permission[];

/** The homes of the own district: who lives there, and the visits of s.30(viii) and s.54. */
export const overHomes = [
  'institution.read',
  'resident.read',
  'inspection.record',
  'fitBody.read',
  'fitBody.enter',
] as const satisfies Permission[];
/** Homes as institutions, never who lives there. */
export const seesHomes = ['institution.read', 'fitBody.read'] as const satisfies Permission[];

/** Compares what a parent asked in private with the children found, and calls back. */
export const callsBack = ['check.read', 'check.call'] as const satisfies Permission[];
