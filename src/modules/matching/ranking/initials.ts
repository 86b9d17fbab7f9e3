// Initials run together in Latin letters ("RK Narayan", "Narayan AK"), read as letters; those of other scripts are heard by the kernel.

const notInitials = new Set(['md', 'sk', 'kr', 'dr', 'mr', 'ms', 'st', 'lt', 'sh', 'smt', 'mrs', 'shk', 'mhd', 'kmr']);

/** RK in "RK Narayan" is R and K; Ch. in "Ch. Devi Lal" is C; Md and Dr are words. `capitals`: the whole text is in capitals, which then say nothing. */
function apart(word: string, dotted: boolean, capitals: boolean): string {
  if (notInitials.has(word.toLowerCase())) return word;
  const unspeakable = !/[aeiouy]/i.test(word);
  if (unspeakable && dotted && word[1] === 'h') return word[0]!;
  return word === word.toUpperCase() && (unspeakable || !capitals) ? [...word].join(' ') : word;
}

/** The text with every Latin initial as one letter without a dot: "S. O. Roy" is nobody's son. */
export function withPlainInitials(text: string): string {
  const capitals = !/[a-z]/.test(text);
  return text
    .replace(
      /(?<![\p{L}\p{M}])([A-Za-z]{2,3})(?![\p{L}\p{M}])(\.?)/gu,
      (_, word: string, dot: string) => apart(word, dot === '.', capitals) + dot,
    )
    .replace(/(?<![\p{L}\p{M}])([A-Za-z])\./gu, '$1 ');
}
