// How long FIRs are on their way, step by step: half of them within the full part of the bar, nineteen of twenty within the pale one. The words say it, the bar only shows it.
import { formatDuration } from '../../../platform/i18n/index.ts';
import type { View } from '../../../web/view.ts';
import { borders, ways } from '../figures/lag-steps.ts';
import type { Lags } from '../figures/standing.ts';

/** "5 s", "2 min", "1 d": the upper border of a step. */
export function withinWords(view: View, step: number | null): string {
  if (step === null) return '–';
  const seconds = borders[step]!;
  if (seconds === Number.POSITIVE_INFINITY) return view.t('exchange.lag.overAYear');
  if (seconds < 60) return view.t('exchange.lag.seconds', { seconds });
  return formatDuration(view, seconds / 60);
}

/** Steps are about even in width: each border is two to three times the one before. */
const width = (step: number | null): number => (step === null ? 0 : (100 * (step + 1)) / borders.length);

export function LagPicture({ view, lags }: { view: View; lags: Lags }) {
  const { t } = view;
  return (
    <dl class="lag-picture">
      {ways.map((way) => (
        <div key={way}>
          <dt>{t(`exchange.way.${way}`)}</dt>
          <dd>
            {lags[way].p50 === null ? null : (
              <svg class="lag-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                <rect class="share-ground" width="100" height="10" />
                <rect class="lag-most" width={width(lags[way].p95)} height="10" />
                <rect class="share-part" width={width(lags[way].p50)} height="10" />
              </svg>
            )}
            <span>
              {lags[way].p50 === null
                ? t('exchange.lag.none')
                : t('exchange.lag.both', { p50: withinWords(view, lags[way].p50), p95: withinWords(view, lags[way].p95) })}
            </span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
