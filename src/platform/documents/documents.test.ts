// A printed document in every script: the words come back out of it, the letters are joined as in a browser, rows stay whole, and its time holds.
import { describe, expect, test } from 'vitest';
import { type Band, type Drawn, bandsOf, drawnPage, linesOf, textOf } from '../../../tests/documents/read-pdf.ts';
import { instantFrom, milliseconds } from '../../kernel/time.ts';
import type { Locale } from '../i18n/index.ts';
import type { Document } from './document.ts';
import { readFonts } from './fonts.ts';
import { renderDocument } from './index.ts';
import { givenToTypesetter } from './render.ts';
import { makeTypesetter } from './typesetter.ts';

const at = instantFrom('2026-11-24T10:35:00.000Z');

function paper(change: Partial<Document> = {}): Document {
  const printed = { by: 'R. Das, Saran', at, purpose: 'inquiry', caution: 'Confidential.' };
  return { form: null, title: 'Order', reference: 'F-1', date: '24 Nov 2026', parties: [], body: [], printed, ...change };
}

/** Width and height of the ink in ems, as Chromium measures them (canvas measureText, the same Noto files). */
const sentences: [Locale, string, number, number][] = [
  ['en', 'Copy of the FIR: “Asha”, officially fit — No. 12/2026', 23.299, 1.01],
  ['hi', 'क्षत्रिय श्रृंगार र्कि कर्तृत्व विद्यार्थी द्वितीय हृदय', 15.269, 1.18],
  ['mr', 'दुसऱ्या मुलांच्या संरक्षणार्थ', 9.11, 1.19],
  ['bn', 'ক্ষ স্ত্র্য কৌ র্কি শিশু কল্যাণ র‍্যাব ত্রৈমাসিক', 15.87, 1.055],
  ['as', 'ৰ্ক ক্ষ অসমীয়া শিশুৰ সুৰক্ষা', 10.661, 1.16],
  ['ta', 'கௌ ஸ்ரீ க்ஷ குழந்தைகள் நலக் குழு கொ', 21.437, 1.18],
  ['te', 'క్ష్మి స్త్రీ బాలల సంక్షేమ కమిటీ', 10.365, 1.34],
  ['kn', 'ರ್ಕ ಕ್ಷ್ಮಿ ಮಕ್ಕಳ ಕಲ್ಯಾಣ ಸಮಿತಿ ಸ್ತ್ರೀ', 12.634, 1.33],
  ['ml', 'ക്ഷ്യ ശിശുക്ഷേമ സമിതി സ്ത്രീ കൊ ന്റെ', 19.235, 1.2],
  ['gu', 'ક્ષ ર્કિ બાળ કલ્યાણ સમિતિ શ્રી દ્વ', 11.478, 1.05],
  ['pa', 'ਸ੍ਰੀ ਬੱਚਿਆਂ ਦੀ ਭਲਾਈ ਕਮੇਟੀ ਪ੍ਰਿ', 10.798, 1.18],
  ['or', 'କ୍ଷ ର୍କି ଶିଶୁ ମଙ୍ଗଳ ସମିତି ସ୍ତ୍ରୀ', 9.837, 1.21],
  ['ur', 'نستعلیق بچوں کی فلاح و بہبود کمیٹی ہے۔', 14.179, 2.353],
];

const BODY_SIZE = 10.5;
const SCALE = 4;

/** The ink of the one sentence, which stands between the rule under the title block and that of the footer. */
function sentenceIn(drawn: Drawn): { width: number; height: number } {
  const bands = bandsOf(drawn);
  const rules = [...bands.keys()].filter((at) => isRule(bands[at]!, drawn));
  const between = bands.slice(rules[0]! + 1, rules[1]);
  const [left, right] = [Math.min(...between.map((band) => band.left)), Math.max(...between.map((band) => band.right))];
  const em = BODY_SIZE * SCALE;
  return { width: (right - left + 1) / em, height: (between.at(-1)!.bottom - between[0]!.top + 1) / em };
}

function isRule({ top, bottom, left, right }: Band, { width }: Drawn): boolean {
  return bottom - top < 5 && right - left > width / 2;
}

/** How far from Chromium's width and height, as parts of them; the larger. */
function apart({ width, height }: { width: number; height: number }, asWide: number, asHigh: number): number {
  return Math.max(Math.abs(width / asWide - 1), Math.abs(height / asHigh - 1) / 2); // a point more or less is 3% of a height
}

/** The same typefaces with the tables that join and place letters called by names nobody looks for. */
function withoutShaping(font: Buffer): Buffer {
  const plain = Buffer.from(font);
  for (let at = 0; at < plain.readUInt16BE(4); at++) {
    const tag = 12 + 16 * at;
    if (['GSUB', 'GPOS'].includes(plain.toString('latin1', tag, tag + 4))) plain.write('XXXX', tag, 'latin1');
  }
  return plain;
}

