// What happens to a child in a home or in a family that is not the child's own (JJ Act s.39-56; JJ Model Rules 2016 r.23-25, r.39, r.69).

export type CareFacts = {
  'care.admitted': { home: string };
  'care.planMade': { version: number };
};

export const careHappenings = ['care.admitted', 'care.planMade'] as const satisfies readonly (keyof CareFacts)[];
