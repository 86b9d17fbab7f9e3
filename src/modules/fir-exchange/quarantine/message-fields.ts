// A message as fields a person can read and fill in, by the contract's own definition: those it has, those it should have, and what fits none of them.
import type { Fields, Shape } from '../messages/field.ts';
import { definitionOf, version1 } from '../messages/version-1.ts';

/** One list or group on the way to a field: "Child 2". `index` of a list's item. */
export type Under = { name: string; index: number | null };
export type LeafShape = Exclude<Shape, { kind: 'group' | 'list' }> | { kind: 'photograph' };
/** `group` and `name`: as the contract has it. `value`: as it came; undefined where nothing did. */
export type MessageField = {
  path: string;
  name: string;
  group: string;
  under: readonly Under[];
  shape: LeafShape;
  must: boolean;
  value: unknown;
};

/** Given anew whenever it is sent in, or not the officer's to change. */
const own: ReadonlySet<string> = new Set(['messageId', 'type', 'version', 'node', 'sentAt']);
const types: Readonly<Record<string, string>> = Object.fromEntries(version1.types.map(({ type, says }) => [type, says]));
/** The kind of message, where the message does not say it or says two. */
const typeField = (value: unknown): MessageField => ({ path: '/type', name: 'type', group: 'Message', under: [], shape: { kind: 'code', list: { name: 'MessageType', codes: types } }, must: true, value }); // prettier-ignore

export type Tree = Readonly<Record<string, unknown>>;
export const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null && !Array.isArray(value);

/** In the order of the contract. `wrong`: paths something is wrong at; what is not there and may be left out is asked for only where it is. */
export function fieldsOf(tree: Tree, wrong: readonly string[]): MessageField[] {
  const definition = typeof tree['type'] === 'string' ? definitionOf(tree['type']) : undefined;
  const typed = !definition || wrong.includes('/type') ? [typeField(tree['type'])] : [];
  if (!definition) return typed;
  const isWrong = (path: string) => wrong.some((one) => one === path || one.startsWith(`${path}/`));
  const found: MessageField[] = typed;

  function group(fields: Fields, value: unknown, at: Pick<MessageField, 'path' | 'group' | 'under'>): void {
    const inside = isTree(value) ? value : {};
    for (const [name, { shape, must }] of Object.entries(fields))
      if (at.path !== '' || !own.has(name)) field(shape, Object.hasOwn(inside, name) ? inside[name] : undefined, { ...at, path: `${at.path}/${name}`, name, must });
  } // prettier-ignore

  function field(shape: Shape, value: unknown, at: Omit<MessageField, 'shape' | 'value'>): void {
    const asked = at.must || isWrong(at.path);
    if (shape.kind === 'group' && shape.name === 'Photograph') {
      if (value !== undefined) found.push({ ...at, shape: { kind: 'photograph' }, value });
    } else if (shape.kind === 'group') {
      const isNamed = at.path === '/body' || /\/\d+$/.test(at.path); // an item by its list
      const under = isNamed ? at.under : [...at.under, { name: at.name, index: null }];
      if (isTree(value) || asked) group(shape.fields, value, { path: at.path, group: shape.name, under });
    } else if (shape.kind === 'list') {
      const items: unknown[] = Array.isArray(value) ? value.slice(0, shape.most) : [];
      const drawn = items.length > 0 ? items : asked ? [undefined] : [];
      drawn.forEach((item, index) => field(shape.of, item, { ...at, path: `${at.path}/${index}`, under: [...at.under, { name: at.name, index }] }));
    } else found.push({ ...at, shape, value });
  } // prettier-ignore

  group(definition.fields, tree, { path: '', group: 'Message', under: [] });
  return found;
}

/** What came and fits no field: paths of values the contract has no place for. They are left out of what is sent in again. */
export function strangersIn(tree: Tree, fields: readonly MessageField[]): string[] {
  const shapes = new Map(fields.map(({ path, shape }) => [path, shape.kind]));
  const groups = new Set(fields.flatMap(({ path }) => path.split('/').map((_, at, steps) => steps.slice(0, at).join('/'))));
  const strange = (value: unknown, path: string): string[] => {
    const isPlain = typeof value !== 'object' || value === null;
    if (shapes.has(path)) return isPlain || shapes.get(path) === 'photograph' ? [] : [path];
    if (isPlain || !groups.has(path)) return [path];
    return Object.entries(value).flatMap(([name, item]) => strange(item, `${path}/${name}`));
  };
  return Object.entries(tree).flatMap(([name, value]) => (own.has(name) ? [] : strange(value, `/${name}`)));
}

export type Given = Pick<MessageField, 'path'> & { value: unknown };

/** The message of these fields again; what is empty is left out, with the groups and items that held nothing else. */
export function treeOf(type: string, given: readonly Given[]): Tree {
  const root: Record<string, unknown> = { type, version: version1.version };
  for (const { path, value } of given) {
    if (value === undefined || path === '/type') continue;
    const steps = path.slice(1).split('/');
    let at: Record<string, unknown> = root;
    steps.forEach((step, index) => {
      if (index === steps.length - 1) at[step] = value;
      else at = (at[step] ??= /^\d+$/.test(steps[index + 1]!) ? [] : {}) as Record<string, unknown>;
    });
  }
  return closed(root) as Tree;
}

/** Items of a list move up where one before them was left out. */
function closed(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((item) => item !== undefined).map(closed);
  return isTree(value) ? Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, closed(inner)])) : value;
}
