// The tables of docs/exchange.md, made from the version's value: fields of each type, parts, codes, reasons, rules. They stand between two marks in the page.
import type { CodeList, Fields, Form, Shape } from '../../src/modules/fir-exchange/messages/field.ts';
import { oddityCodes, outgoing1, reasons, version1 } from '../../src/modules/fir-exchange/messages/index.ts';
import { settlingReasons } from '../../src/modules/fir-exchange/messages/settling-reasons.ts';
import { rules } from '../../src/modules/fir-exchange/messages/rules.ts';

const START = '<!-- tables: written by npm run contract -->';
const END = '<!-- end of tables -->';

type Met = { groups: Map<string, Fields>; lists: Map<string, CodeList>; forms: Map<string, Form> };

const link = (name: string): string => `[${name}](#${name.toLowerCase()})`;
const cell = (text: string): string => text.replaceAll('|', '\\|');

/** What a value of the shape is, in words; what it names is met for a table of its own. */
function kindOf(shape: Shape, met: Met): string {
  switch (shape.kind) {
    case 'text':
      return `text, at most ${shape.most}`;
    case 'form':
      met.forms.set(shape.form.name, shape.form);
      return `${link(shape.form.name)}, at most ${shape.most}`;
    case 'code': {
      const codes = Object.keys(shape.list.codes);
      if (codes.length === 1) return `\`${codes[0]}\``;
      met.lists.set(shape.list.name, shape.list);
      return `code: ${link(shape.list.name)}`;
    }
    case 'whole':
      return shape.least === shape.most ? `\`${shape.least}\`` : `whole number, ${shape.least} to ${shape.most}`;
    case 'yes-no':
      return 'true or false';
    case 'day':
      return 'day';
    case 'instant':
      return 'moment';
    case 'bytes':
      return `base64, at most ${shape.mostBytes} bytes`;
    case 'list':
      return `list of ${kindOf(shape.of, met)}; 1 to ${shape.most} \`<${shape.item}>\``;
    case 'group':
      met.groups.set(shape.name, shape.fields);
      return link(shape.name);
  }
}

function fieldTable(fields: Fields, met: Met): string {
  const rows = Object.entries(fields).map(
    ([name, { shape, must, says, from }]) =>
      `| \`${name}\` | ${must ? 'yes' : ''} | ${cell(kindOf(shape, met))} | ${cell(says)} | ${from ?? ''} |`,
  );
  return ['| Field | Must | What it is | For you | From |', '|---|---|---|---|---|', ...rows].join('\n');
}

function pairTable(heads: [string, string], pairs: [string, string][]): string {
  return [`| ${heads[0]} | ${heads[1]} |`, '|---|---|', ...pairs.map(([a, b]) => `| ${a} | ${cell(b)} |`)].join('\n');
}

const ticked = (pairs: [string, string][]): [string, string][] => pairs.map(([code, says]) => [`\`${code}\``, says]);

/** The envelope is told once: it is alike for every type but for its body. */
function typeSections(met: Met): string[] {
  const [first] = version1.types;
  const { body: _, type: __, ...envelope } = first!.fields;
  const head = `### The envelope\n\nEvery type has it; \`Station.nilReport\` has no \`paper\`, \`rawNumber\` and \`sequence\`. \`type\` stands after \`messageId\`, \`body\` last.\n\n${fieldTable(envelope, met)}`;
  const types = version1.types.map(({ type, says, fields }) => {
    const { shape } = fields.body!;
    return `### ${type}\n\n${says}\n\n${shape.kind === 'group' ? fieldTable(shape.fields, met) : ''}`;
  });
  return [head, ...types];
}

/** Parts name further parts: tables are made until none is new. */
function partSections(met: Met): string[] {
  const sections: string[] = [];
  const told = new Set<string>();
  for (let names = [...met.groups.keys()]; names.some((name) => !told.has(name)); names = [...met.groups.keys()]) {
    for (const name of names.filter((one) => !told.has(one))) {
      told.add(name);
      sections.push(`### ${name}\n\n${fieldTable(met.groups.get(name)!, met)}`);
    }
  }
  return sections;
}

function tables(): string {
  const met: Met = { groups: new Map(), lists: new Map(), forms: new Map() };
  const types = typeSections(met);
  const { body, ...outgoing } = outgoing1.fields;
  const told = `### ${outgoing1.type}\n\nWhat the portal tells your node. Its envelope:\n\n${fieldTable(outgoing, met)}\n\nIts body:\n\n${fieldTable(body.shape.fields, met)}`;
  const messages = [...types, told, ...partSections(met)];
  const forms = [...met.forms.values()].map(
    ({ name, pattern, says }) => `### ${name}\n\n${says[0]!.toUpperCase()}${says.slice(1)}: \`${pattern}\``,
  );
  const lists = [...met.lists.values()].map(
    ({ name, codes }) => `### ${name}\n\n${pairTable(['Code', 'Means'], ticked(Object.entries(codes)))}`,
  );
  const ruleRows = rules.map(({ reason, says }): [string, string] => [`\`${reason}\``, says]);
  return [
    '## Messages, field by field',
    ...messages,
    '## Ways of writing',
    ...forms,
    '## Code lists',
    ...lists,
    '## Rules beyond the schemas',
    pairTable(['Broken, it is refused as', 'Rule'], ruleRows),
    '## Reasons',
    'Why a message cannot be read. A code never changes its meaning.',
    pairTable(['Reason', 'Means'], ticked(Object.entries(reasons))),
    '## Reasons of settling',
    'Why a message that can be read has not taken effect, or not yet.',
    pairTable(['Reason', 'Means'], ticked(Object.entries(settlingReasons))),
    '## Oddities',
    'What cannot be right and is applied all the same, as the police reported it. Officers see the mark.',
    pairTable(['Oddity', 'Means'], ticked(Object.entries(oddityCodes))),
  ].join('\n\n');
}

/** The page with its tables as they are now. */
export function withTables(page: string): string {
  const [before, rest] = page.split(START);
  const after = rest?.split(END)[1];
  if (before === undefined || after === undefined) throw new Error('docs/exchange.md has lost its two marks');
  return `${before}${START}\n\n${tables()}\n\n${END}${after}`;
}
