// Invalid messages of the conformance set: each one valid message with one thing wrong, and the reason that must be given for it.
import { type Reason, readTree, writeXml } from '../../src/modules/fir-exchange/messages/index.ts';
import { type Tree, picture, valid } from './valid.ts';

/** Who must refuse it: whoever reads the bytes, a validator of the published schemas, or only the rules of docs/exchange.md. */
export type RefusedBy = 'bytes' | 'schema' | 'rules';
export type Invalid = { name: string; content: string | Buffer; reason: Reason; path: string; by: RefusedBy };

const NOTHING = Symbol('taken out');

/** The tree with one value put at a pointer, or taken out. */
function changed(tree: unknown, pointer: string, value: unknown): unknown {
  const [, name, ...rest] = pointer.split('/');
  if (name === undefined) return value;
  const inner = rest.length > 0 ? `/${rest.join('/')}` : '';
  if (Array.isArray(tree)) return tree.map((item, index) => (String(index) === name ? changed(item, inner, value) : item));
  const { [name]: before, ...others } = tree as Tree;
  const after = changed(before, inner, value);
  return after === NOTHING ? others : { ...(tree as Tree), [name]: after };
}

const pretty = (tree: unknown): string => `${JSON.stringify(tree, null, 2)}\n`;

type Edit = [name: string, base: string, pointer: string, value: unknown, reason: Reason, by: RefusedBy, path?: string];