describe('letters', () => {
  const unshaped = makeTypesetter(readFonts().map(withoutShaping));
  const only = (text: string) => paper({ body: [{ kind: 'paragraph', text }] });

  test.each(sentences)('%s is drawn as wide and as high as a browser draws it', async (language, text, asWide, asHigh) => {
    const drawn = sentenceIn(await drawnPage(await renderDocument(only(text), { language }), SCALE));
    expect(apart(drawn, asWide, asHigh)).toBeLessThan(0.02);
    if (language === 'en') return;
    const control = unshaped(givenToTypesetter(only(text), language), milliseconds(at) / 1000);
    expect(apart(sentenceIn(await drawnPage(control, SCALE)), asWide, asHigh)).toBeGreaterThan(0.04);
  });

  test.each(sentences)('%s can be copied and searched', async (language, text) => {
    const [page] = await textOf(await renderDocument(only(text), { language }));
    const bare = (words: string) => words.replace(/\p{Cf}/gu, '').normalize('NFC');
    // Nastaliq slopes, and a PDF has no way to say that letters at different heights are one word: see decision 0031.
    if (language === 'ur') return;
    for (const word of bare(text).split(' ')) expect(page).toContain(word);
    if (language === 'bn' || language === 'as') return; // there a raised sign may be copied twice
    const unspaced = (words: string) => words.replaceAll(' ', ''); // one after a raised sign may be lost
    expect(unspaced(page!)).toContain(unspaced(bare(text)));
  });
});

test('what is typed is text, whatever it would mean to the typesetter', async () => {
  const text = '#read("document.typ") *bold* $x^2$ <label> @ref \\ // rest -- "quoted" #{ panic() }';
  const [page] = await textOf(await renderDocument(paper({ body: [{ kind: 'paragraph', text }] }), { language: 'en' }));
  expect(page).toContain(text);
});

test('says which form it is, who printed it, when and why, on every page', async () => {
  const form = { number: '17', citation: 'JJ Model Rules 2016, r.18(2)' };
  const body = Array.from({ length: 60 }, () => ({ kind: 'paragraph', text: 'A line.' }) as const);
  const pages = await textOf(await renderDocument(paper({ form, body }), { language: 'en' }));
  expect(pages.length).toBeGreaterThan(1);
  expect(pages[0]).toContain('Form 17 JJ Model Rules 2016, r.18(2) Order');
  for (const [number, page] of pages.entries()) {
    expect(page).toContain(`Page ${number + 1} of ${pages.length}`);
    expect(page).toContain('Printed by R. Das, Saran on 24 Nov 2026, 16:05. Purpose: inquiry. Confidential.');
  }
});

test('a table says its columns on every page and tears no row', async () => {
  const rows = Array.from({ length: 90 }, (_, at) => [`first${at}`, `${'word '.repeat((at % 9) * 20)}last${at}`]);
  const pages = await textOf(
    await renderDocument(paper({ body: [{ kind: 'table', columns: ['Article', 'Remark'], rows }] }), { language: 'en' }),
  );
  expect(pages.length).toBeGreaterThan(3);
  for (const page of pages) expect(page).toContain('Article Remark');
  for (const at of rows.keys()) {
    const page = pages.find((text) => text.split(' ').includes(`first${at}`));
    expect(page?.split(' ')).toContain(`last${at}`);
  }
});

test('a row longer than a page goes on over the next, to its last word', async () => {
  const rows = [['1', `${'word '.repeat(1500)}end`]];
  const pages = await textOf(
    await renderDocument(paper({ body: [{ kind: 'table', columns: ['No.', 'Remark'], rows }] }), { language: 'en' }),
  );
  expect(pages.length).toBeGreaterThan(1);
  expect(pages.join(' ')).toContain('word end');
});

test('a word longer than its column breaks, and nothing is printed in the margin', async () => {
  const long = 'क्षत्रिय'.repeat(30);
  const body: Document['body'] = [
    { kind: 'paragraph', text: 'x'.repeat(300) },
    { kind: 'definitions', rows: [{ term: 'y'.repeat(100), value: long }] },
    { kind: 'table', columns: ['a', 'b', 'c'], rows: [['z'.repeat(90), 'w'.repeat(90), long]] },
  ];
  const drawn = await drawnPage(await renderDocument(paper({ body }), { language: 'en' }), 1);
  const [margin, right] = [56, 595 - 56];
  for (const band of bandsOf(drawn)) {
    expect(band.left).toBeGreaterThanOrEqual(margin - 1);
    expect(band.right).toBeLessThanOrEqual(right + 1);
  }
});

