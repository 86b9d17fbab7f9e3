// One public notice: what the order allows, a number to call, and a way to say "I have seen this child". Or nothing at all, with thanks.
import { LinkButton } from '../../../web/components/link-button.tsx';
import type { View } from '../../../web/view.ts';
import { KitLinks } from '../kit/kit-links.tsx';
import type { PublicNotice } from '../store.ts';
import { noticeLines } from '../words.ts';

export function NoticePage({ view, notice, spoken }: { view: View; notice: PublicNotice; spoken: readonly string[] }) {
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
      <KitLinks view={view} under={`/missing/${notice.publicId}`} spoken={spoken} />
      <p class="hint">{t('notices.doNotCopy')}</p>
      <p>
        <a href={`/missing/${notice.publicId}/wrong`}>{t('notices.objection.link')}</a>
      </p>
    </article>
  );
}

/** A child found is good news and is said; what else ended a notice is nobody's to read. */
export function NoticeGonePage({ view: { t }, found }: { view: View; found: boolean }) {
  return (
    <>
      <h1>{t(found ? 'notices.foundTitle' : 'notices.goneTitle')}</h1>
      <p>{t(found ? 'notices.found' : 'notices.gone')}</p>
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