const child = '/body/children/0';
const edits: readonly Edit[] = [
  ['no-message-id', 'case-closed', '/messageId', NOTHING, 'missing', 'schema'],
  ['no-type', 'case-closed', '/type', NOTHING, 'missing', 'schema'],
  ['no-body', 'case-closed', '/body', NOTHING, 'missing', 'schema'],
  ['no-sequence', 'fir-of-one-child', '/sequence', NOTHING, 'missing', 'schema'],
  ['type-of-no-version', 'case-closed', '/type', 'Case.reopened', 'type-unknown', 'schema'],
  ['version-two', 'case-closed', '/version', 2, 'version-unknown', 'schema'],
  ['field-of-no-version', 'fir-of-one-child', `${child}/religion`, 'x', 'unknown-field', 'schema'],
  ['field-of-another-type', 'missing-person-traced', '/body/outcome', 'recovered', 'unknown-field', 'schema'],
  ['paper-of-a-nil-report', 'station-nil-report', '/sequence', 1, 'unknown-field', 'schema'],
  ['sequence-as-text', 'case-closed', '/sequence', '5', 'wrong-kind', 'schema'],
  ['year-as-fraction', 'case-closed', '/paper/year', 2026.5, 'wrong-kind', 'schema'],
  ['null-for-not-known', 'case-closed', '/body/details', null, 'wrong-kind', 'schema'],
  ['children-not-a-list', 'fir-of-one-child', '/body/children', { childNumber: 1 }, 'wrong-kind', 'schema'],
  ['message-id-in-capitals', 'case-closed', '/messageId', '0192F0A0-0000-7000-8000-00000000000B', 'form', 'schema'],
  ['station-by-name', 'case-closed', '/paper/station', 'Bantra PS', 'form', 'schema'],
  ['telephone-of-eight-digits', 'fir-of-one-child', '/body/informant/telephone', '+9105555012', 'form', 'schema'],
  ['two-sections-in-one', 'fir-of-one-child', '/body/actsAndSections/0/section', '137(2), 143', 'form', 'schema'],
  ['number-of-signs-alone', 'case-closed', '/paper/number', '-/-', 'form', 'schema'],
  ['empty-text', 'fir-of-one-child', '/rawNumber', '', 'empty', 'schema'],
  ['spaces-alone', 'fir-of-one-child', '/body/lastSeen/place', '   ', 'empty', 'schema'],
  ['name-too-long', 'fir-of-one-child', `${child}/names/0/text`, 'অ'.repeat(201), 'too-long', 'schema'],
  ['control-character', 'case-closed', '/body/details', 'a bell \u0007', 'character', 'schema'],
  ['act-by-name', 'fir-of-one-child', '/body/actsAndSections/0/act', 'Indian Penal Code', 'not-a-code', 'schema'],
  ['sex-by-letter', 'fir-of-one-child', `${child}/sex`, 'F', 'not-a-code', 'schema'],
  ['state-that-is-none', 'case-closed', '/paper/state', 'XX', 'not-a-code', 'schema'],
  ['thirtieth-of-february', 'fir-of-one-child', `${child}/birthDate`, '2014-02-30', 'not-a-day', 'schema'],
  ['day-the-other-way-round', 'fir-of-one-child', `${child}/birthDate`, '09-03-2014', 'not-a-day', 'schema'],
  ['time-without-zone', 'case-closed', '/eventAt', '2026-11-20T11:40:00', 'not-an-instant', 'schema'],
  ['time-of-another-zone', 'case-closed', '/sentAt', '2026-11-20T06:11:30-05:00', 'not-an-instant', 'schema'],
  ['age-of-an-adult', 'fir-of-two-children', `${child}/ageTo`, 19, 'out-of-range', 'schema'],
  ['sequence-zero', 'case-closed', '/sequence', 0, 'out-of-range', 'schema'],
  ['picture-not-base64', 'fir-of-one-child', `${child}/photograph/base64`, 'not*base64', 'not-base64', 'schema'],
  ['no-children', 'fir-of-one-child', '/body/children', [], 'too-few', 'schema'],
  ['eleven-languages', 'fir-of-one-child', `${child}/languages`, Array.from({ length: 11 }, () => 'bn'), 'too-many', 'schema'],
  ['last-seen-both-ways', 'fir-of-one-child', '/body/lastSeen/onlyDay', '2026-11-19', 'one-of-two', 'rules'],
  ['birth-and-age', 'fir-of-one-child', `${child}/ageFrom`, 12, 'one-of-two', 'rules', `${child}/birthDate`],
  ['no-age', 'fir-of-one-child', `${child}/birthDate`, NOTHING, 'age-missing', 'rules', `${child}/ageFrom`],
  ['age-wrong-way-round', 'fir-of-two-children', `${child}/ageFrom`, 12, 'wrong-way-round', 'rules', `${child}/ageTo`],
  ['height-wrong-way-round', 'fir-of-one-child', `${child}/heightTo`, 120, 'wrong-way-round', 'rules'],
  ['occurred-wrong-way-round', 'fir-of-one-child', '/body/occurredTo', '2026-11-18T00:00:00Z', 'wrong-way-round', 'rules'],
  ['born-after-last-seen', 'fir-of-one-child', `${child}/birthDate`, '2026-11-20', 'born-later', 'rules'],
  ['a-grown-up', 'fir-of-one-child', `${child}/birthDate`, '2008-11-19', 'not-a-child', 'rules'],
  ['two-children-of-one-number', 'fir-of-two-children', '/body/children/1/childNumber', 1, 'child-repeated', 'rules'],
  ['penal-code-after-its-end', 'fir-of-one-child', '/body/actsAndSections/0', { act: 'IPC', section: '363' }, 'act-not-in-force', 'rules', '/body/actsAndSections/0/act'],
  ['sanhita-before-its-day', 'fir-under-the-penal-code', '/body/actsAndSections/1', { act: 'BNSS', section: '173' }, 'act-not-in-force', 'rules', '/body/actsAndSections/1/act'],
  ['number-of-another-year', 'case-closed', '/paper/number', '412/2025', 'number-of-other-year', 'rules'],
  ['district-of-another-state', 'case-closed', '/paper/district', 'BR-SRN', 'district-elsewhere', 'rules'],
  ['picture-of-another-kind', 'fir-of-one-child', `${child}/photograph`, { mediaType: 'image/jpeg', base64: picture }, 'not-a-picture', 'rules', `${child}/photograph/base64`],
  ['nil-of-a-day-not-over', 'station-nil-report', '/body/day', '2026-11-20', 'day-not-over', 'rules'],
  ['corrects-itself', 'missing-person-corrected', '/corrects/messageId', '0192f0a0-0000-7000-8000-000000000007', 'corrects-itself', 'rules'],
]; // prettier-ignore

