// Words around a name that are not the name: honorifics, "late", son or daughter of, also known as; and the weak words nearly everyone shares.

export const titles = ['honorific', 'late'] as const;
export type Title = (typeof titles)[number];

const honorifics = new Set(
  `shri shree sri sree smt shrimati srimati mr mrs ms miss master baby dr kum sushri janab mister thiru tmt selvi selvan
   श्री श्रीमती सुश्री कु डॉ श्रीमान শ্রী শ্রীমতী জনাব শ্রীমতি શ્રી શ્રીમતી શ્રીમાન ਸ੍ਰੀ ਸ਼੍ਰੀ ਸ੍ਰੀਮਤੀ ਸ਼੍ਰੀਮਤੀ ଶ୍ରୀ ଶ୍ରୀମତୀ திரு திருமதி செல்வி ஸ்ரீ శ్రీ శ్రీమతి ಶ್ರೀ ಶ್ರೀಮತಿ ശ്രീ ശ്രീമതി
   جناب محترمہ محترم`.split(/\s+/),
);
const deceased = new Set(
  'late lt स्व स्वर्गीय मृत मरहूम মৃত প্রয়াত স্বর্গীয় સ્વ ਸਵਰਗੀ మృత స్వర్గీయ ದಿವಂಗತ പരേതനായ மறைந்த مرحوم'.normalize('NFC').split(/\s+/),
);

/** Spelled short, meant long. The long form is weak: it rarely tells two people apart. */
const shortForms: ReadonlyMap<string, string> = new Map(
  Object.entries({
    md: 'mohammad',
    mohd: 'mohammad',
    mohmd: 'mohammad',
    muhd: 'mohammad',
    mhd: 'mohammad',
    sk: 'sheikh',
    shk: 'sheikh',
    abdur: 'abdul',
    abdus: 'abdul',
    abdun: 'abdul',
    abdu: 'abdul',
    kr: 'kumar',
    kmr: 'kumar',
    मो: 'मोहम्मद',
    मु: 'मोहम्मद',
    मोह: 'मोहम्मद',
    मोहद: 'मोहम्मद',
    মো: 'মোহাম্মদ',
    মোঃ: 'মোহাম্মদ',
    মু: 'মোহাম্মদ',
    সেখ: 'শেখ',
    कु0: 'कुमारी',
  }),
);

const weakWords = new Set(
  `kumar kumari singh devi lal bai begum khatun khatoon bibi bano banu kaur ram rani das prasad mohammad mohammed muhammad sheikh shaikh khan ben bhai amma rao reddy nair
   कुमार कुमारी सिंह देवी लाल बाई बेगम खातून बीबी बानो कौर रानी दास प्रसाद मोहम्मद मुहम्मद शेख खान बेन भाई
   কুমার কুমারী সিংহ সিং দেবী লাল বেগম খাতুন বিবি বানু কৌর রানী দাস প্রসাদ মোহাম্মদ মহম্মদ শেখ খান
   કુમાર કુમારી સિંહ દેવી લાલ બાઈ બેન ભાઈ ਕੁਮਾਰ ਕੁਮਾਰੀ ਸਿੰਘ ਕੌਰ ਦੇਵੀ ਲਾਲ ਰਾਮ ଦେବୀ କୁମାର କୁମାରୀ ଦାସ குமார் குமாரி தேவி கான் బేగం కుమార్ కుమారి దేవి రావు రెడ్డి
   ಕುಮಾರ ಕುಮಾರ್ ಕುಮಾರಿ ದೇವಿ കുമാർ കുമാരി ദേവി ഖാൻ محمد کمار کماری سنگھ دیوی لال بیگم خاتون بی بی بانو کور خان شیخ`
    .normalize('NFC')
    .split(/\s+/),
);

/** Son, daughter, wife, care of; what follows is another person's name. */
const RELATION = /(?:^|[\s,(])(?:[sdwc]\s*[/.]\s*o\b\.?|son of|daughter of|wife of|पुत्री?|सुपुत्री?|पिता|पत्नी|পিতা|ولد|بنت)(?=[\s:.,-]|$)\s*/iu;
const ALSO_KNOWN =
  /\s*@+\s*|(?:^|[\s,(])(?:urf|alias|aka|a\.k\.a\.?|nickname|उर्फ|उर्फ़|ওরফে|ਉਰਫ਼|ઉર્ફે|عرف)(?=[\s:.,]|$)[\s:.,]*|\s*\(\s*|\s*\)\s*/iu;

export function isHonorific(word: string): boolean {
  return honorifics.has(word.toLowerCase());
}

export function isDeceasedMark(word: string): boolean {
  return deceased.has(word.toLowerCase());
}

export function isWeak(word: string): boolean {
  return weakWords.has(word.toLowerCase());
}

/** Spellings of one name so many that no price of a vowel covers them. */
const MOHAMMAD = /^m[ouaie]+h+[aeiou]?m+[aeiou]+[dt]h?$/;

export function longForm(word: string): string {
  const lower = word.toLowerCase();
  return shortForms.get(lower) ?? (MOHAMMAD.test(lower) ? 'mohammad' : word);
}

/** Cuts off what follows "son of"; the rest may hold several names ("Pooja urf Guddi"). */
export function splitAliases(cleaned: string): { names: string[]; relative: string | null } {
  const relation = RELATION.exec(cleaned);
  const own = relation ? cleaned.slice(0, relation.index) : cleaned;
  const relative = relation ? cleaned.slice(relation.index + relation[0].length).trim() : '';
  const names = own
    .split(ALSO_KNOWN)
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .slice(0, 4);
  return { names, relative: relative === '' ? null : relative };
}
