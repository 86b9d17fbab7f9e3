// How a score came about: from where every pair starts, one bar per aspect, to where this pair ends. Against shows to the left.
import type { View } from '../view.ts';
import { Icon } from './icon.tsx';

/** `weight` in doublings (log2 of the odds); null where one side does not say. `sentence` tells the two values in words. */
export type WaterfallRow = { label: string; sentence: string; weight: number | null };

/** `prior` and `final` in doublings; `priorWords` "starts at 1 in 21,000", `finalWords` "89 %". */
export type WaterfallProps = {
  view: View;
  prior: number;
  final: number;
  priorWords: string;
  finalWords: string;
  rows: readonly WaterfallRow[];
};

type Scale = (weight: number) => number;

/** Less than this (1.4 times likelier or unlikelier) is said to tell little: it is no agreement to lean on and no contradiction to look into. */
export const TELLS_LITTLE = 0.5;

export function Waterfall({ view, prior, final, priorWords, finalWords, rows }: WaterfallProps) {
  const steps = runningTotals(prior, rows);
  const scale = scaleFor([0, prior, final, ...steps]);
  return (
    <table class="waterfall">
      <caption class="unseen">{view.t('web.waterfall.caption')}</caption>
      <thead class="unseen">
        <tr>
          <th scope="col">{view.t('web.waterfall.aspect')}</th>
          <th scope="col">{view.t('web.comparison.verdict')}</th>
          <th scope="col">{view.t('web.waterfall.why')}</th>
          <th scope="col">{view.t('web.waterfall.bar')}</th>
          <th scope="col">{view.t('web.waterfall.weight')}</th>
        </tr>
      </thead>
      <tbody>
        <End label={view.t('web.waterfall.start')} words={priorWords} weight={prior} scale={scale} kind="start" />
        {rows.map((row, index) => (
          <tr key={row.label} class={verdictOf(row)}>
            <th scope="row">{row.label}</th>
            <td class="verdict">
              <Icon name={iconOf[verdictOf(row)]} />
              {view.t(`web.waterfall.verdict.${verdictOf(row)}`)}
            </td>
            <td class="why">{row.sentence}</td>
            <td class="bar">
              {row.weight === null ? null : (
                <Bar from={steps[index]!} to={steps[index + 1]!} scale={scale} kind={row.weight < 0 ? 'against' : 'for'} />
              )}
            </td>
            <td class="weight">{row.weight === null ? view.t('web.waterfall.noWeight') : timesLikelier(view, row.weight)}</td>
          </tr>
        ))}
        <End label={view.t('web.waterfall.end')} words={finalWords} weight={final} scale={scale} kind="end" />
      </tbody>
    </table>
  );
}

const iconOf = { agrees: 'agrees', differs: 'differs', little: 'unknown', unknown: 'unknown' } as const;

function verdictOf({ weight }: WaterfallRow): 'agrees' | 'differs' | 'little' | 'unknown' {
  if (weight === null) return 'unknown';
  if (Math.abs(weight) < TELLS_LITTLE) return 'little';
  return weight < 0 ? 'differs' : 'agrees';
}

function End(props: { label: string; words: string; weight: number; scale: Scale; kind: 'start' | 'end' }) {
  return (
    <tr class={props.kind}>
      <th scope="row" colSpan={2}>
        {props.label}
      </th>
      <td class="why">{props.words}</td>
      <td class="bar">
        <Bar from={0} to={props.weight} scale={props.scale} kind={props.kind} />
      </td>
      <td class="weight" />
    </tr>
  );
}

/** A bar on the common scale; the thin line is even odds, where "same" and "not the same" are as likely. */
function Bar({ from, to, scale, kind }: { from: number; to: number; scale: Scale; kind: 'for' | 'against' | 'start' | 'end' }) {
  const [left, right] = [scale(Math.min(from, to)), scale(Math.max(from, to))];
  return (
    <svg class={`bar-${kind}`} viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <rect class="even" x={round(scale(0))} y="0" width="0.3" height="12" />
      <rect class="amount" x={round(left)} y="2" width={round(Math.max(right - left, 0.6))} height="8" />
    </svg>
  );
}

function runningTotals(prior: number, rows: readonly WaterfallRow[]): number[] {
  const totals = [prior];
  for (const row of rows) totals.push(totals.at(-1)! + (row.weight ?? 0));
  return totals;
}

function scaleFor(values: readonly number[]): Scale {
  const low = Math.min(...values);
  const span = Math.max(...values) - low || 1;
  return (weight) => 1 + ((weight - low) / span) * 98;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** "170 times likelier", "3 times less likely": what a doubling is, nobody at a desk need know. */
function timesLikelier(view: View, weight: number): string {
  const times = 2 ** Math.abs(weight);
  const n = times < 10 ? Math.round(times * 10) / 10 : Number(times.toPrecision(2));
  if (Math.abs(weight) < TELLS_LITTLE) return '';
  return view.t(weight > 0 ? 'web.waterfall.likelier' : 'web.waterfall.unlikelier', { n });
}
