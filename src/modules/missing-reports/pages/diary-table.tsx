// The diary as a table: when it happened beside when it was recorded, since the lag is the story; corrections stand beside what they correct.
import { minutesBetween } from '../../../kernel/time.ts';
import { formatDuration, formatMoment } from '../../../platform/i18n/index.ts';
import type { View } from '../../../web/view.ts';
import type { TimelineEntry } from '../../diary/index.ts';

const LAG_SHOWN_MINUTES = 5;

function Row({ view, entry }: { view: View; entry: TimelineEntry }) {
  const { t } = view;
  const lag = minutesBetween(entry.happenedAt, entry.recordedAt);
  return (
    <tr>
      <td>
        <time dateTime={entry.happenedAt}>{formatMoment(view, entry.happenedAt)}</time>
      </td>
      <td>
        <time dateTime={entry.recordedAt}>{formatMoment(view, entry.recordedAt)}</time>
        {lag >= LAG_SHOWN_MINUTES ? ` (${formatDuration(view, lag)})` : ''}
      </td>
      <td>
        {t(`law.happening.${entry.happening}`)}
        {entry.corrects ? ` (${t('missing-reports.record.correction')})` : ''}
      </td>
      <td>{[entry.byOfficerName, entry.byOfficeName].filter(Boolean).join(', ') || t(`missing-reports.door.${entry.door}`)}</td>
    </tr>
  );
}

export function DiaryTable({ view, timeline }: { view: View; timeline: readonly TimelineEntry[] }) {
  const { t } = view;
  const columns = ['happened', 'recorded', 'what', 'by'] as const;
  return (
    <section>
      <h2>{t('missing-reports.record.diary')}</h2>
      <table class="diary">
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(`missing-reports.diary.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {timeline.map((entry) => (
            <Row key={entry.entryId} view={view} entry={entry} />
          ))}
        </tbody>
      </table>
    </section>
  );
}
