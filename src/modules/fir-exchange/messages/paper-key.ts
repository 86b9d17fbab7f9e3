// The natural key of an FIR or diary entry, as one text. One file makes it, so that what a node sends, a station typed and a list imported meet.
import { plainDigits } from '../../../kernel/digits.ts';

export type PaperName = { kind: string; state: string; district: string; station: string; year: number; number: string };

/** What stations write before the number itself: "FIR No. 12", "GDE-12", "Crime No 12", "मु.अ.सं. 12". */
const before = /^(?:(?:ZERO|FIR|GDE?|DD|SDE?|CR|CRIME|CASE|NO|NUMBER|N°|प्राथमिकी|एफआईआर|मुअसं|अपराध|संख्या|क्रमांक|सं|नं)[.:#_/-]*)+(?=\d)/u;
const withYear = /^(\d+)[/-](\d{4}|\d{2})$/;

/** Without what people write differently: scripts of digits, spaces, invisible marks, capitals, words before the number. */
function plainNumber(typed: string): string {
  const close = typed.normalize('NFKC').toUpperCase().replace(/[\p{Cf}\s]/gu, ''); // prettier-ignore
  const plain = plainDigits(close.normalize('NFKC')); // what now stands beside each other may join anew
  const undotted = plain.replace(/(?<=[\p{L}\p{M}])[.॰]+/gu, '');
  return undotted.replace(before, '');
}

/** The number as it counts: digits of India as `0-9`, no leading zeros, the paper's own year after it taken off; else the text in capitals. */
export function canonicalNumber(typed: string, year: number): string {
  const number = plainNumber(typed);
  const [, first, suffix] = withYear.exec(number) ?? [];
  const counted = first !== undefined && Number(suffix) === (suffix!.length === 2 ? year % 100 : year) ? first : number;
  return /^\d+$/.test(counted) ? counted.replace(/^0+(?=\d)/, '') : counted;
}

/** The year written after a number where it is not the paper's own: one of the two is wrong, and nobody but the station knows which. */
export function otherYearIn(typed: string, year: number): number | null {
  const [, , suffix] = withYear.exec(plainNumber(typed)) ?? [];
  const written = suffix?.length === 4 ? Number(suffix) : null;
  return written !== null && written !== year && written >= 1950 && written <= 2099 ? written : null;
}

/** `STATE/DISTRICT/STATION/KIND/YEAR/NUMBER`. The number stands last, as it may hold a stroke. */
export function paperKey(paper: PaperName): string {
  const { state, district, station, kind, year, number } = paper;
  return `${state}/${district}/${station}/${kind}/${year}/${canonicalNumber(number, year)}`;
}
