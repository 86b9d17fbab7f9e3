// From other systems to here: how long it took, of the whole area in a sentence and place by place.
import { formatMonth } from '../../../platform/i18n/index.ts';
import { Table } from '../../../web/components/table.tsx';
import type { View } from '../../../web/view.ts';
import { placeName } from '../../places/index.ts';
import type { LoadedLeague } from '../load.ts';
import { borderInWords } from '../words.ts';
import { ShareBar } from './share-bar.tsx';
import { leaguePath } from './trail.tsx';

export function ArrivalsSection({ view, loaded }: { view: View; loaded: LoadedLeague }) {
  const { t } = view;
  const { arrivals, asked, places } = loaded;
  const month = formatMonth(view, asked.month);
  const { level } = asked.area;
  return (
    <section aria-labelledby="arrivals">
      <h2 id="arrivals">{t('timeliness.arrival.title')}</h2>
      <p>{t('timeliness.arrival.about')}</p>
      {arrivals === null ? (
        <p>{t('timeliness.arrival.none', { month })}</p>
      ) : (
        <>
          <p>
            {t('timeliness.arrival.all', {
              month,
              entries: arrivals.all.entries,
              share: arrivals.all.withinHour,
              p50: borderInWords(view, arrivals.all.p50),
              p90: borderInWords(view, arrivals.all.p90),
              p95: borderInWords(view, arrivals.all.p95),
            })}
          </p>
          {level === 'district' ? null : (
            <Table
              caption={t('timeliness.arrival.title')}
              narrow="running"
              captionUnseen
              columns={[
                { label: t(`timeliness.column.${level}`) },
                { label: t('timeliness.arrival.withinHour') },
                ...(['entries', 'p50', 'p90', 'p95'] as const).map((name) => ({ label: t(`timeliness.column.${name}`), numeric: true })),
              ]}
              rows={arrivals.places.map(({ place, entries, inHour, withinHour, p50, p90, p95 }) => ({
                id: place,
                cells: [
                  <a href={leaguePath(asked, { place })}>{placeName(view, { code: place, name: places.get(place)?.name ?? place })}</a>,
                  <ShareBar share={withinHour} label={t('timeliness.arrival.ofTold', { inHour, entries })} />,
                  String(entries),
                  ...[p50, p90, p95].map((border) => borderInWords(view, border)),
                ],
              }))}
            />
          )}
        </>
      )}
    </section>
  );
}
