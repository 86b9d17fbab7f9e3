// One public notice: what the order allows, a number to call, and a way to say "I have seen this child". Or nothing at all, with thanks.
import { formatDay } from '../../../platform/i18n/index.ts';
import { LinkButton } from '../../../web/components/link-button.tsx';
import type { View } from '../../../web/view.ts';
import type { PublicNotice } from '../store.ts';
import { publicAge } from '../words.ts';

/** The lines a notice has; those its order does not name are left out, not shown empty. */
export function noticeLines(view: View, notice: PublicNotice): [label: string, text: string][] {
  const { t } = view;
  const age = publicAge(view, notice);
  const lines: [string, string | null][] = [
    ['children.field.childName', notice.name],
    ['notices.field.age', age],
    ['children.field.sex', notice.sex ? t(`children.sex.${notice.sex}`) : null],
    ['children.field.clothing', notice.clothing],
    ['notices.field.district', notice.districtName],
    ['notices.field.lastSeenOn', notice.lastSeenOn ? formatDay(view, notice.lastSeenOn) : null],
  ];
  return lines.flatMap(([field, text]) => (text ? [[t(field), text] as [string, string]] : []));
}

export function NoticePage({ view, notice }: { view: View; notice: PublicNotice }) {
  const { t } = view;
  return (
    <article>
      <h1>{t('notices.title')}</h1>
      {notice.photographFile ? <img src={`/missing/${notice.publicId}/photo.jpg`} alt={t('notices.photographOf')} width={320} /> : null}
      <dl>
        {noticeLines(view, notice).map(([label, text]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd dir="auto">{text}</dd>
          </div>
        ))}
      </dl>
      <LinkButton href={`/seen?notice=${notice.publicId}`} kind="primary">
        {t('notices.seen')}
      </LinkButton>
      <p>{t('notices.helpline')}</p>
      <p class="hint">{t('notices.doNotCopy')}</p>
      <p>
        <a href={`/missing/${notice.publicId}/wrong`}>{t('notices.objection.link')}</a>
      </p>
    </article>
  );
}

/** One sentence, whatever ended it: why is nobody's to read. */
export function NoticeGonePage({ view: { t } }: { view: View }) {
  return (
    <>
      <h1>{t('notices.goneTitle')}</h1>
      <p>{t('notices.gone')}</p>
    </>
  );
}

/** Nobody vouches for what may be shown: that is said, and nothing of any child. */
export function NoticesDarkPage({ view: { t } }: { view: View }) {
  return (
    <>
      <h1>{t('notices.darkTitle')}</h1>
      <p>{t('notices.darkCall')}</p>
      <p>{t('notices.dark')}</p>
    </>
  );
}

/** From here as many places were looked at as one network may in a day. */
export function NoticesEnoughPage({ view }: { view: View }) {
  const { t } = view;
  return (
    <>
      <h1>{t('notices.enoughTitle')}</h1>
      <p>{t('notices.darkCall')}</p>
      <p>{t('notices.enough')}</p>
      <LinkButton href="/seen">{t('notices.enoughSeen')}</LinkButton>
    </>
  );
}
