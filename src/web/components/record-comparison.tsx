// Two records side by side, photographs the same size, then aspect by aspect: what agrees, what differs (never hidden), what is unknown.
import type { ComponentChildren } from 'preact';
import type { View } from '../view.ts';
import { Icon } from './icon.tsx';
import { PersonName, type NameShown, nameInText } from './person-name.tsx';
import { Photo, type PhotoOf } from './photo.tsx';

export type Verdict = 'agrees' | 'differs' | 'unknown';

/** One record: `heading` says which it is ("Missing: FIR 212/2025 PS Sonepur, Bihar"); `lines` are the age and whatever else must be in sight. */
export type ComparedRecord = { heading: ComponentChildren; href?: string; photo: PhotoOf; name: NameShown; lines: readonly string[] };
export type ComparedAspect = { aspect: string; left: string | null; right: string | null; verdict: Verdict };

export type RecordComparisonProps = {
  view: View;
  left: ComparedRecord;
  right: ComparedRecord;
  /** May be left out where a Waterfall already tells the aspects. */
  aspects?: readonly ComparedAspect[];
};

export function RecordComparison({ view, left, right, aspects = [] }: RecordComparisonProps) {
  return (
    <div class="comparison">
      <Side view={view} record={left} />
      <Side view={view} record={right} />
      {aspects.length > 0 ? <Aspects view={view} left={left} right={right} aspects={aspects} /> : null}
    </div>
  );
}

function Side({ view, record }: { view: View; record: ComparedRecord }) {
  return (
    <section class="compared">
      <h2>{record.href ? <a href={record.href}>{record.heading}</a> : record.heading}</h2>
      <Photo view={view} photo={record.photo} of={nameInText(view, record.name)} />
      <div>
        <p class="compared-name">
          <PersonName view={view} name={record.name} />
        </p>
        {record.lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
    </section>
  );
}

function Aspects({ view, left, right, aspects }: Required<RecordComparisonProps>) {
  return (
    <table class="aspects stacked">
      <caption class="unseen">{view.t('web.comparison.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{view.t('web.comparison.aspect')}</th>
          <th scope="col">{left.heading}</th>
          <th scope="col">{right.heading}</th>
          <th scope="col">{view.t('web.comparison.verdict')}</th>
        </tr>
      </thead>
      <tbody>
        {aspects.map((row) => (
          <tr key={row.aspect} class={row.verdict}>
            <th scope="row">{row.aspect}</th>
            <td data-label={view.t('web.comparison.first')}>{row.left ?? view.t('web.unknown')}</td>
            <td data-label={view.t('web.comparison.second')}>{row.right ?? view.t('web.unknown')}</td>
            <td class="verdict">
              <Icon name={row.verdict} />
              {view.t(`web.comparison.${row.verdict}`)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
