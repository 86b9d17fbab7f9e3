// The published contract: its files are current; its conformance messages are read as the list says, and the published schemas agree wherever a schema can.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { contractFiles } from '../../scripts/contract/files.ts';
import { withTables } from '../../scripts/contract/page.ts';
import { isDay } from '../../src/kernel/time.ts';
import {
  contentDigest,
  isOfPaper,
  mediaTypes,
  paperKey,
  readMessage,
  reasons,
  version1,
  writeXml,
} from '../../src/modules/fir-exchange/messages/index.ts';
import { MOST_BYTES } from '../../src/modules/fir-exchange/exchange.ts';
import { MOST_MESSAGES } from '../../src/modules/fir-exchange/inbox/finding.ts';
import { settlingReasons } from '../../src/modules/fir-exchange/messages/settling-reasons.ts';
import { elementsOf } from '../../src/modules/fir-exchange/messages/xml-elements.ts';
import { seededRandom } from '../../seed/random.ts';
import { randomMessage, randomMessageOf } from './random-message.ts';

const folder = join(import.meta.dirname, '../../contract/v1');
const published = (path: string): Buffer => readFileSync(join(folder, path));
const json = (path: string): Record<string, unknown> => JSON.parse(published(path).toString('utf8')) as Record<string, unknown>;

