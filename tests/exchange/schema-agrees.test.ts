// The published schemas and the reader say the same of a message's shape: what one takes, the other takes, whatever is put in a message's place.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { isDay } from '../../src/kernel/time.ts';
import { type Reading, readMessage, readTree, writeXml } from '../../src/modules/fir-exchange/messages/index.ts';
import { rules } from '../../src/modules/fir-exchange/messages/rules.ts';
import { type Random, seededRandom } from '../../seed/random.ts';
import { randomMessage } from './random-message.ts';

type Holder = Record<string, unknown> | unknown[];
const CHANGES = 6_000;

/** What somebody may put where something else belongs. */
const junk: readonly unknown[] = [
  null, true, false, 0, 1, -1, 1.5, 21, 2100, 1e21, '', ' ', '\u00a0', 'x', ' fir ', 'fir', 'WB', '12', 'true', '2026-02-30', '2026-02-28', '1949-12-31', '2026-11-20T06:10:00Z',
  '2026-11-20T06:10:00+05:30', '2026-02-30T06:10:00Z', '2026-11-20T24:00:00Z', 'a\u0001b', '\ufffe', 'line\r\nline', '\ttab', '😀'.repeat(61), 'अ'.repeat(201), 'y'.repeat(9_000), [], {}, [[]],
  [1, 1], ['x'], { text: 'x' }, Array.from({ length: 31 }, () => ({ text: 'x' })), '0192f0a0-0000-7000-8000-000000000001', '+910555501234', 'PS-WB-HWH-1', 'police-WB', 'police-wb',
]; // prettier-ignore

/** Every object and list in the tree. */
function holdersIn(tree: unknown): Holder[] {
  if (typeof tree !== 'object' || tree === null) return [];
  return [tree as Holder, ...Object.values(tree).flatMap(holdersIn)];
}

/** One place of the tree is taken out, filled with something else, or added. */
function change(random: Random, tree: object): void {
  const holder = random.pick(holdersIn(tree));
  const name = random.pick(Object.keys(holder));
  const act = random.next();
  if (Array.isArray(holder)) holder[Number(name)] = random.pick(junk);
  else if (act < 0.2) delete holder[name];
  else if (act < 0.3) holder[random.pick(['x', 'constructor', '__proto', 'names', 'sequence', 'paper'])] = random.pick(junk);
  else holder[name] = random.pick(junk);
}

const ruleReasons: ReadonlySet<string> = new Set(rules.map(({ reason }) => reason));
/** Nothing is wrong with it but what a rule says, which no schema can. */
const hasShape = (reading: Reading): boolean => reading.valid || reading.flaws.every(({ reason }) => ruleReasons.has(reason));
const published = (name: string): string => readFileSync(join(import.meta.dirname, '../../contract/v1', name), 'utf8');

test(`JSON Schema: ${CHANGES} messages, each changed in one place`, { timeout: 180_000 }, () => {
  const schema = JSON.parse(published('message.schema.json')) as object;
  const isMoment = (text: string) => isDay(text.slice(0, 10));
  const accepts = new Ajv2020({ formats: { date: isDay, 'date-time': isMoment } }).compile(schema);
  const random = seededRandom('schema and reader');
  const apart: unknown[] = [];
  const counts = { taken: 0, refused: 0 };
  for (let count = 0; count < CHANGES; count++) {
    const tree = structuredClone(randomMessage(random)) as object;
    change(random, tree);
    const reading = readTree(tree);
    const shaped = hasShape(reading);
    counts[shaped ? 'taken' : 'refused'] += 1;
    if (shaped !== accepts(tree)) apart.push({ reader: reading.valid ? 'valid' : reading.flaws, schema: accepts.errors });
  }
  expect(apart.slice(0, 5)).toEqual([]);
  expect(Math.min(counts.taken, counts.refused)).toBeGreaterThan(500);
});

const XML_CHANGES = 1_200;
const otherText = ['', ' ', ' 1 ', '1', '01', '+1', '0', '21', '1.0', 'true', '1', 'x', 'fir', ' fir ', 'WB', '2026-02-30', '2026-02-28', '2026-11-20Z', '1949-12-31', '2026-11-20T06:10:00', '2026-11-20T06:10:00Z',
  '2026-11-20T06:10:00.1234Z', 'अ'.repeat(201), 'y'.repeat(9_000), '&lt;', '&#x41;', '<x/>', '<![CDATA[1]]>', '<!-- 1 -->', '+910555501234', 'PS-WB-HWH-1', 'police-WB', 'QUJD', 'QUJ', 'Q U J D']; // prettier-ignore

/** One line of the rendering is taken out, doubled, moved, given an attribute or filled with something else. */
function changedXml(random: Random, text: string): string {
  const lines = text.split('\n');
  const at = random.integer(1, lines.length - 2);
  const act = random.next();
  if (act < 0.1) return lines.toSpliced(at, 1).join('\n');
  if (act < 0.2) return lines.toSpliced(at, 0, lines[at]!).join('\n');
  if (act < 0.3)
    return lines
      .with(at, lines[at + 1]!)
      .with(at + 1, lines[at]!)
      .join('\n');
  if (act < 0.4) return lines.with(at, lines[at]!.replace(/<([\w.]+)/, random.pick(['<$1 lang="hi"', 'x<$1', '<other/><$1']))).join('\n');
  return lines
    .with(
      at,
      lines[at]!.replace(/>[^<]*</, () => `>${random.pick(otherText)}<`),
    )
    .join('\n');
}

test(`XML Schema: ${XML_CHANGES} messages, each changed in one place`, { timeout: 180_000 }, async () => {
  const random = seededRandom('schema and reader of XML');
  const texts = Array.from({ length: XML_CHANGES }, () => changedXml(random, writeXml(randomMessage(random))));
  const files = texts.map((contents, at) => ({ fileName: `m${at}.xml`, contents }));
  const schema = { fileName: 'messages.xsd', contents: published('messages.xsd') };
  const { rawOutput } = await validateXML({ xml: files, schema, initialMemoryPages: 1024, maxMemoryPages: 8192 });
  const lines = new Set(rawOutput.split('\n'));
  const accepted = texts.map((_, at) => lines.has(`m${at}.xml validates`));
  const shaped = texts.map((text) => hasShape(readMessage(Buffer.from(text), 'application/xml')));
  const apart = texts.filter((_, at) => accepted[at] !== shaped[at]);
  const said = (text: string) => {
    const name = `m${texts.indexOf(text)}.xml:`;
    return { schema: [...lines].filter((line) => line.startsWith(name)), reader: readMessage(Buffer.from(text), 'application/xml') };
  };
  expect(apart.slice(0, 5).map(said)).toEqual([]);
  expect(Math.min(accepted.filter(Boolean).length, accepted.filter((is) => !is).length)).toBeGreaterThan(100);
});
