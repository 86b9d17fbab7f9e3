// What happens to an authority itself, not to a child: periods that end, returns made, posts that fall vacant, directions given.

export type OfficeFacts = {
  /** Written when the period is over. `period`: `2026-11`, `2026-Q4` or `2026-H2`. */
  'office.periodEnded': { length: 'month' | 'quarter' | 'half-year'; period: string };
  /** `what`: the return's name, as the rules name it. */
  'office.returnMade': { what: string; period: string };
  /** Whoever the return is made to has it in hand. */
  'office.returnReceived': { what: string; period: string };
  /** `post`: as in the directory of offices. */
  'office.postVacant': { post: string };
  'office.postFilled': { post: string };
  /** An order to the office itself. `direction`: what it asks for; `reference`: the order's own number. */
  'office.directionGiven': { direction: string; reference: string };
  'office.directionKept': { direction: string; reference: string };
  /** A complaint about a Committee, to the District Magistrate (s.27(10)). */
  'office.committeeComplainedOf': { reference: string };
  'office.complaintDecided': { reference: string };
  /** Too few sittings or visits in a month that is over: the District Magistrate has looked at it. */
  'office.shortfallReviewed': { what: string; period: string };
  /** A complaint about a member of a Board (JJ Model Rules r.5(5)). `reference`: the complaint's own, here and below. */
  'office.memberComplainedOf': { member: 'judicial' | 'non-judicial'; reference: string };
  'office.memberInquiryDone': { reference: string };
  'office.memberDealtWith': { reference: string };
  /** A home found to offend is to close (s.41). */
  'office.homeOrderedClosed': { reference: string };
  /** Closed, and every child of it moved elsewhere. */
  'office.homeClosed': { reference: string };
  /** The police's system told FIRs of the station of which no record is here; and then there were none any more. */
  'office.firsWithoutRecord': Record<never, never>;
  'office.firsRecorded': Record<never, never>;
  /** A police node, or the FIRs of a district, stopped coming. `reference`: the silence's own row. */
  'office.policeFellSilent': { reference: string };
  /** The national grid, which is of no State, stopped speaking. */
  'office.gridFellSilent': { reference: string };
  'office.policeSpoke': { reference: string };
  'office.silenceExplained': { reference: string };
};

export const officeHappenings = [
  'office.periodEnded',
  'office.returnMade',
  'office.returnReceived',
  'office.postVacant',
  'office.postFilled',
  'office.directionGiven',
  'office.directionKept',
  'office.committeeComplainedOf',
  'office.complaintDecided',
  'office.shortfallReviewed',
  'office.memberComplainedOf',
  'office.memberInquiryDone',
  'office.memberDealtWith',
  'office.homeOrderedClosed',
  'office.homeClosed',
  'office.firsWithoutRecord',
  'office.firsRecorded',
  'office.policeFellSilent',
  'office.gridFellSilent',
  'office.policeSpoke',
  'office.silenceExplained',
] as const satisfies readonly (keyof OfficeFacts)[];
