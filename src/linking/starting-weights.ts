// What true pairs and strangers usually show before a file has said anything. Small files are weighed by this, large ones by themselves.
// Shares of our own generators' development registers (true pairs / 300,000 random pairs), rounded and mixed by hand; telephone, height and
// description are in none of them and are guesses. Were a row wrong, files of a few dozen rows would be weighed wrongly, large ones hardly.
import type { Field } from './aspects.ts';

/** `agree`: levels from 1 to this, which never speak against a pair (of languages only "the same": one of many in common may be less than
 *  one would expect, and as an agreement it made the Indian registers' F1 .009 worse). `same`, `stranger`: shares of the levels from 1 on, not yet summing to one. */
type Usual = { readonly agree: number; readonly same: readonly number[]; readonly stranger: readonly number[] };

const whole: Usual = {
  agree: 5,
  same: [0.3, 0.25, 0.05, 0.11, 0.17, 0.05, 0.015, 0.055],
  stranger: [0.0004, 0.0008, 0.0004, 0.002, 0.003, 0.004, 0.01, 0.98],
};
const apart = (stranger: number): Usual => ({
  agree: 5,
  same: [0.62, 0.05, 0.06, 0.13, 0.02, 0.035, 0.005, 0.05, 0.03],
  stranger: [stranger, 0.0008, 0.003, 0.004, 0.001, 0.005, 0.001, 0.97, 0.0003],
});
const code: Usual = { agree: 3, same: [0.75, 0.1, 0.03, 0.12], stranger: [0.0001, 0.00005, 0.0002, 0.9996] };

export const usual: Readonly<Record<Field, Usual>> = {
  given: apart(0.015),
  surname: apart(0.01),
  name: whole,
  father: whole,
  mother: whole,
  sex: { agree: 1, same: [0.98, 0.02], stranger: [0.52, 0.48] },
  birth: {
    agree: 3,
    same: [0.8, 0.12, 0.04, 0.01, 0.015, 0.015, 0.15, 0.55, 0.19, 0.08, 0.03],
    stranger: [0.0003, 0.001, 0.003, 0.03, 0.08, 0.885, 0.03, 0.15, 0.15, 0.2, 0.47],
  },
  address: { agree: 3, same: [0.45, 0.2, 0.18, 0.08, 0.09], stranger: [0.001, 0.001, 0.004, 0.03, 0.964] },
  streetNumber: { agree: 2, same: [0.75, 0.2, 0.05], stranger: [0.005, 0.08, 0.915] },
  place: {
    agree: 5,
    same: [0.55, 0.17, 0.01, 0.05, 0.03, 0.03, 0.01, 0.15],
    stranger: [0.02, 0.001, 0.0003, 0.005, 0.003, 0.005, 0.01, 0.95],
  },
  city: { agree: 5, same: [0.7, 0.1, 0.01, 0.08, 0.02, 0.03, 0.01, 0.05], stranger: [0.1, 0.004, 0.001, 0.01, 0.003, 0.03, 0.01, 0.84] },
  state: {
    agree: 5,
    same: [0.85, 0.05, 0.005, 0.03, 0.005, 0.01, 0.005, 0.045],
    stranger: [0.3, 0.01, 0.001, 0.01, 0.003, 0.01, 0.01, 0.65],
  },
  postcode: { agree: 2, same: [0.8, 0.12, 0.05, 0.03], stranger: [0.01, 0.015, 0.06, 0.915] },
  telephone: code,
  email: { agree: 3, same: [0.74, 0.08, 0.15, 0.03], stranger: [0.0003, 0.0003, 0.0015, 0.998] },
  identifier: code,
  occupation: { agree: 3, same: [0.65, 0.1, 0.03, 0.02, 0.2], stranger: [0.05, 0.005, 0.003, 0.01, 0.932] },
  languages: { agree: 1, same: [0.8, 0.12, 0.08], stranger: [0.25, 0.3, 0.45] },
  marks: { agree: 3, same: [0.5, 0.05, 0.3, 0.08, 0.07], stranger: [0.005, 0.003, 0.03, 0.2, 0.76] },
  height: { agree: 2, same: [0.25, 0.4, 0.2, 0.1, 0.05], stranger: [0.03, 0.17, 0.25, 0.25, 0.3] },
  text: { agree: 3, same: [0.1, 0.1, 0.25, 0.3, 0.25], stranger: [0.0005, 0.0005, 0.01, 0.1, 0.889] },
};

/** "The same year, no more known" and "ages agree"; "exchanged" names are the last level of given name and surname. */
const agreeingAges = [7, 8];
const exchanged = 9;

/** An agreement, strong or weak: it may weigh nothing, but never speaks against. */
export function agrees(field: Field, level: number): boolean {
  if (level >= 1 && level <= usual[field].agree) return true;
  return field === 'birth' ? agreeingAges.includes(level) : (field === 'given' || field === 'surname') && level === exchanged;
}

/** Records beside which experience is forgotten: a file of so many is believed as much as it. */
const believed = 200;

/** Imagined further bearers of other values beside the `known` a file has, so that eighteen rows do not make every name one in eighteen. */
export function imaginedBearers(field: Field, known: number): number {
  return (1 / usual[field].stranger[0]! - 1) / (1 + known / believed);
}

/** Of two who bear a value in common, how much of the second one's bearing is left out of how common it is: all in a small file, nothing in a large. */
export function leftOut(known: number): number {
  return 1 / (1 + known / believed);
}
