// The code lists of version 1. Written out here, not taken from the portal's own lists: what is published must not change when the portal's forms do.
// A test keeps each one equal to, or inside, the list the portal's form takes.
import type { CodeList } from './field.ts';

function codeList<Code extends string>(name: string, codes: Record<Code, string>): CodeList<Code> {
  return { name, codes };
}

export const stateCodes = codeList('StateCode', {
  AN: 'Andaman and Nicobar Islands', AP: 'Andhra Pradesh', AR: 'Arunachal Pradesh', AS: 'Assam', BR: 'Bihar', CG: 'Chhattisgarh',
  CH: 'Chandigarh', DH: 'Dadra and Nagar Haveli and Daman and Diu', DL: 'Delhi', GA: 'Goa', GJ: 'Gujarat', HP: 'Himachal Pradesh',
  HR: 'Haryana', JH: 'Jharkhand', JK: 'Jammu and Kashmir', KA: 'Karnataka', KL: 'Kerala', LA: 'Ladakh', LD: 'Lakshadweep',
  MH: 'Maharashtra', ML: 'Meghalaya', MN: 'Manipur', MP: 'Madhya Pradesh', MZ: 'Mizoram', NL: 'Nagaland', OD: 'Odisha', PB: 'Punjab',
  PY: 'Puducherry', RJ: 'Rajasthan', SK: 'Sikkim', TN: 'Tamil Nadu', TR: 'Tripura', TS: 'Telangana', UK: 'Uttarakhand',
  UP: 'Uttar Pradesh', WB: 'West Bengal',
}); // prettier-ignore

export const paperKinds = codeList('PaperKind', {
  fir: 'First information report',
  'zero-fir': 'First information report of a place another station has charge of (BNSS s.173(1))',
  'general-diary': 'Entry of the general diary (daily diary, station diary) where no FIR was registered',
});

export const correctionReasons = codeList('CorrectionReason', {
  clerical: 'A slip in writing or typing',
  'wrong-fact': 'What was told turned out wrong',
  'wrong-child': 'It was said of the wrong child',
  'wrong-paper': 'It was said of the wrong FIR or entry',
  'court-order': 'A court or Committee ordered it',
});

export const informationTypes = codeList('InformationType', { written: 'Given in writing', oral: 'Told, and taken down' });

export const sources = codeList('Source', {
  'walk-in': 'Told at the station',
  telephone: 'Told by telephone (112 or the station)',
  'citizen-door': 'Reported by a citizen at a portal',
  childline: 'Told by Childline 1098',
  railway: 'Told by railway police or protection force',
  'other-station': 'Sent by another station',
});

export const accusedKinds = codeList('AccusedKind', { known: 'Known', suspected: 'Suspected', unknown: 'Unknown' });

export const sexes = codeList('Sex', { female: 'Female', male: 'Male', third: 'Third gender', unknown: 'Not known' });

export const ageBases = codeList('AgeBasis', {
  document: 'A document says it',
  medical: 'A medical finding',
  told: 'Somebody told it',
  apparent: 'How the child looks',
});

/** ISO 15924. */
export const scripts = codeList('Script', {
  Latn: 'Latin', Deva: 'Devanagari', Beng: 'Bengali and Assamese', Guru: 'Gurmukhi', Gujr: 'Gujarati', Orya: 'Odia', Taml: 'Tamil',
  Telu: 'Telugu', Knda: 'Kannada', Mlym: 'Malayalam', Arab: 'Arabic (Urdu, Kashmiri, Sindhi)', Olck: 'Ol Chiki', Mtei: 'Meetei Mayek',
}); // prettier-ignore

