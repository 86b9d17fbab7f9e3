// Guesses what each column of a spreadsheet says, from its header and a look at its contents. The guess is always shown to whoever called.
import { type ColumnAspect } from './aspects.ts';
import type { FileMapping } from './mapping.ts';
import { parseDate, plainDigits } from './dates.ts';

type Rule = readonly [aspect: ColumnAspect | 'ignore' | 'id' | 'truth', pattern: RegExp];

/** First rule that fits wins. Headers are compared lower-case, with everything but letters and digits turned to single spaces. */
const rules: readonly Rule[] = [
  ['truth', /^(truth|cluster|cluster id|entity|entity id|true id|truth id|person id|group|group id|ent id|gold)$/],
  [
    'id',
    /^(id|rec id|record id|unique id|row id|uid|uuid|record|reference|ref no|serial no|sl no|s no|sr no|क्रमांक|क्रम संख्या|क्र सं|क्रम|ক্রমিক নং|ক্রমিক|வரிசை எண்|క్రమ సంఖ్య|अनुक्रमांक|نمبر شمار|ક્રમાંક|ક્રમ|ಕ್ರಮ ಸಂಖ್ಯೆ)$/,
  ],
  ['ignore', /^(source|dataset|source dataset|file|created|updated|timestamp|photo|image|status)/],
  ['alias', /alias|\baka\b|nick ?name|pet ?name|also known|\burf\b|उर्फ|पुकार|घर का नाम/],
  ['languages', /language|bhasha|mother tongue|\bspeaks\b|भाषा|बोली/],
  ['marks', /\bmarks?\b|tattoo|\bscars?\b|\bmoles?\b|चिह्न|चिन्ह|निशान/],
  ['height', /\bheight\b|\bkad\b|लंबाई|लम्बाई|ऊँचाई|ऊंचाई|कद/],
  ['father', /father|^pita|पिता|वडिल|পিতা|বাবা|தந்தை|அப்பா|తండ్రి|والد(?!ہ)|باپ|પિતા|ತಂದೆ|abbu|^f name$|^s o$|guardian name/],
  ['mother', /^(?!.*tongue).*mother|^mata|माता|माँ का|आईचे|মাতা|^মা|தாய்|அம்மா|తల్లి|والدہ|^ماں|માતા|ತಾಯಿ|^m name$/],
  ['given-name', /^(given|first|fore|christian)( ?names?)?( c?1)?$|^(fname|givenname|firstname|forename)( c1)?$/],
  ['given-name', /^(middle|second)( ?names?)?$|^(fname) c2$|^mname$/],
  ['surname', /^(sur|last|family)( ?names?)?( c?1)?$|^(lname|surname|lastname)( c[12])?$/],
  ['ignore', /^(full name|first and surname)$/],
  [
    'name',
    /(बच्चे|बच्ची|बालक|बालिका|गुमशुदा|लड़के|लड़की|व्यक्ति) का नाम|मुलाचे नाव|^नाव$|^নাম$|শিশুর নাম|বাচ্চার নাম|^(குழந்தையின் )?பெயர்$|^(పిల్లవాడి )?పేరు$|^نام$|بچے کا نام|^નામ$|બાળકનું નામ|^(ಮಗುವಿನ )?ಹೆಸರು$|name of (the )?(child|person|missing|found|elector|candidate)|(child|person|victim|full|candidate|elector)(s| s)? ?name|^names?$|^naam$|^नाम$|^name /,
  ],
  ['sex', /^(sex|gender)\b|^(ling|लिंग|লিঙ্গ|பாலினம்|பால்|లింగం|جنس|લિંગ|ಲಿಂಗ)$/],
  [
    'birth-date',
    /birth ?da(te|y)|date ?of ?birth|^d ?o ?b\b|^dob|जन्म(?! ?स्थान)|জন্ম ?তারিখ|জন্মতারিখ|জন্মের তারিখ|பிறந்த|పుట్టిన|تاریخ پیدائش|જન્મ|ಹುಟ್ಟಿದ|ಜನ್ಮ/,
  ],
  ['birth-year', /^(birth ?year|year ?of ?birth|yob|by)$/],
  ['birth-month', /^(birth ?month|month ?of ?birth|bm)$/],
  ['birth-day', /^(day ?of ?birth|bd)$/],
  [
    'age-as-of',
    /^date$|^(date|day) (of|when) |(admission|rescue|rescued|fir|report|intake|entry|production|registration) (date|on)|missing since|since when|(गुम|लापता|मिलने|दर्ज|भर्ती|प्रवेश|बरामद).*(तारीख|दिनांक|तिथि)|^(तारीख|दिनांक|तिथि|তারিখ|தேதி|తేదీ|تاریخ|તારીખ|ದಿನಾಂಕ)$|age (as )?on\b|as (of|on)\b|reported on|report date|date of (report|missing|found)|(missing|found|last seen) (date|on)/,
  ],
  ['age', /\bage\b|umar|आयु|उम्र|^वय$|বয়স|বয়স|வயது|వయస్సు|వయసు|^عمر|ઉંમર|ವಯಸ್ಸು/],
  ['postcode', /post ?code|postal|^zip|^pin( ?code)?$|postcode/],
  ['telephone', /phone|mobile|^contact$|contact (no|num)|फ़ोन|फोन|दूरभाष|संपर्क|सम्पर्क|ফোন|மொபைல்|தொலைபேசி|ఫోన్|فون|ફોન|ಫೋನ್|ದೂರವಾಣಿ|^tel\b|मोबाइल/],
  ['email', /e ?mail/],
  ['street-number', /(street|house|flat|building|door) ?(no|num|number)\b/],
  ['identifier', /soc ?sec|ssn|national id|aadhaa?r|passport|voter|epic|licen[cs]e|fir no|fir number|nhs|id number|identifier/],
  ['state', /^(state|province|region|राज्य|st)$/],
  [
    'city',
    /^(city|town|suburb|municipality|district|dist|birth place|place of birth|जिला|ज़िला|जिल्हा|জেলা|மாவட்டம்|జిల్లా|ضلع|જિલ્લો|જીલ્લો|ಜಿಲ್ಲೆ|county)$/,
  ],
  ['address', /address|street|^addr|पता|locality|road/],
  [
    'place',
    /place|गाँव|गांव|ग्राम|^गाव$|थाना|গ্রাম|থানা|கிராமம்|ஊர்|గ్రామం|ఊరు|گاؤں|ગામ|ಗ್ರಾಮ|ಊರು|village|gram|police station|^ps$|thana|taluk|tehsil|block|mandal|home|ward/,
  ],
  ['occupation', /occupation|profession|^job\b|trade|employ/],
  ['text', /description|remarks|clothes|note/],
];

