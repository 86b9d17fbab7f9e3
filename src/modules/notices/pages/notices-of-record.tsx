// The notices of one record on the desk: by whose order, until when, and why those that ended did; and the posters of the one that is up.
import { dayOf } from '../../../kernel/time.ts';
import { formatDay, formatMoment } from '../../../platform/i18n/index.ts';
import type { View } from '../../../web/view.ts';
import { KitLinks } from '../kit/kit-links.tsx';
import { isLive } from '../notice.ts';
import type { Notice } from '../store.ts';

type Props = {
  view: View;
  notices: readonly Notice[];
  /** Where the posters are, for who may take them. */
  kit: { under: string; spoken: readonly string[]; suffix: string } | null;
};

export function NoticesOfRecord({ view, notices, kit }: Props) {
  if (notices.length === 0) return null;
  const { t } = view;
  return (
    <section>
      <h2>{t('notices.ofRecord.title')}</h2>
      <ul>
        {notices.map((notice) => (
          <li key={notice.id}>
            {t(`notices.authority.${notice.authority}`)}, {notice.orderNumber}:{' '}
            {notice.withdrawnAt
              ? t('notices.ofRecord.ended', {
                  when: formatMoment(view, notice.withdrawnAt),
                  because: t(`notices.withdrawn.${notice.withdrawnBecause}`),
                })
              : t('notices.ofRecord.until', { day: formatDay(view, dayOf(notice.expiresAt)) })}
          </li>
        ))}
      </ul>
      {kit && notices.some((notice) => isLive(notice, view.now)) ? <KitLinks view={view} {...kit} /> : null}
    </section>
  );
}
