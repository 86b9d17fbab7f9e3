// Sinhala, whose block is laid out unlike the Indian ones: its letters are put into Kannada letters (Devanagari where Kannada has none) and read from there.

const pairs = `
  අಅ ආಆ ඇऍ ඈऍ ඉಇ ඊಈ උಉ ඌಊ ඍಋ එಎ ඒಏ ඓಐ ඔಒ ඕಓ ඖಔ
  කಕ ඛಖ ගಗ ඝಘ ඞಙ චಚ ඡಛ ජಜ ඣಝ ඤಞ ටಟ ඨಠ ඩಡ ඪಢ ණಣ තತ ථಥ දದ ධಧ නನ
  පಪ ඵಫ බಬ භಭ මಮ යಯ රರ ලಲ වವ ශಶ ෂಷ සಸ හಹ ළಳ ෆफ़
  ාಾ ැॅ ෑॅ ිಿ ීೀ ුು ූೂ ෘೃ ෙೆ ේೇ ෛೈ ොೊ ෝೋ ෞೌ ්್
  ඟನ್ಗ ඦನ್ಜ ඬನ್ಡ ඳನ್ದ ඹಮ್ಬ ඥಜ್ಞ ංಂ
`;

const asIndian: ReadonlyMap<string, string> = new Map(
  pairs
    .trim()
    .split(/\s+/)
    .map((pair) => [pair[0]!, pair.slice(1)]),
);

/** The same word in letters that share the Indian layout: prenasalised stops become nasal and stop. What it does not know is dropped. */
export function sinhalaAsIndian(word: string): string {
  return [...word].map((letter) => asIndian.get(letter) ?? '').join('');
}
