// Directions not kept, with the day their three months end. The portal shows the day; what the State does on it the State decides.
import { type Instant, dayOf } from '../../../kernel/time.ts';
import { formatDay, formatMoment } from '../../../platform/i18n/index.ts';
import { Duty, DutyList } from '../../../web/components/duty.tsx';
import type { View } from '../../../web/view.ts';
import type { Outstanding } from '../standing.ts';

export function Cliff({ view, outstanding }: { view: View; outstanding: readonly Outstanding[] }) {
  const { t } = view;
  if (outstanding.length === 0) return null;
  return (
    <section aria-labelledby="cliff">
      <h2 id="cliff">{t('returns.cliff.title', { count: outstanding.length })}</h2>
      <p>{t('returns.cliff.about')}</p>
      <DutyList>
        {outstanding.map((one) => (
          <Duty
            key={one.id}
            view={view}
            title={one.officeName}
            href={`/returns/${one.officeId}`}
            due={one.dueAt}
            why={t('returns.cliff.row', {
              reference: one.reference,
              day: formatDay(view, one.givenOn),
              pending: one.pendingThen,
              now: one.pendingNow,
            })}
            {...(one.dueAt ? { note: noteOf(view, one, one.dueAt) } : {})}
          />
        ))}
      </DutyList>
    </section>
  );
}

/** The end of the three months; and of a direction written down on a later day than it was given, when that was. */
function noteOf(view: View, { givenOn, recordedAt }: Outstanding, dueAt: Instant): string {
  const day = formatDay(view, dayOf(dueAt));
  const end = view.t(dueAt < view.now ? 'returns.cliff.over' : 'returns.cliff.until', { day });
  return dayOf(recordedAt) === givenOn ? end : `${end} ${view.t('returns.cliff.saidLate', { at: formatMoment(view, recordedAt) })}`;
}
