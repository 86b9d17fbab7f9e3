// Valid messages of the conformance set: each type, names in scripts of India, the ways of writing that are taken. All people are invented.

export type Tree = { [name: string]: unknown };

const id = (number: number): string => `0192f0a0-0000-7000-8000-${String(number).padStart(12, '0')}`;
/** One white point. */
export const picture = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg==';

const bantra = { state: 'WB', district: 'WB-HWH', station: 'PS-WB-HWH-1' };
const sonepur = { state: 'BR', district: 'BR-SRN', station: 'PS-BR-SRN-1' };
const chennai = { state: 'TN', district: 'TN-CHN', station: 'PS-TN-CHN-1' };
const agra = { state: 'UP', district: 'UP-AGR', station: 'PS-UP-AGR-1' };
const ernakulam = { state: 'KL', district: 'KL-ERN', station: 'PS-KL-ERN-1' };

type Station = typeof bantra;

function paperOf(station: Station, number: string, kind = 'fir', year = 2026): Tree {
  return { kind, ...station, year, number };
}

/** The envelope in the version's order. */
function message(
  number: number,
  type: string,
  paper: Tree | null,
  sequence: number,
  at: { event: string; sent: string },
  body: Tree,
): Tree {
  const station = (paper ?? (body.station as Tree)) as Station;
  const ofPaper = paper && { paper, rawNumber: `CCTNS-${station.state}-${String(number).padStart(10, '0')}`, sequence };
  return {
    messageId: id(number),
    type,
    version: 1,
    node: `police-${station.state}`,
    sentAt: at.sent,
    eventAt: at.event,
    ...ofPaper,
    body,
  };
}

const clear = { event: '2026-11-20T06:10:00.000Z', sent: '2026-11-20T06:11:30.000Z' };

const rupa = {
  childNumber: 1,
  names: [
    { text: 'রূপা মণ্ডল', script: 'Beng' },
    { text: 'Rupa Mondal', script: 'Latn', alias: true },
    { text: 'টুনি', script: 'Beng', alias: true },
  ],
  fatherNames: [{ text: 'বিমল মণ্ডল', script: 'Beng' }],
  motherNames: [{ text: 'শেফালি মণ্ডল', script: 'Beng' }],
  sex: 'female',
  birthDate: '2014-03-09',
  ageBasis: 'document',
  heightFrom: 134,
  heightTo: 140,
  build: 'thin',
  complexion: 'wheatish',
  languages: ['bn', 'hi'],
  marks: [
    { kind: 'scar', site: 'forehead', side: 'left', words: 'A short scar above the eyebrow' },
    { kind: 'mole', site: 'chin' },
  ],
  clothing: 'Yellow frock, blue slippers, a steel bangle',
  disability: 'Hears little with the right ear',
  homeAddress: '12 Invented Lane, Bantra, Howrah',
  homeDistrict: 'WB-HWH',
  circumstance: 'trafficking-suspected',
  details: 'She left for school and did not come.\nA woman nobody knew was seen with her.',
  photograph: { mediaType: 'image/png', base64: picture, takenOn: '2026-01-26' },
};

const arjun = {
  childNumber: 1,
  names: [{ text: 'अर्जुन कुमार', script: 'Deva' }],
  fatherNames: [{ text: 'रमेश प्रसाद', script: 'Deva' }],
  sex: 'male',
  ageFrom: 9,
  ageTo: 10,
  ageBasis: 'told',
  circumstance: 'lost',
};

