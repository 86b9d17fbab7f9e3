// What a printed document costs: processor time of an order in each language, the first of a process, and of a table of a thousand rows. One form of figures.
import { parseArgs } from 'node:util';
import { type Figure, atMost, percentile, printFigures } from '../scripts/figures.ts';
import { instantFrom } from '../src/kernel/time.ts';
import { type Document, renderDocument } from '../src/platform/documents/index.ts';
import { type Locale, languages } from '../src/platform/i18n/index.ts';

const { values: options } = parseArgs({ options: { json: { type: 'boolean', default: false } } });
const ORDERS = 20;
const at = instantFrom('2026-11-24T10:35:00.000Z');

/** A few words of each language, made into an order of two pages. */
const words: Record<Locale, string> = {
  en: 'The child attends school each day.',
  hi: 'क्षत्रिय विद्यार्थी प्रतिदिन विद्यालय जाएगा।',
  mr: 'दुसऱ्या मुलांच्या संरक्षणार्थ आदेश.',
  bn: 'শিশু কল্যাণ সমিতির ত্রৈমাসিক প্রতিবেদন।',
  as: 'শিশুৰ সুৰক্ষাৰ বাবে আদেশ।',
  ta: 'குழந்தைகள் நலக் குழு ஆணை.',
  te: 'బాలల సంక్షేమ కమిటీ ఉత్తర్వు.',
  kn: 'ಮಕ್ಕಳ ಕಲ್ಯಾಣ ಸಮಿತಿಯ ಆದೇಶ.',
  ml: 'ശിശുക്ഷേമ സമിതിയുടെ ഉത്തരവ്.',
  gu: 'બાળ કલ્યાણ સમિતિનો આદેશ.',
  pa: 'ਬੱਚਿਆਂ ਦੀ ਭਲਾਈ ਕਮੇਟੀ ਦਾ ਹੁਕਮ।',
  or: 'ଶିଶୁ ମଙ୍ଗଳ ସମିତିର ଆଦେଶ।',
  ur: 'بچوں کی فلاح و بہبود کمیٹی کا حکم۔',
};

function order(language: Locale, rows: number, number: number): Document {
  const text = words[language];
  return {
    form: { number: '44', citation: 'JJ Model Rules 2016, r.82(1)' },
    title: text,
    reference: `FC-BR-2026-${number}`,
    date: '24 Nov 2026',
    parties: [{ role: text, name: text }],
    body: [
      { kind: 'paragraph', text: `${text} `.repeat(12) },
      { kind: 'definitions', rows: Array.from({ length: 8 }, (_, row) => ({ term: text, value: `${text} ${row}` })) },
      {
        kind: 'table',
        columns: ['No.', text],
        rows: Array.from({ length: rows }, (_, row) => [String(row), `${text} `.repeat((row % 4) + 1)]),
      },
      { kind: 'conditions', items: Array.from({ length: 6 }, () => `${text} `.repeat(3)) },
      { kind: 'signatures', of: [{ name: text, designation: text, signedAt: '24 Nov 2026, 16:05', textHash: 'SHA-256 9f86d081' }] },
    ],
    printed: { by: text, at, purpose: 'inquiry', caution: text },
  };
}

/** Milliseconds of a processor, of this thread and the one that sets. */
async function cost(document: Document, language: Locale): Promise<number> {
  const before = process.cpuUsage();
  await renderDocument(document, { language });
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

const rows: Figure[] = [atMost('order.first.cpu', await cost(order('hi', 8, 0), 'hi'), 'ms', 1, 1000)];
for (const language of Object.keys(languages) as Locale[]) {
  const costs: number[] = [];
  for (let number = 1; number <= ORDERS; number++) costs.push(await cost(order(language, 8, number), language));
  rows.push(atMost(`order.${language}.cpu.p95`, percentile(costs, 0.95), 'ms', ORDERS, 300));
}
rows.push(atMost('thousandRows.hi.cpu', await cost(order('hi', 1000, 0), 'hi'), 'ms', 1, 3000));
printFigures(rows, options.json ?? false);
