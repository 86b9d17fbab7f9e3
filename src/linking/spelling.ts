// How alike two spellings are, whatever they mean: slips of a keyboard, which sound nothing like the word they spoil.

const LONGEST = 64;

/** Whether one slip at most lies between the two: told by what they share at both ends, much faster than counting. */
export function oneSlip(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (long.length - short.length > 1) return false;
  let head = 0;
  while (head < short.length && short.charCodeAt(head) === long.charCodeAt(head)) head++;
  let tail = 0;
  while (tail < short.length - head && short.charCodeAt(short.length - 1 - tail) === long.charCodeAt(long.length - 1 - tail)) tail++;
  const between = short.length - head - tail;
  if (short.length < long.length) return between === 0;
  return between <= 1 || (between === 2 && short[head] === long[head + 1] && short[head + 1] === long[head]);
}

const usedOne = new Uint8Array(LONGEST);
const usedOther = new Uint8Array(LONGEST);

function jaro(one: string, other: string): number {
  const high = Math.min(one.length, LONGEST);
  const wide = Math.min(other.length, LONGEST);
  const reach = Math.max(0, (Math.max(high, wide) >> 1) - 1);
  usedOne.fill(0, 0, high);
  usedOther.fill(0, 0, wide);
  let common = 0;
  for (let at = 0; at < high; at++) {
    const end = Math.min(wide - 1, at + reach);
    for (let to = Math.max(0, at - reach); to <= end; to++) {
      if (usedOther[to] || one.charCodeAt(at) !== other.charCodeAt(to)) continue;
      usedOne[at] = usedOther[to] = 1;
      common++;
      break;
    }
  }
  if (common === 0) return 0;
  let exchanged = 0;
  for (let at = 0, to = 0; at < high; at++) {
    if (!usedOne[at]) continue;
    while (!usedOther[to]) to++;
    if (one.charCodeAt(at) !== other.charCodeAt(to)) exchanged++;
    to++;
  }
  return (common / high + common / wide + (common - (exchanged >> 1)) / common) / 3;
}

/** Jaro–Winkler similarity, 0 to 1; half-exchanges rounded down, a shared beginning of up to four letters raises what is above 0.7. */
export function spellingSimilarity(one: string, other: string): number {
  if (one === other) return 1;
  const plain = jaro(one, other);
  if (plain < 0.7) return plain;
  let shared = 0;
  while (shared < 4 && shared < one.length && one.charCodeAt(shared) === other.charCodeAt(shared)) shared++;
  return plain + shared * 0.1 * (1 - plain);
}