const firOfOne = message(1, 'FIR.registered', paperOf(bantra, '412'), 1, clear, {
  informationReceivedAt: '2026-11-20T05:20:00.000Z',
  registeredAt: '2026-11-20T06:10:00.000Z',
  occurredFrom: '2026-11-19T03:30:00.000Z',
  occurredTo: '2026-11-19T11:30:00.000Z',
  generalDiaryNumber: '983',
  generalDiaryAt: '2026-11-20T05:30:00.000Z',
  informationType: 'oral',
  source: 'walk-in',
  actsAndSections: [
    { act: 'BNS', section: '137(2)' },
    { act: 'BNS', section: '143' },
    { act: 'POCSO', section: '12' },
    { act: 'BNSS', section: '173' },
  ],
  placeOfOccurrence: { words: 'Lane behind the invented school, Bantra', district: 'WB-HWH', beat: '4', directionAndDistance: 'North-east, 2 km' },
  informant: { name: 'শেফালি মণ্ডল', relation: 'mother', telephone: '+910555501234', address: '12 Invented Lane, Bantra, Howrah' },
  accused: 'suspected',
  delayReason: 'The family searched with relatives first.',
  lastSeen: { at: '2026-11-19T03:30:00.000Z', place: 'Gate of the invented school', district: 'WB-HWH', with: 'An unknown woman in a green sari' },
  previousEpisodes: false,
  contents: 'The informant states that her daughter did not return & that a "didi" had promised work <far away>.',
  investigatingOfficer: { name: 'Inspector Kamal Sen', rank: 'Inspector', number: 'WB-4471', telephone: '+910555504471' },
  children: [rupa],
}); // prettier-ignore

const second = { ...arjun, childNumber: 2, names: [{ text: 'नंदू', script: 'Deva' }], ageFrom: 4, ageTo: 4 };
const firOfTwo = message(2, 'FIR.registered', paperOf(sonepur, '77'), 1, clear, {
  informationReceivedAt: '2026-11-20T05:40:00.000Z',
  registeredAt: '2026-11-20T06:10:00.000Z',
  actsAndSections: [{ act: 'BNS', section: '137(2)' }],
  lastSeen: { onlyDay: '2026-11-18', place: 'सोनपुर मेला, हाथी बाज़ार', district: 'BR-SRN' },
  children: [arjun, second],
});

const firOfThePast = message(
  3,
  'FIR.registered',
  paperOf(agra, '59', 'fir', 2023),
  1,
  { event: '2023-08-02T07:00:00.000Z', sent: '2026-11-20T06:11:30.000Z' },
  {
    informationReceivedAt: '2023-08-02T06:00:00.000Z',
    registeredAt: '2023-08-02T07:00:00.000Z',
    occurredFrom: '2023-08-01T10:00:00.000Z',
    actsAndSections: [
      { act: 'IPC', section: '363' },
      { act: 'CRPC', section: '154(1)' },
    ],
    lastSeen: { at: '2023-08-01T10:00:00.000Z', place: 'आगरा छावनी स्टेशन', district: 'UP-AGR' },
    children: [{ ...arjun, names: [{ text: 'شبانہ', script: 'Arab' }], sex: 'female', ageFrom: 13, ageTo: 13, circumstance: 'unknown' }],
  },
);

const diaryOnly = message(4, 'FIR.registered', paperOf(chennai, '31', 'general-diary'), 1, clear, {
  informationReceivedAt: '2026-11-20T06:00:00.000Z',
  registeredAt: '2026-11-20T06:10:00.000Z',
  actsAndSections: [{ act: 'JJA', section: '75' }],
  lastSeen: { place: 'Near the invented temple', district: 'TN-CHN' },
  children: [
    { childNumber: 1, names: [{ text: 'முருகன்', script: 'Taml' }], sex: 'male', ageTo: 15, ageBasis: 'apparent', circumstance: 'ran-away' },
  ],
});

const zero = message(5, 'FIR.zeroTransferred', paperOf(bantra, '9', 'zero-fir'), 2, clear, {
  transferredAt: '2026-11-20T06:10:00.000Z',
  to: sonepur,
  registeredAs: paperOf(sonepur, '78'),
  registeredAt: '2026-11-20T09:00:00.000Z',
  reason: 'The child was last seen at Sonepur.',
});

const updated = message(6, 'MissingPerson.updated', paperOf(bantra, '412'), 2, clear, {
  child: { ...rupa, heightFrom: 136, heightTo: 138, photograph: undefined, languages: ['bn'] },
  lastSeen: { at: '2026-11-19T04:00:00.000Z', place: 'Howrah station, platform 9', district: 'WB-HWH' },
});

