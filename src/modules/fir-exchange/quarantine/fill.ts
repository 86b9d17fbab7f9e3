// What the form of a message that waits is filled with: its fields, what each holds, and what may be chosen where the portal knows it.
import type { Context } from '../../../platform/context.ts';
import type { View } from '../../../web/view.ts';
import { peekRecords, recordPath } from '../../children/index.ts';
import { officesOfKind } from '../../officers/index.ts';
import { type MessageField, type Tree, fieldsOf, isTree, strangersIn } from './message-fields.ts';
import { type Typed, districtNames } from './mending.ts';
import { flawsOf, stateOf } from './quarantine.ts';
import { type Held, childrenTold } from './quarantine-store.ts';
import { type DistrictNames, shownIn } from './typed-values.ts';

type Choice = { value: string; label: string };
/** `fields` none: the message could not be opened at all. `shown`: what each holds before anybody types. `strangers`: what fits no field. */
export type Fill = {
  fields: readonly MessageField[];
  shown: ReadonlyMap<string, string>;
  options: ReadonlyMap<string, readonly Choice[]>;
  strangers: readonly string[];
  names: DistrictNames;
};

/** `reference` and `path` of the record, where the reader sees it. */
export type PaperChild = { number: number; name: string | null; reference: string | null; path: string | null };

export async function childrenOfHeld(context: Context, held: Held): Promise<PaperChild[]> {
  if (held.paperKey === null) return [];
  const told = await childrenTold(context, held);
  const records = new Map((await peekRecords(context, told.flatMap(({ recordId }) => recordId ?? []))).map((one) => [one.id, one])); // prettier-ignore
  return told.map(({ number, name, recordId }) => {
    const record = recordId === null ? undefined : records.get(recordId);
    return { number, name, reference: record?.reference ?? null, path: record ? recordPath(record) : null };
  });
}

type Filling = { view: View; held: Held & { tree: Tree | null }; typed: Typed; children: readonly PaperChild[] };

export async function fillOf(context: Context, { view, held, typed, children }: Filling): Promise<Fill> {
  const names = await districtNames(context, view, stateOf(held));
  const tree = held.tree === null ? null : { ...held.tree, type: typed['/type'] ?? held.tree['type'] };
  const asked = [...flawsOf(held).map(({ path }) => path), ...Object.keys(typed).filter((name) => name.startsWith('/'))];
  const fields = tree ? fieldsOf(tree, asked) : [];
  const shown = new Map(fields.map((field) => [field.path, shownIn(field, names)]));
  const options = new Map<string, Choice[]>();
  for (const field of fields) {
    const choices = isStation(field)
      ? await stationsIn(context, names.codeOf.get((typed[besides(field)] ?? shown.get(besides(field)) ?? '').toLowerCase()))
      : field.name === 'childNumber' && field.under.length === 0 && children.length > 0
        ? children.map(({ number, name, reference }) => ({ value: String(number), label: [`${number}:`, name, reference].filter(Boolean).join(' ') }))
        : [];
    if (choices.length > 0) options.set(field.path, choices);
  }
  return { fields, shown, options, names, strangers: tree ? strangersIn(tree, fields) : [] };
} // prettier-ignore

const isStation = ({ name, shape }: MessageField): boolean => name === 'station' && shape.kind === 'form';
const besides = ({ path }: MessageField): string => `${path.slice(0, path.lastIndexOf('/'))}/district`;

/** Stations of one district are few enough to choose from. */
async function stationsIn(context: Context, district: string | undefined): Promise<Choice[]> {
  if (district === undefined) return [];
  return (await officesOfKind(context, 'police-station', district)).map(({ code, name }) => ({ value: code, label: name }));
}

/** Names of children as the message itself has them. */
export function namesIn(tree: Tree | null): string[] {
  const body = isTree(tree?.['body']) ? tree['body'] : {};
  const described: unknown[] = [...(Array.isArray(body['children']) ? body['children'] : []), body['child']];
  return described.flatMap((child) => {
    const given: unknown[] = isTree(child) && Array.isArray(child['names']) ? child['names'] : [];
    const texts = given.flatMap((one) => (isTree(one) && typeof one['text'] === 'string' ? [one['text'].slice(0, 200)] : []));
    return texts.length > 0 ? [texts.join(', ')] : [];
  });
}