function ofEdit([name, base, pointer, value, reason, by, path = pointer]: Edit): Invalid {
  return { name: `${name}.json`, content: pretty(changed(valid[base], pointer, value)), reason, path, by };
}

const json = (name: string): string => JSON.stringify(valid[name]);

/** A valid message in XML, as the portal writes it. */
export function xmlOf(tree: Tree): string {
  const reading = readTree(JSON.parse(JSON.stringify(tree)));
  if (!reading.valid) throw new Error(`not valid: ${JSON.stringify(reading.flaws)}`);
  return writeXml(reading.message);
}

const xml = (name: string): string => xmlOf(valid[name]!);
const closing = xml('case-closed');
const fir = xml('fir-of-one-child');
/** Puts one text in place of another, which must be there. */
function put(text: string, before: string | RegExp, after: string): string {
  const result = text.replace(before, after);
  if (result === text) throw new Error(`nothing to put ${after} in place of`);
  return result;
}

const laughs = Array.from({ length: 9 }, (_, index) => `<!ENTITY lol${index + 1} "${`&lol${index};`.repeat(10)}">`).join('');
const head = '<?xml version="1.0" encoding="UTF-8"?>\n';

const inBytes: readonly Omit<Invalid, 'by'>[] = [
  { name: 'cut-short.json', content: json('case-closed').slice(0, -20), reason: 'json-broken', path: '' },
  { name: 'comma-at-the-end.json', content: json('case-closed').replace(/\}\}$/, ',}}'), reason: 'json-broken', path: '' },
  { name: 'name-twice.json', content: put(json('case-closed'), '"version":1,', '"version":1,"version":1,'), reason: 'name-repeated', path: '/version' },
  { name: 'too-deep.json', content: `${'{"body":'.repeat(40)}1${'}'.repeat(40)}`, reason: 'too-deep', path: `${'/body'.repeat(12)}` },
  { name: 'half-a-character.json', content: put(json('case-closed'), 'The child', '\\ud83d child'), reason: 'character', path: '/body/details' },
  { name: 'latin-1.json', content: Buffer.from(put(json('case-closed'), 'The child', 'Enqu\u{ea}te'), 'latin1'), reason: 'encoding', path: '' },
  { name: 'cut-short.xml', content: closing.slice(0, -20), reason: 'xml-broken', path: '' },
  { name: 'tags-crossed.xml', content: put(closing, '</outcome>', '</outcom>'), reason: 'xml-broken', path: '' },
  { name: 'two-roots.xml', content: `${closing}<more/>`, reason: 'xml-broken', path: '' },
  { name: 'utf-16-declared.xml', content: put(closing, 'UTF-8', 'UTF-16'), reason: 'xml-forbidden', path: '' },
  { name: 'external-entity.xml', content: put(put(closing, head, `${head}<!DOCTYPE x [<!ENTITY secret SYSTEM "file:///etc/passwd">]>\n`), 'The child', '&secret;'), reason: 'xml-forbidden', path: '' },
  { name: 'billion-laughs.xml', content: put(put(closing, head, `${head}<!DOCTYPE x [<!ENTITY lol0 "ha">${laughs}]>\n`), 'The child', '&lol9;'), reason: 'xml-forbidden', path: '' },
  { name: 'outer-document-type.xml', content: put(closing, head, `${head}<!DOCTYPE Case.closed SYSTEM "http://127.0.0.1/x.dtd">\n`), reason: 'xml-forbidden', path: '' },
  { name: 'entity-of-its-own.xml', content: put(closing, 'The child', '&nbsp;'), reason: 'xml-forbidden', path: '' },
  { name: 'processing-instruction.xml', content: put(closing, '<body>', '<?run it?><body>'), reason: 'xml-forbidden', path: '' },
  { name: 'too-deep.xml', content: `${head}${'<a>'.repeat(40)}${'</a>'.repeat(40)}`, reason: 'too-deep', path: '' },
]; // prettier-ignore