const corrected = {
  ...message(7, 'MissingPerson.updated', paperOf(sonepur, '77'), 3, clear, {
    child: { ...second, names: [{ text: 'नंदू कुमार', script: 'Deva' }], ageTo: 5 },
  }),
  corrects: { messageId: id(2), reason: 'wrong-fact' },
};

const traced = message(8, 'MissingPerson.traced', paperOf(bantra, '412'), 3, clear, {
  childNumber: 1,
  tracedAt: '2026-11-20T06:00:00.000Z',
  condition: 'alive',
  place: 'കോഴിക്കോട് റെയിൽവേ സ്റ്റേഷൻ',
  district: 'KL-KZK',
  tracedBy: 'Railway police',
  circumstance: 'trafficking-suspected',
  inCareOf: 'cwc',
  details: 'In good health.',
});

const found = message(9, 'UnidentifiedChild.found', paperOf(ernakulam, '220', 'general-diary'), 1, clear, {
  foundAt: '2026-11-20T02:15:00.000Z',
  place: 'എറണാകുളം ജങ്ഷൻ, പ്ലാറ്റ്‌ഫോം 2',
  district: 'KL-ERN',
  with: 'Nobody',
  circumstances: 'Asleep on a bench.',
  broughtBy: 'railway-police',
  broughtByName: 'Constable Invented Nair',
  broughtByTelephone: '+910555507788',
  allegationOfOffence: false,
  treatment: 'Given water and food.',
  keptAt: 'CCI-KL-ERN-1',
  children: [
    {
      childNumber: 1,
      names: [{ text: 'ਗੁੱਡੀ', script: 'Guru', alias: true }],
      siblingNames: [{ text: 'ਬੱਬੂ' }],
      sex: 'female',
      ageFrom: 5,
      ageTo: 7,
      ageBasis: 'apparent',
      languages: ['pa'],
      homeAddress: 'A village with a big well',
      wordsRepeated: 'ਬਾਬਾ, ਵੱਡਾ ਖੂਹ',
      condition: 'Tired, unhurt',
      belongings: 'A cloth doll',
    },
  ],
});

const handedOver = message(10, 'Case.transferredToAHTU', paperOf(bantra, '412'), 4, clear, {
  transferredAt: '2026-11-20T06:10:00.000Z',
  unit: 'AHTU-WB-HWH',
  reason: 'trafficking-suspected',
  words: 'A second child of the same school is missing.',
  childNumbers: [1],
});

const closed = message(11, 'Case.closed', paperOf(bantra, '412'), 5, clear, {
  closedAt: '2026-11-20T06:10:00.000Z',
  outcome: 'recovered',
  finalReportNumber: '412/2026/FR',
  details: 'The child is with the Committee.',
});

const nil = message(12, 'Station.nilReport', null, 0, clear, { station: chennai, day: '2026-11-19', reason: 'no-case' });
const nilInWords = message(13, 'Station.nilReport', null, 0, clear, {
  station: agra,
  day: '2026-11-18',
  reason: 'link-down',
  words: 'तीन दिन से लाइन बंद थी।',
});

export const valid: Readonly<Record<string, Tree>> = {
  'fir-of-one-child': firOfOne,
  'fir-of-two-children': firOfTwo,
  'fir-under-the-penal-code': firOfThePast,
  'fir-diary-entry-alone': diaryOnly,
  'zero-fir-transferred': zero,
  'missing-person-updated': updated,
  'missing-person-corrected': corrected,
  'missing-person-traced': traced,
  'unidentified-child-found': found,
  'case-transferred-to-ahtu': handedOver,
  'case-closed': closed,
  'station-nil-report': nil,
  'station-nil-report-in-words': nilInWords,
};

/** Ways of writing that are taken though the portal does not write so: Indian time, Indian digits, a year after the number, CRLF, space at the ends. */
export const otherWriting: Tree = {
  ...message(14, 'Case.closed', paperOf(bantra, ' ०४१२/२०२६ '), 6, { event: '2026-11-20T11:40:00+05:30', sent: '2026-11-20T11:41:30.5+05:30' }, {
    closedAt: '2026-11-20T06:10:00Z',
    outcome: 'charge-sheet',
    details: ' First line\r\nsecond line ',
  }),
}; // prettier-ignore
