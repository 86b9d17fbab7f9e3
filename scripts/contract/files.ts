// Every file of the published contract and what it holds, made from the version's value. One place makes them: the script writes them, a test holds them against it.
import { contentDigest, isOfPaper, paperKey, readMessage } from '../../src/modules/fir-exchange/messages/index.ts';
import { jsonSchema } from '../../src/modules/fir-exchange/messages/json-schema.ts';
import { outgoingJsonSchema } from '../../src/modules/fir-exchange/messages/outgoing-door.ts';
import { openapi } from '../../src/modules/fir-exchange/messages/openapi.ts';
import { xsd } from '../../src/modules/fir-exchange/messages/xsd.ts';
import { invalid, xmlOf } from './invalid.ts';
import { type Tree, otherWriting, valid } from './valid.ts';

export type ContractFile = string | Buffer;
const pretty = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** A valid message as toolkits other than the portal's write it: with a prefix, a comment, CDATA and references by number. */
function otherXml(tree: Tree): string {
  const prefixed = xmlOf(tree).replace(/(<\/?)(?=[A-Za-z])/g, '$1v:').replace('xmlns=', 'xmlns:v='); // prettier-ignore
  return prefixed
    .replace('<v:body>', '<v:body><!-- as told -->')
    .replace(/<v:details>(.*)\n(.*)</, '<v:details><![CDATA[$1]]>&#x0a;&#115;<![CDATA[$2]]><')
    .replace('&#115;<![CDATA[s', '&#115;<![CDATA[');
}

function validFiles(): [string, ContractFile][] {
  const both = Object.entries(valid).flatMap(([name, tree]): [string, ContractFile][] => [
    [`${name}.json`, pretty(tree)],
    [`${name}.xml`, xmlOf(tree)],
  ]);
  return [...both, ['other-writing.json', pretty(otherWriting)], ['other-writing.xml', otherXml(otherWriting)]];
}

/** What a valid message must read into, so that another implementation can compare its own. */
function expectedOfValid([name, content]: [string, ContractFile]): string[] {
  const reading = readMessage(Buffer.from(content), name.endsWith('.xml') ? 'application/xml' : 'application/json');
  if (!reading.valid) throw new Error(`${name}: ${JSON.stringify(reading.flaws)}`);
  const { message } = reading;
  return [`valid/${name}`, 'valid', '', '', isOfPaper(message) ? paperKey(message.paper) : '', contentDigest(message).toString('hex')];
}

const columns = ['file', 'expected', 'path', 'refused by', 'paper key', 'content digest'];

function expected(files: [string, ContractFile][]): string {
  const ofInvalid = invalid.map(({ name, reason, path, by }) => [`invalid/${name}`, reason, path, by, '', '']);
  return [columns, ...files.map(expectedOfValid), ...ofInvalid].map((row) => `${row.join('\t')}\n`).join('');
}

/** Path under contract/v1 → content. */
export function contractFiles(): ReadonlyMap<string, ContractFile> {
  const validOnes = validFiles();
  return new Map<string, ContractFile>([
    ['openapi.json', pretty(openapi())],
    ['message.schema.json', pretty(jsonSchema())],
    ['messages.xsd', xsd()],
    ['outgoing.schema.json', pretty(outgoingJsonSchema())],
    ['conformance/expected.tsv', expected(validOnes)],
    ...validOnes.map(([name, content]): [string, ContractFile] => [`conformance/valid/${name}`, content]),
    ...invalid.map(({ name, content }): [string, ContractFile] => [`conformance/invalid/${name}`, content]),
  ]);
}
