// The XML rendering is read as the little part of XML it is: nothing is fetched, nothing is expanded, and what two readers could read in two ways is refused.
import { describe, expect, test } from 'vitest';
import { seededRandom } from '../../../../seed/random.ts';
import { randomMessageOf } from '../../../../tests/exchange/random-message.ts';
import { readMessage, writeXml } from './index.ts';
import { elementsOf } from './xml-elements.ts';

const nil = randomMessageOf(seededRandom('a nil report'), 'Station.nilReport');
const good = writeXml(nil).replace(/\n *<corrects>[^]*<\/corrects>|\n *<words>[^]*<\/words>/g, '');
const bare = good.replace(/^<\?xml.*\?>\n/, '');

function reasonOf(text: string): string {
  const reading = readMessage(Buffer.from(text), 'application/xml');
  return reading.valid ? 'valid' : reading.flaws[0]!.reason;
}

const doctype = (inside: string): string => `<!DOCTYPE x ${inside}>${bare}`;
const laughs = Array.from({ length: 12 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`).join('');

describe('what may hurt a reader of XML', () => {
  test.each([
    ['a file of this machine', doctype('[<!ENTITY e SYSTEM "file:///etc/passwd">]').replace('WB-HWH', '&e;'), 'xml-forbidden'],
    ['an address within', doctype('[<!ENTITY e SYSTEM "http://127.0.0.1:1/">]').replace('WB-HWH', '&e;'), 'xml-forbidden'],
    ['a parameter entity', doctype('[<!ENTITY % e SYSTEM "http://127.0.0.1:1/x.dtd"> %e;]'), 'xml-forbidden'],
    ['an outer document type', doctype('SYSTEM "http://127.0.0.1:1/x.dtd"'), 'xml-forbidden'],
    ['a billion laughs', doctype(`[<!ENTITY l0 "ha">${laughs}]`).replace('WB-HWH', '&l12;'), 'xml-forbidden'],
    [
      'one long entity many times',
      doctype(`[<!ENTITY a "${'a'.repeat(50_000)}">]`).replace('WB-HWH', '&a;'.repeat(50_000)),
      'xml-forbidden',
    ],
    ['an entity nobody declared', bare.replace('WB-HWH', '&e;'), 'xml-forbidden'],
    ['a document type in small letters', `<!doctype x>${bare}`, 'xml-broken'],
    [
      'an inclusion',
      bare.replace('<body>', '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd"/><body>'),
      'namespace',
    ],
    ['a stylesheet', `<?xml-stylesheet href="http://127.0.0.1/x.xsl"?>${bare}`, 'xml-forbidden'],
    ['a hundred thousand elements deep', '<a>'.repeat(100_000), 'too-deep'],
    ['a hundred thousand elements side by side', `<a>${'<b/>'.repeat(100_000)}</a>`, 'too-large'],
    ['a hundred thousand attributes', `<a ${'b="" '.repeat(2)}/>`, 'xml-broken'],
    ['an unending comment', `${bare}<!--${' '.repeat(100_000)}`, 'xml-broken'],
    ['an unending tag', `<a${' '.repeat(100_000)}`, 'xml-broken'],
    ['a character XML has not', bare.replace('WB-HWH', '&#0;'), 'xml-broken'],
    ['half a character', bare.replace('WB-HWH', '&#xd800;'), 'xml-broken'],
    ['a character beyond Unicode', bare.replace('WB-HWH', '&#x110000;'), 'xml-broken'],
    ['a bare ampersand', bare.replace('WB-HWH', 'A & B'), 'xml-broken'],
    ['an unquoted attribute', bare.replace(/xmlns="[^"]+"/, 'xmlns=urn:vatsalya:exchange:1'), 'xml-broken'],
    ['text after the end', `${bare}x`, 'xml-broken'],
    ['the end of a CDATA section alone', bare.replace('WB-HWH', ']]>'), 'xml-broken'],
    ['a name from the prototype', bare.replace('<body>', '<__proto__>1</__proto__><body>'), 'unknown-field'],
  ])('%s', (_, text, reason) => expect(reasonOf(text)).toBe(reason));

  test('and the message they are made of is valid', () => expect([reasonOf(good), reasonOf(bare)]).toEqual(['valid', 'valid']));
});

test.each([
  ['with a prefix', bare.replace(/(<\/?)/g, '$1v:').replace('xmlns=', 'xmlns:v=')],
  ['with a comment', bare.replace('<body>', '<!-- sent by a test --><body>')],
  ['with CDATA', bare.replace(/<node>([^<]+)</, '<node><![CDATA[$1]]><')],
  ['with references by number', bare.replace(/<node>p/, '<node>&#112;').replace(/<node>g/, '<node>&#x67;')],
  ['with a hint where the schema is', bare.replace(' xmlns=', ' xmlns:i="http://www.w3.org/2001/XMLSchema-instance" i:schemaLocation="urn:vatsalya:exchange:1 messages.xsd" xmlns=')],
  ['on lines of another machine', good.replaceAll('\n', '\r\n')],
  ['with a byte order mark', `\u{feff}${good}`],
  ['with space around a number', bare.replace('<version>1<', '<version> 1\n<')],
])('other toolkits write it %s, and it reads the same', (_, text) => {
  expect(text).not.toBe(bare);
  const [other, plain] = [readMessage(Buffer.from(text), 'application/xml'), readMessage(Buffer.from(bare), 'application/xml')];
  expect(other).toEqual(plain);
}); // prettier-ignore

test.each([
  ['<a b="1" c=\'2\'>x<d/>y</a>', { name: 'a', attributes: [['b', '1'], ['c', '2']], text: 'xy', children: [{ name: 'd', attributes: [], text: '', children: [] }] }],
  ['<a>&lt;&gt;&amp;&quot;&apos;&#x61;&#98;</a>', { name: 'a', attributes: [], text: '<>&"\'ab', children: [] }],
  ['<a><![CDATA[<b>&amp;]]></a>', { name: 'a', attributes: [], text: '<b>&amp;', children: [] }],
  ['<अ>क</अ>', { name: 'अ', attributes: [], text: 'क', children: [] }],
])('%s', (text, root) => expect(elementsOf(text, 3)).toEqual({ root })); // prettier-ignore

test('as many attributes as a tool may write, and not one that serves to keep the reader busy', () => {
  const declaring = (many: number) => `<a ${Array.from({ length: many }, (_, at) => `xmlns:n${at}="u"`).join(' ')}/>`;
  expect([elementsOf(declaring(32), 3), elementsOf(declaring(33), 3)]).toEqual([expect.objectContaining({ root: expect.anything() }), { reason: 'xml-forbidden' }]);
  expect(reasonOf(declaring(90_000))).toBe('xml-forbidden'); // two megabytes, which took minutes
}); // prettier-ignore

test('work grows with the text, not with its square', () => {
  const hostile = [
    '<a '.repeat(40_000),
    `<a ${'x="'.repeat(40_000)}`,
    '<!--'.repeat(40_000),
    `<a>${'&'.repeat(100_000)}`,
    `<a>${']'.repeat(200_000)}</a>`,
  ];
  for (const text of hostile) expect(['xml-broken', 'xml-forbidden', 'valid', 'namespace']).toContain(reasonOf(text));
});
