// Colours and garments in the words police and families use, English and Hindi, each leading to one word.

const colours = {
  red: 'red lal laal maroon लाल मैरून',
  blue: 'blue neela neeli nila नीला नीली नीले',
  green: 'green hara hari हरा हरी हरे',
  yellow: 'yellow peela pila peeli पीला पीली पीले',
  white: 'white safed सफेद सफ़ेद',
  black: 'black kala kali काला काली काले',
  pink: 'pink gulabi गुलाबी',
  brown: 'brown bhura भूरा भूरी',
  orange: 'orange narangi kesari नारंगी केसरिया',
  purple: 'purple violet baingani jamuni बैंगनी जामुनी',
  grey: 'grey gray slate सलेटी स्लेटी',
  cream: 'cream badami beige क्रीम बादामी',
} as const;
const garments = {
  frock: 'frock dress फ्रॉक फ्राक',
  shirt: 'shirt kameez kamij tshirt tee शर्ट कमीज कमीज़',
  trousers: 'pant pants trousers jeans lower पैंट पैन्ट जींस लोअर',
  shorts: 'shorts nikar knicker half निक्कर हाफ',
  salwar: 'salwar suit churidar सलवार सूट',
  kurta: 'kurta kurti कुर्ता कुर्ती',
  saree: 'saree sari साड़ी',
  lehenga: 'lehenga ghagra लहंगा घाघरा',
  uniform: 'uniform वर्दी यूनिफॉर्म',
  sweater: 'sweater jersey jacket स्वेटर जैकेट',
  cap: 'cap topi टोपी',
  slippers: 'slippers chappal chappals sandal sandals चप्पल सैंडल',
  shoes: 'shoes joote जूते जूता',
} as const;

export type ClothingWord = keyof typeof colours | keyof typeof garments;

const meanings = new Map<string, ClothingWord>();
for (const table of [colours, garments]) {
  for (const [meaning, words] of Object.entries(table)) {
    for (const word of words.normalize('NFC').split(' ')) meanings.set(word, meaning as ClothingWord);
  }
}

export function isColour(word: ClothingWord): boolean {
  return word in colours;
}

/** The colours and garments named in a description of clothes; words it does not know say nothing. */
export function clothingWords(text: string | null): ReadonlySet<ClothingWord> {
  const known = new Set<ClothingWord>();
  for (const word of (text ?? '')
    .slice(0, 400)
    .normalize('NFC')
    .toLowerCase()
    .match(/[\p{L}\p{M}]+/gu) ?? []) {
    const meaning = meanings.get(word);
    if (meaning) known.add(meaning);
  }
  return known;
}