/** A plan's grid: short, long and very long answers, and days. */
const grid = (words: { need: string; said: string; when: string }): Document['body'] => [
  { kind: 'table', columns: ['A', 'B', 'C', 'D', 'E', 'F'], rows: Array.from({ length: 9 }, () => [words.need, words.said, words.said.repeat(4), words.said, words.said, words.when]) }, // prettier-ignore
];
const tamil = {
  need: 'கல்வி',
  said: 'குடும்பம் இடம்பெயரும் முன் அவள் நான்காம் வகுப்பில் படித்தாள், ',
  when: 'ஆற்றுப்படுத்தல்; நடவடிக்கையும் 24 டிச., 2026',
};

test('in a narrow column a day stays on one line, and no word runs over the border', async () => {
  const pdf = await renderDocument(paper({ body: grid(tamil) }), { language: 'ta' });
  expect((await linesOf(pdf)).filter((line) => line.includes('24 டிச., 2026'))).toHaveLength(9);
  for (const band of bandsOf(await drawnPage(pdf, 1))) expect(band.right).toBeLessThanOrEqual(595 - 56 + 1);
});

test('a column of sentences is given the room a column of days does not need', async () => {
  const row = ['Education', 'She wants to go to school again. '.repeat(8), '24 Nov 2026', 'Good progress'];
  const body: Document['body'] = [{ kind: 'table', columns: ['Need', 'Plan', 'On', 'Outcome'], rows: Array.from({ length: 6 }, () => row) }]; // prettier-ignore
  expect(await textOf(await renderDocument(paper({ body }), { language: 'en' }))).toHaveLength(1);
});

test.each(['en', 'te', 'ur'] as const)('the foot of a page in %s stays on it, however much it says', async (language) => {
  const word = { en: 'Committee', te: 'క్ష్మి స్త్రీ', ur: 'بچوں کی فلاح' }[language];
  const printed = { by: `${word} `.repeat(8), at, purpose: `${word} `.repeat(4), caution: `${word} `.repeat(14) };
  const drawn = await drawnPage(await renderDocument(paper({ printed }), { language }), 1);
  expect(bandsOf(drawn).at(-1)!.bottom).toBeLessThan(drawn.height - 12);
});

test('an empty document is a page, and an empty answer a line to write on', async () => {
  const body: Document['body'] = [
    { kind: 'definitions', rows: [{ term: 'Age', value: '' }] },
    { kind: 'table', columns: ['Article'], rows: [] },
    { kind: 'conditions', items: [] },
    { kind: 'signatures', of: [{ name: '', designation: 'Member', signedAt: null, textHash: null }] },
  ];
  expect(await textOf(await renderDocument(paper({ title: '', reference: '', date: '' }), { language: 'hi' }))).toHaveLength(1);
  expect((await textOf(await renderDocument(paper({ body }), { language: 'en' })))[0]).toContain('Signature Member');
});

test('the same document is the same bytes; another moment of printing is not', async () => {
  const first = await renderDocument(paper(), { language: 'en' });
  expect(Buffer.compare(first, await renderDocument(paper(), { language: 'en' }))).toBe(0);
  const later = paper({ printed: { ...paper().printed, at: instantFrom('2026-11-24T10:36:00.000Z') } });
  expect(Buffer.compare(first, await renderDocument(later, { language: 'en' }))).not.toBe(0);
});

test('an Urdu document runs from the right', async () => {
  const document = paper({ body: [{ kind: 'paragraph', text: 'نستعلیق' }] });
  const drawn = await drawnPage(await renderDocument(document, { language: 'ur' }), 1);
  const bands = bandsOf(drawn);
  expect(bands[bands.findIndex((band) => isRule(band, drawn)) + 1]!.left).toBeGreaterThan(400);
});

test('fifty pages are set while the door goes on answering', async () => {
  const rows = Array.from({ length: 1000 }, (_, at) => [String(at), 'वस्त्र', 'Remark '.repeat((at % 7) * 3 + 4)]);
  let turns = 0;
  const turning = setInterval(() => turns++, 1);
  const pdf = await renderDocument(paper({ body: [{ kind: 'table', columns: ['No.', 'Article', 'Remark'], rows }] }), { language: 'en' });
  clearInterval(turning);
  expect((await textOf(pdf)).length).toBeGreaterThanOrEqual(45);
  expect(turns).toBeGreaterThan(20);
});

test('a document that cannot be set is a fault of its own: those beside it and after it are set', async () => {
  const impossible = paper({ body: [{ kind: 'no-such-block', text: 'Asha Kumari' } as never] });
  const [fault, beside] = await Promise.allSettled([
    renderDocument(impossible, { language: 'en' }),
    renderDocument(paper(), { language: 'en' }),
  ]);
  expect(fault).toMatchObject({ status: 'rejected', reason: expect.any(Error) });
  expect(String((fault as PromiseRejectedResult).reason)).not.toContain('Asha'); // a log may keep it
  expect(beside.status).toBe('fulfilled');
  expect((await renderDocument(paper(), { language: 'en' })).length).toBeGreaterThan(1000);
});
