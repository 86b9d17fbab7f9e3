// Money in whole paise, the only unit it is kept and added in: a hundred to the rupee, never a fraction.

declare const paise: unique symbol;
export type Paise = number & { readonly [paise]: true };

/** Whole rupees. */
export function paiseOf(rupees: number): Paise {
  return Math.round(rupees * 100) as Paise;
}

export function rupeesOf(amount: Paise): number {
  return amount / 100;
}

export function times(amount: Paise, count: number): Paise {
  return (amount * count) as Paise;
}
