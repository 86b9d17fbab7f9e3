// What happens to a child who is to be adopted, beside the Committee's declaration (JJ Act s.38, s.56-61; Adoption Regulations 2022). Read from the
// diary of the child's record at the Committee (`found`).

export type AdoptionFacts = {
  /** An orphan or abandoned child, by whoever received it. */
  'adoption.childReceived': { as: 'orphan' | 'abandoned'; by: 'agency' | 'home' };
  'adoption.particularsPosted': Record<never, never>;
  'adoption.newspaperNoticed': Record<never, never>;
  'adoption.reportUploaded': { what: 'child-study' | 'medical-examination' };
  /** `reference`: the match with these parents; another is another. */
  'adoption.matched': { reference: string };
  'adoption.matchEnded': { reference: string };
  /** The application to the District Magistrate, through the District Child Protection Unit. */
  'adoption.applied': { reference: string };
  'adoption.applicationDecided': { reference: string; how: 'order' | 'refusal' | 'withdrawal' };
};

export const adoptionHappenings = [
  'adoption.childReceived',
  'adoption.particularsPosted',
  'adoption.newspaperNoticed',
  'adoption.reportUploaded',
  'adoption.matched',
  'adoption.matchEnded',
  'adoption.applied',
  'adoption.applicationDecided',
] as const satisfies readonly (keyof AdoptionFacts)[];
