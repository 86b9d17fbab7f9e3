// Words customarily written onto a given name (Rameshbhai, Sureshkumar): taken off it, so that both ways of writing give the same words.

const suffixes = `
  bhai ben behn kumar kumari singh lal devi rao reddy bai
  भाई बेन कुमार कुमारी सिंह लाल देवी राव बाई ભાઈ બેન બહેન કુમાર કુમારી સિંહ લાલ ਕੁਮਾਰ ਸਿੰਘ ਲਾਲ কুমার কুমারী লাল
  குமார் குமாரி லால் రెడ్డి రావు కుమార్ కుమారి ಕುಮಾರ್ ಕುಮಾರ ಕುಮಾರಿ ರಾವ್ ರೆಡ್ಡಿ കുമാർ കുമാരി ലാൽ`
  .normalize('NFC')
  .trim()
  .split(/\s+/);

/** What is left must be a name: of at least this many letters, signs not counted (Jawahar-lal, but not Ram-lal). */
const shortestStem = 4;
const shortestNativeStem = 3;
const JOINED = new RegExp(`^(.+?)(${suffixes.join('|')})$`, 'iu');

export function splitJoined(word: string): string[] {
  const [, stem, suffix] = JOINED.exec(word) ?? [];
  if (stem === undefined || suffix === undefined) return [word];
  const letters = stem.replace(/\p{M}/gu, '').length;
  return letters >= (/^[a-z]/i.test(stem) ? shortestStem : shortestNativeStem) &&
    !/[\u094D\u09CD\u0ACD\u0A4D\u0BCD\u0C4D\u0CCD\u0D4D]$/.test(stem)
    ? [stem, suffix]
    : [word];
}
