// Retrieval keys with the sounds of names remembered: a nation has far more children than names.
import { type Description, emptyDescription, retrievalKeysOf } from '../../src/modules/children/index.ts';

type Keys = ReturnType<typeof retrievalKeysOf>;

const MOST_REMEMBERED = 300_000;
const MOST_NAMES = 12; // as retrievalKeysOf reads; sound-keys.test.ts holds the two together

/** Equal to `retrievalKeysOf`, in the same order, for descriptions with at most twelve names of each bearer. */
export function rememberingKeys(): (description: Description) => Keys {
  const remembered = new Map<string, Keys>();
  const recall = (key: string, part: Partial<Description>): Keys => {
    const held = remembered.get(key);
    if (held) return held;
    const keys = retrievalKeysOf({ ...emptyDescription, ...part });
    if (remembered.size < MOST_REMEMBERED) remembered.set(key, keys);
    return keys;
  };
  return (description) => {
    const parts = [
      ...description.names.map((name) => recall(`${name.bearer} ${name.text}`, { names: [name] })),
      ...(description.marks.length > 0 ? [retrievalKeysOf({ ...emptyDescription, marks: description.marks })] : []),
      ...description.homeWords.slice(0, MOST_NAMES).map((word) => recall(`home ${word}`, { homeWords: [word] })),
    ];
    const distinct = new Map<string, Keys[number]>();
    for (const keys of parts) for (const key of keys) distinct.set(`${key.family} ${key.key}`, key);
    return [...distinct.values()];
  };
}
