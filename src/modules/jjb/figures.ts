// Pendency of a Board (s.16(3); return rows [C R2]): cases not ended, by gravity and by months since first production.
import type { Instant } from '../../kernel/time.ts';
import { type Age, type Gravity, ageOf, ages, gravities } from './proceeding.ts';

export type Figures = Record<Age, Record<Gravity, number>>;

export function figuresOf(pending: readonly { gravity: Gravity; producedAt: Instant }[], now: Instant): Figures {
  const count = (age: Age, gravity: Gravity): number =>
    pending.filter((one) => one.gravity === gravity && ageOf(one.producedAt, now) === age).length;
  const row = (age: Age): Record<Gravity, number> =>
    Object.fromEntries(gravities.map((gravity) => [gravity, count(age, gravity)])) as Record<Gravity, number>;
  return Object.fromEntries(ages.map((age) => [age, row(age)])) as Figures;
}
