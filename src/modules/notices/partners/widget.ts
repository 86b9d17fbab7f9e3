// What a partner frames in its own page: the newest notices it may have, in two kilobytes, without a script and without a request to anybody else. It asks
// again every minute, so that a notice that is over leaves it without the partner's doing.
import { createHash } from 'node:crypto';
import type { View } from '../../../web/view.ts';
import { noticeLines } from '../words.ts';
import type { PublicNotice } from '../store.ts';
import { escaped } from './xml.ts';

export const NOTICES_IN_WIDGET = 3;
const STYLE =
  'body{font:16px/1.5 "Noto Sans","Noto Sans Devanagari",sans-serif;margin:8px;color:#111;background:#fff}article{display:flex;gap:12px;border-top:1px solid #767676;padding:8px 0}img{width:96px;height:auto}p{margin:0}h1{font-size:16px;margin:0 0 8px}';
const styleHash = createHash('sha256').update(STYLE).digest('base64');

/** Only the partner's own pages may frame it. */
export function widgetPolicy(origin: string | null): string {
  return `default-src 'none'; img-src 'self'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'; frame-ancestors ${origin ?? "'none'"}`;
}

function articleOf(view: View, notice: PublicNotice): string {
  const { t } = view;
  const path = `/missing/${notice.publicId}`;
  const picture = notice.photographFile ? `<img src="${path}/photo.jpg" alt="${escaped(t('notices.photographOf'))}">` : '';
  const lines = noticeLines(view, notice).map(([label, text]) => `<p>${escaped(label)}: <bdi>${escaped(text)}</bdi></p>`);
  return `<article>${picture}<div>${lines.join('')}<p><a href="${path}" target="_blank" rel="noopener">${escaped(t('notices.seen'))}</a></p></div></article>`;
}

/** `notices`: null where nothing may be shown just now. */
export function widget(view: View, notices: readonly PublicNotice[] | null): string {
  const { t } = view;
  const empty = notices === null ? [t('notices.darkTitle'), t('notices.darkCall')] : notices.length === 0 ? [t('notices.widgetNone')] : [];
  const body = [...(notices ?? []).map((one) => articleOf(view, one)), ...empty.map((words) => `<p>${escaped(words)}</p>`)].join('');
  return `<!doctype html><html lang="${view.locale}" dir="${view.dir}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta http-equiv="refresh" content="60"><title>${escaped(t('notices.list.title'))}</title><style>${STYLE}</style><h1>${escaped(t('notices.list.title'))}</h1>${body}<p>${escaped(t('notices.helpline'))}</p></html>`;
}
