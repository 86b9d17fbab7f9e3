// Fields of a message in the reader's words: what each is called, where it stands, and what its codes mean.
import { hasWords, languageName } from '../../../platform/i18n/index.ts';
import type { View } from '../../../web/view.ts';
import { placeName } from '../../places/index.ts';
import type { CodeList } from '../messages/field.ts';
import type { MessageField, Under } from '../quarantine/message-fields.ts';

/** Lists the portal's own forms have words for. */
const ownWords: Readonly<Record<string, (code: string) => string>> = {
  PaperKind: (code) => `diary.fact.paper.${code}`,
  Source: (code) => `missing-reports.source.${code}`,
  Sex: (code) => `fir-lists.sex.${code}`,
  AgeBasis: (code) => `children.ageBasis.${code}`,
  Build: (code) => `children.build.${code}`,
  Complexion: (code) => `children.complexion.${code}`,
  MarkKind: (code) => `children.markKind.${code}`,
  MarkSite: (code) => `children.markSite.${code}`,
  BodySide: (code) => `children.side.${code}`,
  Circumstance: (code) => `missing-reports.circumstance.${code}`,
  BroughtBy: (code) => `found-children.broughtBy.${code}`,
  Closing: (code) => `police-system.outcome.${code}`,
  MessageType: (code) => `quarantine.type.${code}`,
};

/** Acts are called by their letters in every language. */
export function codeText(view: View, { name, codes }: CodeList, code: string): string {
  if (name === 'StateCode') return placeName(view, { code, name: codes[code] ?? code });
  if (name === 'Language') return languageName(view.locale, code);
  const key = ownWords[name]?.(code) ?? `message-fields.code.${name}.${code}`;
  return hasWords(key) ? view.t(key) : code;
}

export function fieldText(view: View, { group, name, under }: Pick<MessageField, 'group' | 'name' | 'under'>): string {
  const last = under.at(-1);
  if (last?.name === name && last.index !== null) return underText(view, last); // a list of plain values
  const own = `message-fields.field.${group}.${name}`;
  return view.t(hasWords(own) ? own : `message-fields.field.${name}`);
}

const underText = ({ t }: View, { name, index }: Under): string => t(`message-fields.under.${name}`, { number: (index ?? 0) + 1 });

/** "Child 2 › Mark 1"; empty for what stands in no part. */
export function partText(view: View, { under, name }: Pick<MessageField, 'under' | 'name'>): string {
  const parts = under.at(-1)?.name === name && under.at(-1)?.index !== null ? under.slice(0, -1) : under;
  return parts.map((one) => underText(view, one)).join(' › ');
}

/** With the part it stands in. */
export function wholeFieldText(view: View, field: MessageField): string {
  return [partText(view, field), fieldText(view, field)].filter(Boolean).join(' › ');
}
