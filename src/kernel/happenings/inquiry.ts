// What a Child Welfare Committee does between production and the last follow-up (JJ Act s.29-40, s.95; JJ Model Rules 2016 r.17-20, r.82).
// Read from the diary of the child's record at the Committee (`found`).

export type InquiryFacts = {
  /** Form 21. `dueOn`: the day the order itself states, or '' if it states none. */
  'inquiry.reportOrdered': { order: string; dueOn: string };
  /** Form 22. */
  'inquiry.reportSubmitted': { order: string };
};

export const inquiryHappenings = ['inquiry.reportOrdered', 'inquiry.reportSubmitted'] as const satisfies readonly (keyof InquiryFacts)[];
