// What happens to an authority itself, not to a child: periods that end, returns made, posts that fall vacant, directions given.

export type OfficeFacts = {
  /** Written when the period is over. `period`: `2026-11`, `2026-Q4` or `2026-H2`. */
  'office.periodEnded': { length: 'month' | 'quarter' | 'half-year'; period: string };
  /** `what`: the return's name, as the rules name it. */
  'office.returnMade': { what: string; period: string };
  /** `post`: as in the directory of offices. */
  'office.postVacant': { post: string };
  'office.postFilled': { post: string };
};

export const officeHappenings = [
  'office.periodEnded',
  'office.returnMade',
  'office.postVacant',
  'office.postFilled',
] as const satisfies readonly (keyof OfficeFacts)[];
