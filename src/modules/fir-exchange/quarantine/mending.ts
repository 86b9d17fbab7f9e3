// What an officer typed into the fields of a message that waits, made a message again: what is still wrong with it, each at its field.
import { addMinutes } from '../../../kernel/time.ts';
import { newId } from '../../../kernel/ids.ts';
import { type Refusal, refuse } from '../../../kernel/refusal.ts';
import type { Context } from '../../../platform/context.ts';
import { hasWords } from '../../../platform/i18n/index.ts';
import type { View } from '../../../web/view.ts';
import { type Message, type PaperMessage, isOfPaper, paperKey, readTree } from '../messages/index.ts';
import { treeOfJson } from '../messages/json.ts';
import { officesByCode, readPapers } from '../applying/paper-store.ts';
import { strayOf } from '../applying/stray.ts';
import { allDistricts, districtInState } from '../../places/index.ts';
import { type MessageField, type Tree, fieldsOf, isTree, treeOf } from './message-fields.ts';
import { type DistrictNames, valueFrom } from './typed-values.ts';

/** By path. */
export type Typed = Readonly<Record<string, string>>;
const AHEAD_MINUTES = 5; // as the worker judges it

/** A name many States have counts for the State of the paper. */
export async function districtNames(context: Context, view: View, state: string): Promise<DistrictNames> {
  const districts = await allDistricts(context);
  const whole = districts.map((one) => [one.code, districtInState(view, one)] as const);
  const bare = districts.filter(({ name, stateCode }) => stateCode === state || districts.filter((one) => one.name === name).length === 1);
  return {
    nameOf: new Map(whole),
    codeOf: new Map([
      ...bare.map(({ code, name }) => [name.toLowerCase(), code] as const),
      ...whole.map(([code, name]) => [name.toLowerCase(), code] as const),
    ]),
  };
}

export type Mended = { message: PaperMessage; key: string };
type About = { node: string; state: string };
export type Mending = About & { tree: Tree; wrong: readonly string[]; typed: Typed; names: DistrictNames };

/** Under a new id, written now: whoever sends it in stands for it. */
export async function mended(context: Context, mending: Mending): Promise<Mended | Refusal[]> {
  const { tree, node, state, wrong, typed, names } = mending;
  const type = typed['/type'] ?? tree['type'];
  const asked = Object.keys(typed).filter((name) => name.startsWith('/'));
  const fields = fieldsOf({ ...tree, type }, [...wrong, ...asked]);
  const given = fields.map((field) => ({ path: field.path, value: valueFrom(field, typed[field.path] ?? '', names) }));
  const reading = readTree({ ...treeOf(String(type ?? ''), given), ...asSent(context), node });
  const at = (path: string): string => fieldOf(fields, path)?.path ?? '';
  if (!reading.valid) return reading.flaws.map(({ path, reason }) => refuse(codeOf(reason), {}, at(path)));
  const fits = fitting(context, reading.message, { node, state }, at);
  if (Array.isArray(fits)) return fits;
  const unknown = await unknownPlaces(context, fields, given, { wrong, message: fits.message, names });
  return unknown.length > 0 ? unknown : fits;
}

/** In the words that stand at a field, where there are such. */
const codeOf = (reason: string): string =>
  hasWords(`quarantine.at.${reason}`) ? `quarantine.at.${reason}` : `quarantine.reason.${reason}`;

const asSent = ({ now }: Context) => ({ messageId: newId(), sentAt: now });

/** The same of a message written out as a whole, where it could not be opened: everything is said of the text. */
export function mendedText(context: Context, text: string, about: About): Mended | Refusal[] {
  const { tree } = treeOfJson(text);
  if (!isTree(tree)) return [refuse('quarantine.error.notJson', {}, 'message')];
  const reading = readTree({ ...tree, ...asSent(context) });
  if (reading.valid) return fitting(context, reading.message, about, () => 'message');
  const [flaw] = reading.flaws;
  return [refuse('quarantine.error.flaw', { path: flaw!.path || '/', reason: flaw!.reason, count: reading.flaws.length }, 'message')];
}

/** What no reader of one message sees: whose it is, and whether what it tells has happened. */
function fitting({ now }: Context, message: Message, { node, state }: About, at: (path: string) => string): Mended | Refusal[] {
  if (message.node !== node) return [refuse('quarantine.error.node', { node }, at('/node'))];
  const key = isOfPaper(message) ? paperKey(message.paper) : null;
  if (!isOfPaper(message) || key === null || key.split('/')[0] !== state)
    return [refuse('quarantine.error.state', { state }, at('/paper/state'))];
  return message.eventAt > addMinutes(now, AHEAD_MINUTES) ? [refuse('quarantine.at.future', {}, at('/eventAt'))] : { message, key };
}

/** The field a flaw is shown at: its own, the first inside it, or the one it is inside of. */
export function fieldOf(fields: readonly MessageField[], path: string): MessageField | undefined {
  return (
    fields.find((one) => one.path === path) ??
    fields.find((one) => one.path.startsWith(`${path}/`)) ??
    fields.find((one) => path.startsWith(`${one.path}/`))
  );
}

/** Codes the officer wrote, or that were wrong before: without this they would come back to the list unexplained. */
async function unknownPlaces(
  context: Context,
  fields: readonly MessageField[],
  given: readonly { path: string; value: unknown }[],
  { wrong, message, names: { nameOf } }: { wrong: readonly string[]; message: PaperMessage; names: DistrictNames },
): Promise<Refusal[]> {
  const valueOf = new Map(given.map(({ path, value }) => [path, value]));
  const changed = fields.filter(
    ({ path, value }) => valueOf.get(path) !== undefined && (wrong.includes(path) || valueOf.get(path) !== value),
  );
  const ofForm = (name: string) => changed.filter(({ shape }) => shape.kind === 'form' && shape.form.name === name);
  const stations = await officesByCode(context, [message.paper.station]);
  const key = paperKey(message.paper);
  const isOpened = (await readPapers(context, [key])).get(key)?.isOpened ?? false;
  const astray = strayOf(message.paper, stations.get(message.paper.station), isOpened);
  const known = await officesByCode(context, ofForm('OfficeCode').map(({ path }) => String(valueOf.get(path)))); // prettier-ignore
  return [
    ...(astray ? [refuse(codeOf(astray.reason), {}, astray.facts['path']!)] : []),
    ...ofForm('DistrictCode').flatMap(({ path }) => (nameOf.has(String(valueOf.get(path))) ? [] : [refuse('quarantine.at.unknown-district', {}, path)])),
    ...ofForm('OfficeCode').flatMap(({ path }) =>
      known.has(String(valueOf.get(path))) || path === '/paper/station' ? [] : [refuse('quarantine.at.unknown-office', {}, path)],
    ),
  ]; // prettier-ignore
}