describe('the files', () => {
  const files = contractFiles();
  test('are as the version has them (npm run contract writes them)', () => {
    const stale = [...files].filter(([path, content]) => !published(path).equals(Buffer.from(content))).map(([path]) => path);
    expect(stale).toEqual([]);
  });

  test('and no message of the set is left over', () => {
    const there = readdirSync(join(folder, 'conformance'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
    expect(there.toSorted()).toEqual([...files.keys()].filter((path) => path.startsWith('conformance/')).toSorted());
  });
});

/** The code of the exchange outside its contract, as text. */
const exchangeFolder = join(import.meta.dirname, '../../src/modules/fir-exchange');
const exchangeCode = readdirSync(exchangeFolder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && !name.startsWith('messages'))
  .map((name) => readFileSync(join(exchangeFolder, name), 'utf8'))
  .join('\n');

describe('what the door does', () => {
  test('each path it answers is described, and none besides', () => {
    const answered = [...exchangeCode.matchAll(/app\.(get|post)(?:<.*>)?\(\s*'(\/v1[^']*)'/g)].map(
      ([, method, path]) => `${method} ${path!.replace('*', '{path}')}`,
    );
    const described = Object.entries(json('openapi.json').paths as Record<string, object>).flatMap(([path, is]) =>
      Object.keys(is).map((method) => `${method} ${path}`),
    );
    expect(answered.length).toBeGreaterThan(4);
    expect(answered.toSorted()).toEqual(described.toSorted());
  });

  test('its bounds are the published ones', () => {
    const { bytes, messages } = version1.limits;
    expect([MOST_BYTES, MOST_MESSAGES]).toEqual([bytes, messages]);
  });

  test('each reason a message is set aside for is explained', () => {
    const given = [
      ...exchangeCode.matchAll(/(?:\bwrong\(|(?:parked|ignored|quarantined)'[;,] reason: )('[a-z-]+'(?: \| '[a-z-]+')*)/g),
    ].flatMap(([, codes]) => [...codes!.matchAll(/[a-z-]+/g)].map(([code]) => code));
    expect(given.length).toBeGreaterThan(8);
    expect(given.filter((code) => !(code in settlingReasons) && !(code in reasons))).toEqual([]);
  });
});

describe('the page', () => {
  const page = readFileSync(join(folder, '../../docs/exchange.md'), 'utf8');
  test('has its tables as the version has them', () => expect(withTables(page) === page, 'npm run contract').toBe(true));

  test('shows one message in both renderings', () => {
    const shown = ['json', 'xml'].map((rendering) => new RegExp(`\`\`\`${rendering}\n([^]*?)\`\`\``).exec(page)![1]!);
    const [inJson, inXml] = shown.map((text, at) => readMessage(Buffer.from(text), mediaTypes[at]!));
    expect(inJson).toMatchObject({ valid: true });
    expect(inXml).toEqual(inJson);
  });
});

test('what goes out, and its receipt, are written on the page as their schema has them, and a word more is refused', () => {
  const page = readFileSync(join(folder, '../../docs/exchange.md'), 'utf8');
  const [message, receipt] = [...page.matchAll(/```jsonc\n([^]*?)```/g)].map(([, text]) => JSON.parse(text!) as Record<string, unknown>);
  const schema = json('outgoing.schema.json');
  const ajv = new Ajv2020({ strict: true, formats: { date: isDay, 'date-time': true } });
  const [takes, receipted] = [ajv.compile(schema), ajv.getSchema(`${String(schema['$id'])}#/$defs/NodeReceipt`)!];
  expect([takes(message), receipted(receipt)]).toEqual([true, true]);
  expect([takes({ ...message, body: { ...(message!['body'] as object), name: 'Asha' } }), receipted({ ...receipt, taken: true })]).toEqual([false, false]);
}); // prettier-ignore

type Row = { file: string; expected: string; path: string; by: string; key: string; digest: string };
const rows = published('conformance/expected.tsv')
  .toString('utf8')
  .trimEnd()
  .split('\n')
  .slice(1)
  .map((line): Row => {
    const [file = '', expected = '', path = '', by = '', key = '', digest = ''] = line.split('\t');
    return { file: `conformance/${file}`, expected, path, by, key, digest };
  });
const valid = rows.filter(({ expected }) => expected === 'valid');
const invalid = rows.filter(({ expected }) => expected !== 'valid');
const mediaType = (file: string) => (file.endsWith('.xml') ? 'application/xml' : 'application/json');

describe('the conformance messages', () => {
  test.each(rows.map((row) => [row.file, row] as const))('%s', (_, { file, expected, path, key, digest }) => {
    const reading = readMessage(published(file), mediaType(file));
    if (!reading.valid) return expect(reading.flaws.map((flaw) => [flaw.reason, flaw.path])).toEqual([[expected, path]]);
    const { message } = reading;
    const read = ['valid', '', isOfPaper(message) ? paperKey(message.paper) : '', contentDigest(message).toString('hex')];
    expect(read).toEqual([expected, path, key, digest]);
  });

  test('hold every type in both renderings, and every reason a small file can have', () => {
    const types = (ending: string) =>
      new Set(valid.filter(({ file }) => file.endsWith(ending)).map(({ file }) => readMessage(published(file), mediaType(file)))
        .flatMap((reading) => (reading.valid ? [reading.message.type] : []))); // prettier-ignore
    expect([types('.json').size, types('.xml').size]).toEqual([version1.types.length, version1.types.length]);
    const given = new Set(invalid.map(({ expected }) => expected));
    expect(Object.keys(reasons).filter((reason) => !given.has(reason))).toEqual(['too-large']);
  });

  test('one message has one digest in both renderings', () => {
    const pairs = Map.groupBy(valid, ({ file }) => file.replace(/^.*\/|\.\w+$/g, ''));
    expect([...pairs.values()].filter((pair) => pair.length !== 2 || pair[0]!.digest !== pair[1]!.digest)).toEqual([]);
  });
});

/** What each published schema says of the files of its rendering: those it refuses. */
function refusedByJsonSchema(files: readonly string[]): string[] {
  const ajv = new Ajv2020({ strict: true, formats: { date: isDay, 'date-time': (text: string) => isDay(text.slice(0, 10)) } });
  const accepts = ajv.compile(json('message.schema.json'));
  return files.filter((file) => !accepts(json(file)));
}

type XmlFile = { fileName: string; contents: string };
const asFile = (contents: string, at: number): XmlFile => ({ fileName: `m${at}.xml`, contents });

/** By file: refused by the schema, or no XML at all. A file of which nothing is said is a fault of the test. */
async function judgedByXsd(files: readonly XmlFile[]): Promise<{ refused: string[]; unparsed: string[] }> {
  const schema = { fileName: 'messages.xsd', contents: published('messages.xsd').toString('utf8') };
  const { rawOutput } = await validateXML({ xml: files, schema, initialMemoryPages: 1024, maxMemoryPages: 4096 });
  const lines = rawOutput.split('\n');
  const names = files.map(({ fileName }) => fileName);
  const told = (is: (line: string, name: string) => boolean) => names.filter((name) => lines.some((line) => is(line, name)));
  const unparsed = told((line, name) => line.startsWith(`${name}:`) && line.includes('parser error'));
  const refused = told((line, name) => line === `${name} fails to validate`);
  const silent = names.filter((name) => !unparsed.includes(name) && !refused.includes(name) && !lines.includes(`${name} validates`));
  if (silent.length > 0) throw new Error(`nothing was said of ${silent.join()}: ${rawOutput.slice(0, 2000)}`);
  return { refused, unparsed };
}

async function refusedByXsd(files: readonly XmlFile[]): Promise<string[]> {
  const { refused, unparsed } = await judgedByXsd(files);
  return [...unparsed, ...refused];
}

const ofRendering = (list: readonly Row[], ending: string, by?: string): string[] =>
  list.filter((row) => row.file.endsWith(ending) && (by === undefined || row.by === by)).map(({ file }) => file);
const xmlFile = (file: string) => ({ fileName: file.replaceAll('/', '_'), contents: published(file).toString('utf8') });

describe('the published schemas', { timeout: 180_000 }, () => {
  test('JSON Schema takes what is valid, refuses what is ill-shaped, and leaves the rules to the rules', () => {
    const shape = ofRendering(invalid, '.json', 'schema');
    expect(shape.length).toBeGreaterThan(30);
    expect(refusedByJsonSchema(shape)).toEqual(shape);
    const rest = [...ofRendering(valid, '.json'), ...ofRendering(invalid, '.json', 'rules')];
    expect(refusedByJsonSchema(rest)).toEqual([]);
  });

  test('XML Schema the same', async () => {
    const shape = ofRendering(invalid, '.xml', 'schema');
    expect(shape.length).toBeGreaterThan(10);
    expect(await refusedByXsd(shape.map(xmlFile))).toEqual(shape.map((file) => xmlFile(file).fileName));
    const rest = [...ofRendering(valid, '.xml'), ...ofRendering(invalid, '.xml', 'rules')];
    expect(await refusedByXsd(rest.map(xmlFile))).toEqual([]);
  });

  test('both take what the portal writes: 200 random messages', async () => {
    const random = seededRandom('messages for the schemas');
    const ofEachType = version1.types.map(({ type }) => randomMessageOf(random, type));
    const messages = [...ofEachType, ...Array.from({ length: 192 }, () => randomMessage(random))];
    const ajv = new Ajv2020({ strict: true, formats: { date: isDay, 'date-time': true } });
    const accepts = ajv.compile(json('message.schema.json'));
    expect(messages.filter((message) => !accepts(message))).toEqual([]);
    expect(await refusedByXsd(messages.map(writeXml).map(asFile))).toEqual([]);
  });

  test('libxml2 finds well-formed whatever our reader takes: 400 messages each broken somewhere', async () => {
    const random = seededRandom('broken for both readers');
    const places = [
      '<',
      '>',
      '"',
      '&',
      '&#9;',
      '&lt;',
      ']]>',
      '<!-- x -->',
      '<![CDATA[ y ]]>',
      '<z/>',
      ' a="1"',
      '\t',
      '\u{fffd}',
      '\u0085',
      '',
    ];
    const broken = (text: string) => {
      const at = random.integer(0, text.length);
      return text.slice(0, at) + random.pick(places) + text.slice(at + random.integer(0, 2));
    };
    const texts = Array.from({ length: 400 }, () => broken(writeXml(randomMessage(random))).toWellFormed());
    const [taken, left] = [
      texts.filter((text) => 'root' in elementsOf(text, 12)),
      texts.filter((text) => !('root' in elementsOf(text, 12))),
    ];
    expect(Math.min(taken.length, left.length)).toBeGreaterThan(50);
    const unparsed = async (some: readonly string[]) => (await judgedByXsd(some.map(asFile))).unparsed;
    expect(await unparsed(taken)).toEqual([]);
    expect((await unparsed(left)).length).toBeGreaterThan(50);
  });

  test('OpenAPI 3.1 describes the door', async () => {
    const validator = new Validator();
    expect(await validator.validate(json('openapi.json'))).toMatchObject({ valid: true });
    expect(validator.version).toBe('3.1');
    expect(await new Validator().validate({ ...json('openapi.json'), paths: { messages: {} } })).toMatchObject({ valid: false });
  });
});
