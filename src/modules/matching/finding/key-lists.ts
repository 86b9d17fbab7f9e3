// Which records have a key, and the records that share most with the keys asked for. Rare keys tell much, common ones little.

export type KeyLists = {
  readonly lists: Map<string, number[]>;
  /** Room for work between questions, all zero. */
  bits: Float32Array;
};

/** Bits one key may say at most: beyond this rareness tells nothing more. */
const mostBits = 14;
/** A key so many records share is passed over unless nothing rarer is known: its list alone would be the whole register. */
const longest = 200_000;

export function startKeyLists(): KeyLists {
  return { lists: new Map(), bits: new Float32Array(0) };
}

export function addKeys({ lists }: KeyLists, record: number, keys: readonly string[]): void {
  for (const key of keys) {
    const list = lists.get(key);
    if (list) list.push(record);
    else lists.set(key, [record]);
  }
}

/** Tells every record that shares a key, once, with the bits of all it shares. `records`: how many there are. */
export function walkKeys(from: KeyLists, records: number, keys: readonly string[], tell: (record: number, bits: number) => void): void {
  if (from.bits.length < records) from.bits = new Float32Array(Math.ceil(records * 1.5));
  const { lists, bits } = from;
  const touched: number[] = [];
  for (const key of keys) {
    const list = lists.get(key);
    if (!list || list.length > longest) continue;
    const worth = Math.min(mostBits, Math.log2(records / list.length) + 0.1);
    for (const record of list) {
      if (bits[record] === 0) touched.push(record);
      bits[record]! += worth;
    }
  }
  for (const record of touched) {
    tell(record, bits[record]!);
    bits[record] = 0;
  }
}
