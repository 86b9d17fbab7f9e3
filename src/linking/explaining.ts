// A pair in words and cells: what both files say, how alike it is, and how much that speaks for or against one person.
import { fieldWords } from './aspects.ts';
import { levelsOf } from './comparing.ts';
import type { Explanation } from './linking.ts';
import type { Records } from './records.ts';

function textsOf(records: Records, field: Explanation['parts'][number]['field'], one: number, other: number): [string, string] {
  const { texts, numbers } = records.columns.get(field)!;
  const text = (record: number): string => shown(texts[numbers[record]!] ?? '');
  return [text(one), text(other)];
}

/** A birth as people write it. */
function shown(text: string): string {
  if (/^~\d{4}\.\d$/.test(text)) return `born about ${text.slice(1, 5)}`;
  if (!/^\d{8}$/.test(text) || !/^(1[3-9]|20)/.test(text)) return text;
  return [text.slice(0, 4), text.slice(4, 6), text.slice(6)].filter((part) => part !== '00').join('-');
}

const signed = (bits: number): string => `${bits < 0 ? '−' : '+'}${Math.abs(bits).toFixed(1)}`;

/** For each field the two texts and the bits, then what a household shares, what other records say, and the prior. */
export function pairInCells(records: Records, { parts, household, thirds, prior }: Explanation, one: number, other: number): string[] {
  const cells = [...records.columns.keys()].flatMap((field) => {
    const part = parts.find((of) => of.field === field)!;
    return [...textsOf(records, field, one, other), part.level === 0 ? '' : part.bits.toFixed(1)];
  });
  return [...cells, household.toFixed(1), thirds.toFixed(1), prior.toFixed(1)];
}

/** One line per step from the prior to the probability. Ten bits are odds of a thousand to one. */
export function waterfall(records: Records, { parts, household, thirds, prior }: Explanation, one: number, other: number): string[] {
  const lines = [
    `before anything is compared: one pair in ${Math.round(2 ** -prior).toLocaleString('en')} is true (${signed(prior)} bits)`,
  ];
  const unknown: string[] = [];
  let sum = prior + household + thirds;
  for (const { field, level, bits } of parts) {
    sum += bits;
    const [here, there] = textsOf(records, field, one, other);
    if (level === 0) unknown.push(fieldWords[field]);
    else lines.push(`${signed(bits).padStart(6)}  ${fieldWords[field]}: “${here}” and “${there}”: ${levelsOf[field][level]}`);
  }
  if (household < -0.05) lines.push(`${signed(household).padStart(6)}  brothers, sisters and neighbours would share much of this too`);
  if (Math.abs(thirds) >= 0.05)
    lines.push(`${signed(thirds).padStart(6)}  other records of the file that are surely one person with either of the two`);
  if (unknown.length > 0) lines.push(`        not said by both: ${unknown.join(', ')}`);
  const probability = 1 / (1 + 2 ** -sum);
  return [...lines, `together ${signed(sum)} bits: the same person with probability ${Math.min(0.9999, probability).toFixed(4)}`];
}
