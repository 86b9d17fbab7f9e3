// How texts that are not free are written: codes of places, numbers, telephones. Each pattern is read alike by ECMAScript and by XML Schema.
import type { Form } from './field.ts';

export const uuidForm: Form = {
  name: 'Uuid',
  pattern: '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}',
  says: 'a UUID in lower case',
};
export const nodeForm: Form = { name: 'NodeCode', pattern: '[a-z]{2,12}-[A-Z]{2}', says: 'a node, as "police-WB"' };
export const districtForm: Form = { name: 'DistrictCode', pattern: '[A-Z]{2}-[A-Z0-9]{1,9}', says: 'a district, as "WB-HWH"' };
export const officeForm: Form = {
  name: 'OfficeCode',
  pattern: '[A-Z]{2,5}-[A-Z]{2}(-[A-Z0-9]{1,9}){0,2}',
  says: 'an office, as "PS-WB-HWH-1"',
};
/** The number as the station writes it: letters and digits of any script of India, and what stands between them. */
export const numberForm: Form = {
  name: 'PaperNumber',
  pattern: '[\\p{L}\\p{M}\\p{Nd} /.,()#:_\\-]*[\\p{L}\\p{Nd}][\\p{L}\\p{M}\\p{Nd} /.,()#:_\\-]*',
  says: 'a number as the station writes it, as "0012/2026" or "१२"',
};
export const sectionForm: Form = {
  name: 'Section',
  pattern: '[1-9][0-9]{0,2}[A-Z]{0,2}(\\(([0-9]{1,2}[A-Za-z]?|[a-z]{1,4})\\)){0,3}',
  says: 'one section with its sub-sections, as "137(2)" or "363A"',
};
export const telephoneForm: Form = { name: 'Telephone', pattern: '\\+91[0-9]{10}', says: 'a telephone of India, as "+919830000000"' };

/** Written for both dialects; the calendar is asked besides. Years before 1950 and after 2099 are slips. */
export const dayPattern = '(19[5-9][0-9]|20[0-9]{2})-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])';
export const instantPattern = `${dayPattern}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]{1,3})?(Z|\\+05:30)`;
/** Without line breaks. */
export const base64Pattern = '([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{4}|[A-Za-z0-9+/]{3}=|[A-Za-z0-9+/]{2}==)';
