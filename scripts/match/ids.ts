// Ids are written as they are, between tabs and commas and one pair a line: an id that holds such a sign would read back as another, so its file is refused.
import { Mistake } from './mistake.ts';
import { say } from './say.ts';

const shown = 5;

function wrongIn(id: string, inLists: boolean): string | null {
  if (!/[\p{Cc}\u2028\u2029,]/u.test(id)) return null;
  if (id.includes('\t')) return 'a tab';
  if (/[\n\r\v\f\u0085\u2028\u2029]/.test(id)) return 'a line break';
  if (/\p{Cc}/u.test(id)) return 'a control sign';
  return inLists && id.includes(',') ? 'a comma' : null;
}

/** `row`: whatever the caller finds the line of the file by. */
export type Ids = {
  take(id: string, row: number): void;
  end(lineOf: (rows: readonly number[]) => Promise<readonly number[]>): Promise<void>;
};

/** `inLists`: ids of this file are written one after the other with commas between. Call `end` after the last. */
export function checkedIds(path: string, inLists: boolean): Ids {
  const unfit: { row: number; what: string }[] = [];
  let [count, quoted] = [0, 0];
  return {
    take(id, row) {
      if (id.startsWith('"')) quoted++;
      const what = wrongIn(id, inLists);
      if (what === null) return;
      count++;
      if (unfit.length < shown) unfit.push({ row, what });
    },
    async end(lineOf) {
      if (count > 0) {
        const lines = await lineOf(unfit.map(({ row }) => row));
        const told = unfit.map(({ what }, at) => `line ${lines[at]} (${what})`).join(', ');
        throw new Mistake(
          `${path}: ${count === 1 ? 'an id holds' : `${count} ids hold`} what parts ids in the output, which could not be read back: ` +
            `${told}${count > shown ? ' and more' : ''}. Give ${count === 1 ? 'this record' : 'these records'} another id`,
        );
      }
      if (quoted > 0)
        say(
          `WARNING: ${path}: ${quoted} ids begin with a quotation mark. Ids are written as they are: read the output with quoting switched off (in Python csv.QUOTE_NONE)`,
        );
    },
  };
}
