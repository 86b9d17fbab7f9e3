// CAP 1.2 (OASIS Common Alerting Protocol): the alert for one notice, and the Cancel that ends it. In a demonstration an exercise.
import type { Instant } from '../../../kernel/time.ts';
import type { View } from '../../../web/view.ts';
import { noticeLines } from '../words.ts';
import type { PublicNotice } from '../store.ts';
import { element, inIndia } from './xml.ts';

type Head = { origin: string; publicId: string; authorisedAt: Instant };

const senderOf = (origin: string): string => `notices@${new URL(origin).hostname}`;

function alert(fields: readonly [string, string][], info: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2">${fields.map(([name, text]) => element(name, text)).join('')}${info}</alert>\n`;
}

export function capAlert(view: View, origin: string, notice: PublicNotice): string {
  const { t, locale } = view;
  const words = noticeLines(view, notice).map(([label, text]) => `${label}: ${text}`).join('. '); // prettier-ignore
  const info: [string, string | null][] = [
    ['language', locale === 'hi' ? 'hi-IN' : 'en-IN'],
    ['category', 'Rescue'],
    ['event', t('notices.title')],
    ['responseType', 'Monitor'],
    ['urgency', 'Immediate'],
    ['severity', 'Severe'],
    ['certainty', 'Observed'],
    ['expires', inIndia(notice.expiresAt)],
    ['headline', t('notices.title')],
    ['description', words],
    ['instruction', t('notices.helpline')],
    ['web', `${origin}/missing/${notice.publicId}`],
  ];
  const area = `<area>${element('areaDesc', notice.districtName ?? '')}</area>`;
  return alert(
    [
      ['identifier', notice.publicId],
      ['sender', senderOf(origin)],
      ['sent', inIndia(notice.authorisedAt)],
      ['status', view.demo ? 'Exercise' : 'Actual'],
      ['msgType', 'Alert'],
      ['scope', 'Public'],
    ],
    `<info>${info.map(([name, text]) => element(name, text)).join('')}${area}</info>`,
  );
}

/** Why it is over is not said. */
export function capCancel(view: View, { origin, publicId, authorisedAt }: Head, overAt: Instant): string {
  return alert(
    [
      ['identifier', `${publicId}-over`],
      ['sender', senderOf(origin)],
      ['sent', inIndia(overAt)],
      ['status', view.demo ? 'Exercise' : 'Actual'],
      ['msgType', 'Cancel'],
      ['scope', 'Public'],
      ['references', `${senderOf(origin)},${publicId},${inIndia(authorisedAt)}`],
    ],
    '',
  );
}