const plain = (header: string): string =>
  header
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();

/** From contents alone, for a header that says nothing. */
function byContents(name: string, values: readonly string[]): ColumnAspect | null {
  const told = values.filter((value) => value.trim() !== '').slice(0, 200);
  if (told.length < 5) return null;
  const share = (fits: (value: string) => boolean): number => told.filter(fits).length / told.length;
  if (share((value) => /^\S+@\S+\.\S+$/.test(value.trim())) > 0.8) return 'email';
  if (share((value) => /^(m|f|male|female|boy|girl)$/i.test(value.trim())) > 0.9) return 'sex';
  if (share((value) => /[-/.]/.test(value) && parseDate(value, false) !== null) > 0.8)
    return /\b(date|on|since|time)\b|तारीख|दिनांक|तिथि|समय/.test(name) ? 'age-as-of' : 'birth-date';
  if (share((value) => /^(\+?91)?[6-9]\d{9}$/.test(plainDigits(value).replace(/[\s-]/g, ''))) > 0.8) return 'telephone';
  return null;
}

function guessColumn(header: string, values: readonly string[]): Rule[0] | null {
  const name = plain(header);
  for (const [aspect, pattern] of rules) if (pattern.test(name)) return aspect;
  return byContents(name, values);
}

/** `full name` beside given name and surname says nothing new: it is read only when they are not there. */
function withoutRepeats(columns: Map<string, ColumnAspect>, header: readonly string[]): void {
  const aspects = new Set(columns.values());
  if (aspects.has('given-name') && aspects.has('surname')) {
    for (const [column, aspect] of columns) if (aspect === 'name') columns.delete(column);
  } else if (!aspects.has('name')) {
    const full = header.find((column) => plain(column) === 'full name');
    if (full) columns.set(full, 'name');
  }
  if (aspects.has('birth-date'))
    for (const [column, aspect] of columns) if (aspect === 'birth-year' || aspect === 'age') columns.delete(column);
  if (!new Set(columns.values()).has('age')) {
    for (const [column, aspect] of columns) if (aspect === 'age-as-of') columns.delete(column);
  }
}

/** A column called number or reference in which no value stands twice. */
function idByContents(
  header: readonly string[],
  sample: readonly (readonly string[])[],
  columns: ReadonlyMap<string, ColumnAspect>,
): string | null {
  const fits = (column: string, at: number): boolean => {
    const values = sample.map((row) => (row[at] ?? '').trim());
    return (
      /\b(id|no|number|ref|reference|code|key)$/.test(plain(column)) &&
      !columns.has(column) &&
      !values.includes('') &&
      new Set(values).size === values.length
    );
  };
  return header.find(fits) ?? null;
}

/** `sample`: some rows, each in the order of the header. */
export function guessMapping(header: readonly string[], sample: readonly (readonly string[])[]): FileMapping {
  const columns = new Map<string, ColumnAspect>();
  let id: string | null = null;
  let truth: string | null = null;
  header.forEach((column, at) => {
    const guess = guessColumn(
      column,
      sample.map((row) => row[at] ?? ''),
    );
    if (guess === 'id') id ??= column;
    else if (guess === 'truth') truth ??= column;
    else if (guess !== null && guess !== 'ignore') columns.set(column, guess);
  });
  id ??= idByContents(header, sample, columns);
  withoutRepeats(columns, header);
  return { id, truth, columns, ageAsOf: null };
}
