// Reads PostgreSQL's one-dimensional array text, `{a,"b c",NULL}`, item by item.

/** A parser of array text from a parser of one item. Items of the types we use never hold quotes or backslashes inside. */
export function arrayParser<Item>(item: (text: string) => Item): (text: string) => (Item | null)[] {
  return (text) => {
    const inside = text.slice(1, -1);
    if (inside === '') return [];
    return inside.split(',').map((part) => (part === 'NULL' ? null : item(part.replaceAll('"', ''))));
  };
}
