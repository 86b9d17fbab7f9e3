// The columns of a list of FIRs: one row is one child. What each may be headed with, in English and Hindi, beside the headings of the template.
import { type Locale, shippedLocales, translatorFor } from '../../../platform/i18n/index.ts';
import { type Cell, type Headings, fieldOf as fieldIn, simpleText } from '../../../platform/sheets/index.ts';

/** Those of the FIR, then those of the child, in the order of the template. */
export const firFields = [
  'station',
  'paperKind',
  'number',
  'year',
  'registeredOn',
  'registeredTime',
  'receivedOn',
  'sections',
  'informant',
  'relation',
  'telephone',
  'address',
  'lastSeenOn',
  'lastSeenTime',
  'lastSeenPlace',
  'lastSeenDistrict',
] as const;
export const childFields = [
  'childName',
  'sex',
  'age',
  'birthDate',
  'father',
  'mother',
  'height',
  'clothing',
  'marks',
  'circumstance',
  'details',
] as const;
export const fields = [...firFields, ...childFields] as const;
export type Field = (typeof fields)[number];
/** Without these a table is no list of FIRs. */
export const neededFields: readonly Field[] = ['number', 'childName'];

/** In order: the first whose word a heading holds. */
const headings: Headings<Field> = [
  ['birthDate', ['date of birth', 'birth date', 'dob', 'जन्म तिथि', 'जन्मतिथि', 'जन्म']],
  ['lastSeenTime', ['time last seen', 'time of missing', 'missing time', 'गुम होने का समय', 'लापता समय']],
  ['lastSeenOn', ['date last seen', 'last seen on', 'date of missing', 'missing date', 'missing since', 'गुम होने की तिथि', 'लापता तिथि']],
  [
    'lastSeenDistrict',
    ['district last seen', 'district of missing', 'missing district', 'district', 'गुम होने का जिला', 'जिला', 'ज़िला', 'जनपद'],
  ],
  ['lastSeenPlace', ['place last seen', 'place of missing', 'missing from', 'last seen', 'place', 'गुम होने का स्थान', 'स्थान', 'लापता स्थान']],
  ['registeredTime', ['fir time', 'time of fir', 'time', 'प्राथमिकी समय', 'समय']],
  ['receivedOn', ['information received', 'information date', 'reported on', 'date of report', 'सूचना तिथि', 'सूचना की तिथि']],
  ['registeredOn', ['fir date', 'date of fir', 'registration date', 'date', 'प्राथमिकी तिथि', 'दिनांक', 'तिथि']],
  ['year', ['year', 'वर्ष', 'सन']],
  ['paperKind', ['kind of paper', 'paper', 'type', 'प्रकार']],
  [
    'number',
    ['fir no', 'fir number', 'case no', 'crime no', 'gd no', 'gde', 'fir', 'प्राथमिकी संख्या', 'एफआईआर', 'मु अ सं', 'अपराध संख्या', 'प्राथमिकी'],
  ],
  ['sections', ['sections', 'section', 'acts', 'u s', 'धारा', 'धाराएँ', 'धाराएं']],
  ['station', ['police station', 'station', 'ps', 'थाना', 'थाने']],
  ['father', ['father', 'पिता']],
  ['mother', ['mother', 'माता']],
  ['relation', ['relation', 'relationship', 'संबंध', 'सम्बन्ध']],
  ['telephone', ['phone', 'telephone', 'mobile', 'contact', 'मोबाइल', 'फोन', 'फ़ोन', 'दूरभाष']],
  ['informant', ['informant', 'complainant', 'सूचनाकर्ता', 'वादी', 'शिकायतकर्ता']],
  ['sex', ['sex', 'gender', 'लिंग']],
  ['age', ['age', 'आयु', 'उम्र']],
  ['height', ['height', 'ऊँचाई', 'ऊंचाई', 'कद', 'लंबाई']],
  ['clothing', ['clothes', 'clothing', 'dress', 'wearing', 'वस्त्र', 'कपड़े', 'पहनावा']],
  ['marks', ['marks', 'identification', 'mark', 'पहचान', 'निशान']],
  ['circumstance', ['circumstance', 'परिस्थिति']],
  ['address', ['address', 'पता']],
  ['details', ['details', 'remarks', 'facts', 'विवरण', 'टिप्पणी']],
  ['childName', ['name of child', 'child name', 'child', 'name', 'बच्चे का नाम', 'बालक का नाम', 'नाम']],
];

export function columnWord(locale: Locale, field: Field): string {
  return translatorFor(locale)(`fir-lists.column.${field}`);
}

let ownHeadings: ReadonlyMap<string, Field> | undefined;

/** A heading as the template writes it, in any language it is given out in. */
function ofTemplate(text: string): Field | undefined {
  ownHeadings ??= new Map(
    shippedLocales.flatMap((locale) => fields.map((field): [string, Field] => [simpleText(columnWord(locale, field)), field])),
  );
  return ownHeadings.get(text);
}

export function fieldOf(cell: Cell | undefined): Field | undefined {
  return ofTemplate(simpleText(cell)) ?? fieldIn(headings, cell);
}
