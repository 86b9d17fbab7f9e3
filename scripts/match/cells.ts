// Rows of a sheet that people open in a spreadsheet program: no value is taken for a formula, and none breaks its row.

/** Signs a formula begins with, in any width, also behind blanks that programs cut off. Only a plain negative number may begin with one. */
const formula = /^[\s\p{Cf}\p{Cc}]*[=+\-@]|^[\t\r\n]/u;
const number = /^-\d+(\.\d+)?$/;

/** The text with an apostrophe before it where a program would reckon instead of show; controls become spaces. */
export function harmless(text: string): string {
  const risky = formula.test(text.normalize('NFKC')) && !number.test(text);
  return `${risky ? "'" : ''}${text.replace(/\p{Cc}+/gu, ' ')}`;
}

export function rowWriter(path: string): (cells: readonly string[]) => string {
  if (/\.(tsv|tab)$/i.test(path)) return (cells) => cells.map(harmless).join('\t');
  const quoted = (text: string): string => (/[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return (cells) => cells.map((cell) => quoted(harmless(cell))).join(',');
}
