// The words officers see for a probability. Weak pairs are kept for later facts and never shown.

export const bands = ['likely', 'possible', 'weak'] as const;
export type Band = (typeof bands)[number];

/**
 * From this probability on. `likely`: more likely the same child than not. `possible`: at least 1 in 50, since looking costs minutes
 * and a missed child costs years; published best cut-offs of comparable scorers lie between 1 in 500 and 1 in 5.
 */
export const bandFrom = { likely: 0.5, possible: 0.02 } as const;

export function bandOf({ probability }: { readonly probability: number }): Band {
  if (probability >= bandFrom.likely) return 'likely';
  return probability >= bandFrom.possible ? 'possible' : 'weak';
}