/** ISO 639. */
export const languages = codeList('Language', {
  hi: 'Hindi', bn: 'Bengali', mr: 'Marathi', te: 'Telugu', ta: 'Tamil', gu: 'Gujarati', ur: 'Urdu', kn: 'Kannada', or: 'Odia',
  ml: 'Malayalam', pa: 'Punjabi', as: 'Assamese', mai: 'Maithili', bho: 'Bhojpuri', sat: 'Santali', ks: 'Kashmiri', ne: 'Nepali',
  sd: 'Sindhi', doi: 'Dogri', kok: 'Konkani', mni: 'Manipuri', brx: 'Bodo', en: 'English', tcy: 'Tulu', gon: 'Gondi',
}); // prettier-ignore

export const builds = codeList('Build', { thin: 'Thin', medium: 'Medium', stout: 'Stout' });
export const complexions = codeList('Complexion', { fair: 'Fair', wheatish: 'Wheatish', dusky: 'Dusky', dark: 'Dark' });

export const markKinds = codeList('MarkKind', {
  scar: 'Scar', burn: 'Burn', mole: 'Mole', tattoo: 'Tattoo', birthmark: 'Birthmark', leucoderma: 'Leucoderma',
  'missing-finger': 'Missing finger', squint: 'Squint', 'cleft-lip': 'Cleft lip', limp: 'Limp', 'pierced-nose': 'Pierced nose',
  amputation: 'Amputation', other: 'Another mark: say it in words',
}); // prettier-ignore

export const markSites = codeList('MarkSite', {
  face: 'Face', forehead: 'Forehead', cheek: 'Cheek', chin: 'Chin', eye: 'Eye', ear: 'Ear', neck: 'Neck', chest: 'Chest', back: 'Back',
  stomach: 'Stomach', arm: 'Arm', forearm: 'Forearm', hand: 'Hand', thigh: 'Thigh', leg: 'Leg', foot: 'Foot',
}); // prettier-ignore

export const bodySides = codeList('BodySide', { left: "The child's left", right: "The child's right" });

/** The circumstance codes of the CCTNS missing-person form. */
export const circumstances = codeList('Circumstance', {
  'ran-away': 'Ran away',
  lost: 'Lost the way or the company',
  abducted: 'Kidnapped or abducted',
  'trafficking-suspected': 'Trafficking is suspected',
  elopement: 'Elopement',
  'left-for-work': 'Left for work',
  'family-dispute': 'A quarrel in the family',
  'school-stress': 'Trouble at school or an examination',
  disaster: 'A disaster',
  abandoned: 'Abandoned',
  unknown: 'Not known',
});

export const pictureTypes = codeList('PictureType', { 'image/jpeg': 'JPEG', 'image/png': 'PNG', 'image/webp': 'WebP' });

export const broughtBy = codeList('BroughtBy', {
  police: 'Police', 'railway-police': 'Railway police or protection force', childline: 'Childline', citizen: 'A citizen',
  hospital: 'A hospital', 'labour-inspector': 'A labour inspector', ngo: 'A voluntary organisation', self: 'The child came alone',
}); // prettier-ignore

export const tracedConditions = codeList('TracedCondition', { alive: 'Alive', deceased: 'No longer alive' });

export const careKinds = codeList('CareKind', {
  family: 'With the family',
  police: 'With the police',
  cwc: 'Before a Child Welfare Committee',
  'children-home': 'In a child care institution',
  hospital: 'In hospital',
  'not-recovered': 'Seen or located, not yet in hand',
});

export const handoverReasons = codeList('HandoverReason', {
  'four-months': 'Not traced within four months of the FIR',
  'trafficking-suspected': 'Trafficking is suspected',
  'court-order': 'A court ordered it',
  other: 'Another reason: say it in words',
});

export const closings = codeList('Closing', {
  recovered: 'The child was recovered',
  'charge-sheet': 'A charge-sheet was filed',
  untraced: 'An untraced report was filed in court. The portal goes on looking: this is no end there',
  'false-report': 'The report was false',
  cancelled: 'The FIR was cancelled or quashed',
});

export const nilReasons = codeList('NilReason', {
  'no-case': 'No child was reported missing or found that day, and the station looked',
  'link-down': 'The station could not send: what it has follows',
  'station-closed': 'The station was closed or moved that day',
});