const inXml: readonly Omit<Invalid, 'by'>[] = [
  { name: 'no-namespace.xml', content: put(closing, / xmlns="[^"]+"/, ''), reason: 'namespace', path: '' },
  { name: 'another-namespace.xml', content: put(closing, 'exchange:1', 'exchange:2'), reason: 'namespace', path: '' },
  { name: 'type-of-no-version.xml', content: put(put(closing, '<Case.closed ', '<Case.reopened '), '</Case.closed>', '</Case.reopened>'), reason: 'type-unknown', path: '' },
  { name: 'type-disagrees.xml', content: put(closing, '<type>Case.closed', '<type>FIR.registered'), reason: 'type-disagrees', path: '/type' },
  { name: 'out-of-order.xml', content: put(closing, /( *<sentAt>.*\n)( *<eventAt>.*\n)/, '$2$1'), reason: 'order', path: '/sentAt' },
  { name: 'element-twice.xml', content: put(closing, /( *<sentAt>.*\n)/, '$1$1'), reason: 'name-repeated', path: '/sentAt' },
  { name: 'text-between.xml', content: put(closing, '<body>', '<body>closed'), reason: 'text-between', path: '/body' },
  { name: 'an-attribute.xml', content: put(closing, '<outcome>', '<outcome lang="en">'), reason: 'xml-forbidden', path: '/body/outcome' },
  { name: 'element-unknown.xml', content: put(closing, '<outcome>', '<court>Howrah</court><outcome>'), reason: 'unknown-field', path: '/body/court' },
  { name: 'item-of-another-name.xml', content: put(put(fir, '<language>bn<', '<tongue>bn<'), '</language>', '</tongue>'), reason: 'unknown-field', path: '/body/children/0/languages/0' },
  { name: 'not-a-number.xml', content: put(closing, /<sequence>\d+/, '<sequence>five'), reason: 'wrong-kind', path: '/sequence' },
  { name: 'yes-as-a-word.xml', content: put(fir, '<previousEpisodes>false', '<previousEpisodes>no'), reason: 'wrong-kind', path: '/body/previousEpisodes' },
  { name: 'no-such-day.xml', content: put(fir, '<birthDate>2014-03-09', '<birthDate>2014-02-30'), reason: 'not-a-day', path: '/body/children/0/birthDate' },
  { name: 'sex-by-letter.xml', content: put(fir, '<sex>female', '<sex>F'), reason: 'not-a-code', path: '/body/children/0/sex' },
  { name: 'empty-list.xml', content: put(fir, /<languages>[^]*<\/languages>/, '<languages/>'), reason: 'too-few', path: '/body/children/0/languages' },
]; // prettier-ignore

export const invalid: readonly Invalid[] = [
  ...edits.map(ofEdit),
  ...inBytes.map((one) => ({ ...one, by: 'bytes' as const })),
  ...inXml.map((one) => ({ ...one, by: 'schema' as const })),
  {
    name: 'penal-code-after-its-end.xml',
    content: put(fir, '<act>BNS<', '<act>IPC<'),
    reason: 'act-not-in-force',
    path: '/body/actsAndSections/0/act',
    by: 'rules',
  },
  { name: 'no-age.xml', content: put(fir, /<birthDate>.*\n/, '\n'), reason: 'age-missing', path: '/body/children/0/ageFrom', by: 'rules' },
];
