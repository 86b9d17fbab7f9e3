// What a record says of the child, line by line: only what is known. Ages as described and as they are now. For a page and for a paper alike.
import { dayOf } from '../../kernel/time.ts';
import { formatAgeNow, formatDay, languageName } from '../../platform/i18n/index.ts';
import type { View } from '../../web/view.ts';
import { type Description, type Mark, nameBearers } from './description.ts';

/** `quoted`: the child's own words. */
export type DescriptionLine = { label: string; values: readonly string[]; quoted?: true };

type Line = [label: string, value: string | null | undefined];

const nameLabels = {
  child: 'childName',
  father: 'fatherName',
  mother: 'motherName',
  guardian: 'guardianName',
  sibling: 'siblingName',
} as const;

function nameLines({ t }: View, { names }: Description): Line[] {
  return nameBearers.map((bearer) => [
    t(`children.field.${nameLabels[bearer]}`),
    names
      .filter((name) => name.bearer === bearer)
      .map((name) => name.text)
      .join(' · '),
  ]);
}

function bodyLines(view: View, { sex, age, birthDate, heightCentimetres: height, complexion, build }: Description): Line[] {
  const { t } = view;
  return [
    [t('children.field.sex'), sex && t(`children.sex.${sex}`)],
    [t('children.age'), age && formatAgeNow(view, age, dayOf(view.now))],
    [t('children.field.birthDate'), birthDate && formatDay(view, birthDate)],
    [
      t('children.height'),
      height && t('children.heightRange', { low: height.low, high: height.high, same: height.low === height.high ? 'yes' : 'no' }),
    ],
    [t('children.field.complexion'), complexion && t(`children.complexion.${complexion}`)],
    [t('children.field.build'), build && t(`children.build.${build}`)],
  ];
}

function markText({ t }: View, { kind, side, site, text }: Mark): string {
  const parts = [t(`children.markKind.${kind}`), side && t(`children.side.${side}`), site && t(`children.markSite.${site}`), text];
  return parts.filter(Boolean).join(', ');
}

export function descriptionLines(view: View, description: Description, homeDistrictName: string | null): DescriptionLine[] {
  const { t, locale } = view;
  const one = (lines: Line[]): DescriptionLine[] => lines.flatMap(([label, value]) => (value ? [{ label, values: [value] }] : []));
  const marks = description.marks.map((mark) => markText(view, mark));
  return [
    ...one([...nameLines(view, description), ...bodyLines(view, description)]),
    ...(marks.length > 0 ? [{ label: t('children.group.marks'), values: marks }] : []),
    ...one([
      [t('children.field.disability'), description.disability],
      [t('children.field.clothing'), description.clothing],
      [t('children.field.languages'), description.languages.map((code) => languageName(locale, code)).join(', ')],
    ]),
    ...one([[t('children.field.wordsRepeated'), description.wordsRepeated]]).map((line) => ({ ...line, quoted: true as const })),
    ...one([
      [t('children.field.homeWords'), description.homeWords.join(', ')],
      [t('children.field.homeDistrict'), homeDistrictName],
    ]),
  ];
}
