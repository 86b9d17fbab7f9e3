// What a record says of the child, as a list to read: only what is known. Ages as described and as they are now.
import type { ComponentChildren } from 'preact';
import { dayOf } from '../../../kernel/time.ts';
import { formatAgeNow, formatDay, languageName } from '../../../platform/i18n/index.ts';
import { SummaryList } from '../../../web/components/summary-list.tsx';
import type { View } from '../../../web/view.ts';
import { type Description, type Mark, nameBearers } from '../description.ts';

type Line = [label: string, value: ComponentChildren];
type Props = { view: View; description: Description; homeDistrictName?: string | null };

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

function bodyLines(
  view: View,
  { sex, age, birthDate, heightCentimetres: height, complexion, build, marks, disability }: Description,
): Line[] {
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
    [t('children.group.marks'), marks.length > 0 && <MarkList view={view} marks={marks} />],
    [t('children.field.disability'), disability],
  ];
}

function lifeLines({ view, description, homeDistrictName }: Props): Line[] {
  const { t, locale } = view;
  return [
    [t('children.field.clothing'), description.clothing],
    [t('children.field.languages'), description.languages.map((code) => languageName(locale, code)).join(', ')],
    [t('children.field.wordsRepeated'), description.wordsRepeated && <q>{description.wordsRepeated}</q>],
    [t('children.field.homeWords'), description.homeWords.join(', ')],
    [t('children.field.homeDistrict'), homeDistrictName],
  ];
}

function MarkList({ view: { t }, marks }: { view: View; marks: Mark[] }) {
  return (
    <ul>
      {marks.map((mark, index) => (
        <li key={index}>
          {[
            t(`children.markKind.${mark.kind}`),
            mark.side && t(`children.side.${mark.side}`),
            mark.site && t(`children.markSite.${mark.site}`),
            mark.text,
          ]
            .filter(Boolean)
            .join(', ')}
        </li>
      ))}
    </ul>
  );
}

export function DescriptionSummary(props: Props) {
  const { view, description } = props;
  const known = [...nameLines(view, description), ...bodyLines(view, description), ...lifeLines(props)].filter(([, value]) => value);
  if (known.length === 0) return <p>{view.t('children.nothingKnown')}</p>;
  return <SummaryList view={view} rows={known.map(([label, value]) => ({ label, value: <bdi>{value}</bdi> }))} />;
}
