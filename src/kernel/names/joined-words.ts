// Words customarily written onto a given name (Rameshbhai, Sureshkumar): taken off it, so that both ways of writing give the same words.

const suffixes = `
  bhai ben behn kumar kumari singh lal devi rao reddy bai
  भाई बेन कुमार कुमारी सिंह लाल देवी राव बाई ભાઈ બેન બહેન કુમાર કુમારી સિંહ લાલ ਕੁਮਾਰ ਸਿੰਘ ਲਾਲ কুমার কুমারী লাল
  குமார் குமாரி லால் రెడ్డి రావు కుమార్ కుమారి ಕುಮಾರ್ ಕುಮಾರ ಕುಮಾರಿ ರಾವ್ ರೆಡ್ಡಿ കുമാർ കുമാരി ലാൽ`
  .normalize('NFC')
  .trim()
  .split(/\s+/);

/** What is left must be a name: of so many classes of consonants (Jawahar-lal, but not Ram-lal), however it is written. */
const shortestStem = 3;
const JOINED = new RegExp(`^(.+?)(?:க்)?(${suffixes.join('|')})$`, 'iu');

/** `skeletonOfWord`: the consonant classes of a word, whatever its script. */
export function splitJoined(word: string, skeletonOfWord: (word: string) => string): string[] {
  const [, stem, suffix] = JOINED.exec(word) ?? [];
  return stem !== undefined && suffix !== undefined && skeletonOfWord(stem).length >= shortestStem ? [stem, suffix] : [word];
}
