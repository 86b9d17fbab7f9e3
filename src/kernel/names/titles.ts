// Words around a name that are not the name: honorifics, "late", son or daughter of, also known as; and the weak words nearly everyone shares.

export const titles = ['honorific', 'late'] as const;
export type Title = (typeof titles)[number];

const honorifics = new Set(
  `shri shree sri sree sh shr smt shrimati srimati shrimathi srimathi mr mrs ms miss mister messrs master mast baby dr prof adv er engr capt maj col justice
   kum km ku sushri janab janaba thiru thirumathi tmt selvi selvan haji hajji alhaj maulana moulana maulvi moulvi molvi mufti qari
   pt rev fr sr bro saheb sahab ji jee garu avargal
   श्री श्रीमती श्रीमति सुश्री कु कुमा डॉ डा प्रो एड एडवोकेट श्रीमान चि सौ जनाब हाजी मौलाना मौलवी पं जी साहब साहेब मास्टर
   শ্রী শ্রীমতী শ্রীমতি জনাব ডাঃ ডা ড হাজী মৌলভী মাওলানা শ্রীযুক্ত শ্ৰী শ্ৰীমতী
   શ્રી શ્રીમતી શ્રીમાન ડૉ કુ ચિ સૌ જનાબ ਸ੍ਰੀ ਸ਼੍ਰੀ ਸ੍ਰੀਮਤੀ ਸ਼੍ਰੀਮਤੀ ਡਾ ਕੁ ଶ୍ରୀ ଶ୍ରୀମତୀ ଶ୍ରୀମାନ ଡା
   திரு திருமதி செல்வி செல்வன் ஸ்ரீ டாக்டர் ஜனாப் శ్రీ శ్రీమతి డా చి కుమా గారు ಶ್ರೀ ಶ್ರೀಮತಿ ಡಾ ಕು ಚಿ ശ്രീ ശ്രീമതി ഡോ ഹാജി
   جناب محترمہ محترم حاجی مولانا مولوی مفتی ڈاکٹر سری شری شریمتی صاحب صاحبہ ශ්‍රී ශ්රී මහතා මිය`
    .normalize('NFC')
    .split(/\s+/),
);
const deceased = new Set(
  'late lt marhoom marhum swargiya स्व स्वर्गीय मृत मरहूम कै कैलासवासी মৃত প্রয়াত স্বর্গীয় મરહૂમ સ્વ સ્વર્ગીય ਸਵਰਗੀ ਸਵਰਗਵਾਸੀ ସ୍ୱ ସ୍ୱର୍ଗୀୟ మృత స్వర్గీయ కీ ದಿವಂಗತ ದಿ പരേതനായ മരിച്ച மறைந்த مرحوم'
    .normalize('NFC')
    .split(/\s+/),
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
    shaik: 'sheikh',
    sheik: 'sheikh',
    షేక్: 'sheikh',
    ஷேக்: 'sheikh',
    ಶೇಕ್: 'sheikh',
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
    ਮੁਹੰ: 'ਮੁਹੰਮਦ',
    முக: 'முகமது',
    হোসেন: 'hussain',
    হোসাইন: 'hussain',
    হুসাইন: 'hussain',
    হোসেইন: 'hussain',
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
const RELATION =
  /(?:^|[\s,(])(?:[sdwchf]\s*[/.]\s*o\b\.?|(?:son|daughter|wife|husband|care|father|child) of|पुत्री?|सुपुत्री?|पिता|पत्नी|पति|वल्द|एस\/ओ|डी\/ओ|डब्ल्यू\/ओ|পিতা|পুত্র|কন্যা|પિતા|પુત્રી?|ਪੁੱਤਰ|ਪੁੱਤਰੀ|ਪਤਨੀ|ಬಿನ್|ಕೋಂ|த\/பெ|க\/பெ|తండ్రి|ولد|بنت|زوجہ)(?=[\s:.,-]|$)[\s:.,-]*/iu;
const ALSO_KNOWN =
  /\s*@+\s*|(?:^|[\s,(])(?:urf|urph|oorf|alias|aka|a\.k\.a\.?|nickname|known as|called|nee|उर्फ|उर्फ़|अलियास|ওরফে|ਉਰਫ਼|ਉਰਫ|ઉર્ફે|ଓରଫ|அலியாஸ்|என்கிற|అలియాస్|ಅಲಿಯಾಸ್|എന്ന|عرف)(?=[\s:.,]|$)[\s:.,]*|\s*\(\s*|\s*\)\s*/iu;

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
