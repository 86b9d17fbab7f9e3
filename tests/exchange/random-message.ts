// Random valid messages of every type, drawn from the version's own value: whatever field is added to it is drawn too. One seed, one row of messages.
import type { Fields, Shape } from '../../src/modules/fir-exchange/messages/field.ts';
import { type Message, type MessageOf, readTree, version1 } from '../../src/modules/fir-exchange/messages/index.ts';
import { fromMilliseconds, milliseconds } from '../../src/kernel/time.ts';
import type { Random } from '../../seed/random.ts';

type Tree = { [name: string]: unknown };

/** Letters of scripts of India and beyond the first plane, joiners, and what XML and JSON must escape. */
const letters = [
  'अर्जुन', 'রূপা', 'முருகன்', 'ਗੁੱਡੀ', 'ગીતા', 'ସୀତା', 'రాజు', 'ಗೌರಿ', 'അമ്മു', 'شبانہ', 'ᱥᱟᱱᱛᱟᱲ', 'ꯃꯅꯤꯄꯨꯔ', 'क्‍ष', 'श्री‌', 'Zoë', "D'Souza", '𑄌𑄋𑄴', '😀',
  '<', '>', '&', '&amp;', ']]>', '"', '\\', '\t', '\n', 'a', '/', '~', '\u0085', '\u2028', '\u00a0', '{', '}',
] as const; // prettier-ignore
/** One way of writing for each form of text. */
const written: Readonly<Record<string, readonly string[]>> = {
  Uuid: ['0192f0a0-0000-7000-8000-000000000001', 'ffffffff-ffff-4fff-bfff-ffffffffffff'],
  NodeCode: ['police-WB', 'grid-IN'],
  DistrictCode: ['WB-HWH', 'WB-24PN'],
  OfficeCode: ['PS-WB-HWH-1', 'AHTU-WB-HWH'],
  PaperNumber: ['1', '12', 'A/17', 'मु0अ0सं0-९'],
  Section: ['137(2)', '363A', '376(2)(n)', '5(m)'],
  Telephone: ['+910555501234'],
};
const pictures = { 'image/jpeg': 'ffd8ffe0', 'image/png': '89504e470d0a1a0a', 'image/webp': '5249464600000000574542505650' } as const;

function drawText(random: Random, most: number): string {
  const count = random.integer(1, Math.min(most, 12));
  const text = Array.from({ length: count }, () => random.pick(letters)).join('').trim(); // prettier-ignore
  const fitting = Array.from(text).slice(0, most).join('').trim();
  return fitting === '' ? 'x' : fitting;
}

/** In July 2024 and later, so that every Act of today may be charged. */
function drawMoment(random: Random): string {
  const from = milliseconds('2024-07-02T00:00:00.000Z' as never);
  return fromMilliseconds(from + random.integer(0, 31_536_000) * 1000 + random.integer(0, 999));
}

function drawValue(random: Random, shape: Shape): unknown {
  switch (shape.kind) {
    case 'text':
      return drawText(random, shape.most);
    case 'form':
      return random.pick(written[shape.form.name]!);
    case 'code':
      return random.pick(Object.keys(shape.list.codes));
    case 'whole':
      return random.integer(shape.least, shape.most);
    case 'yes-no':
      return random.chance(0.5);
    case 'day':
      return drawMoment(random).slice(0, 10);
    case 'instant':
      return drawMoment(random);
    case 'bytes':
      return Buffer.from(Array.from({ length: random.integer(1, 40) }, () => random.integer(0, 255))).toString('base64');
    case 'list':
      return Array.from({ length: random.integer(1, Math.min(shape.most, 3)) }, () => drawValue(random, shape.of));
    case 'group':
      return drawGroup(random, shape.fields);
  }
}

function drawGroup(random: Random, fields: Fields): Tree {
  const there = Object.entries(fields).filter(([, { must }]) => must || random.chance(0.5));
  return Object.fromEntries(there.map(([name, { shape }]) => [name, drawValue(random, shape)]));
}

function fittedChild(random: Random, child: Tree, childNumber: number): Tree {
  const { birthDate: _, ageFrom: __, ageTo: ___, heightFrom, photograph, ...rest } = child;
  const age = random.integer(0, 17);
  const told = random.chance(0.5) ? { birthDate: '2013-02-28' } : { ageFrom: age, ageTo: random.integer(age, 17) };
  const { mediaType } = (photograph ?? {}) as { mediaType?: keyof typeof pictures };
  return {
    ...rest,
    childNumber,
    ...told,
    ...(heightFrom !== undefined && rest.heightTo === undefined ? { heightFrom } : {}),
    ...(mediaType ? { photograph: { ...(photograph as Tree), base64: Buffer.from(pictures[mediaType], 'hex').toString('base64') } } : {}),
  };
}

/** What the rules ask beyond the fields: states and districts that agree, children of one number each, Acts in force. */
function fitted(random: Random, tree: Tree): Tree {
  const body = tree.body as Tree;
  const { lastSeen, children, child, childNumbers, actsAndSections, corrects } = { ...body, corrects: tree.corrects } as Record<
    string,
    unknown
  >;
  const place = (named: unknown) => (named ? { ...(named as Tree), state: 'WB' } : undefined);
  const seen = lastSeen as Tree | undefined;
  return dropped({
    ...tree,
    paper: place(tree.paper),
    corrects: corrects && { ...(corrects as Tree), messageId: '0192f0a0-0000-7000-8000-0000000000ff' },
    body: dropped({
      ...body,
      lastSeen: seen && dropped({ ...seen, onlyDay: seen.at ? undefined : seen.onlyDay }),
      children: (children as Tree[] | undefined)?.map((one, index) => fittedChild(random, one, index + 1)),
      child: child && fittedChild(random, child as Tree, 1),
      childNumbers: childNumbers && [...new Set(childNumbers as number[])],
      actsAndSections: (actsAndSections as Tree[] | undefined)?.map((charge) => ({
        ...charge,
        act: random.pick(['BNS', 'POCSO', 'JJA', 'ITPA']),
      })),
      occurredTo: body.occurredFrom ? undefined : body.occurredTo,
      transferredFrom: place(body.transferredFrom),
      registeredAs: place(body.registeredAs),
      to: place(body.to),
      station: place(body.station),
      day: body.day && '2024-06-30',
    }),
  });
}

function dropped(tree: Tree): Tree {
  return Object.fromEntries(Object.entries(tree).filter(([, value]) => value !== undefined));
}

/** Throws where the drawing is at fault: a message that is not valid would prove nothing. */
export function randomMessage(random: Random): Message {
  const { fields } = random.pick(version1.types);
  const reading = readTree(fitted(random, drawGroup(random, fields)));
  if (!reading.valid) throw new Error(`drawn, and not valid: ${JSON.stringify(reading.flaws)}`);
  return reading.message;
}

export function randomMessageOf<Type extends Message['type']>(random: Random, type: Type): MessageOf<Type> {
  for (;;) {
    const message = randomMessage(random);
    if (message.type === type) return message as MessageOf<Type>;
  }
}
