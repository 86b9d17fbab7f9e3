// What a record says of the child, as a list to read.
import type { ComponentChildren } from 'preact';
import { SummaryList } from '../../../web/components/summary-list.tsx';
import type { View } from '../../../web/view.ts';
import { type DescriptionLine, descriptionLines } from '../description-lines.ts';
import type { Description } from '../description.ts';

type Props = { view: View; description: Description; homeDistrictName?: string | null };

function drawn({ values, quoted }: DescriptionLine): ComponentChildren {
  if (quoted) return <q>{values[0]}</q>;
  if (values.length === 1) return values[0];
  return (
    <ul>
      {values.map((value, index) => (
        <li key={index}>{value}</li>
      ))}
    </ul>
  );
}

export function DescriptionSummary({ view, description, homeDistrictName }: Props) {
  const lines = descriptionLines(view, description, homeDistrictName ?? null);
  if (lines.length === 0) return <p>{view.t('children.nothingKnown')}</p>;
  return <SummaryList view={view} rows={lines.map((line) => ({ label: line.label, value: <bdi>{drawn(line)}</bdi> }))} />;
}
