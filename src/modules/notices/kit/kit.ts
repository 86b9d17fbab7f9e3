// The kit of a notice: what a poster says of the child, which is what the public view gives and nothing more; in which languages; as which files.
import { dayOf } from '../../../kernel/time.ts';
import { type Poster, type PosterShape, posterFiles } from '../../../platform/documents/index.ts';
import { type PrintLocale, formatDay, isPrinted, printLocalesFor } from '../../../platform/i18n/index.ts';
import type { View } from '../../../web/view.ts';
import { noticeLines } from '../words.ts';
import type { PublicNotice } from '../store.ts';

const names: Record<PosterShape, string> = { a4: 'poster', square: 'square', story: 'story', strip: 'strip' };

/** `poster.pdf`, `square.jpg`, `story.jpg`, `strip.png` */
export function kitFileName(shape: PosterShape): string {
  return `${names[shape]}.${posterFiles[shape].ending}`;
}

/** The reader's own language first, then those of the place, then those of the screens. */
export function kitLanguages({ locale }: Pick<View, 'locale'>, spoken: readonly string[]): PrintLocale[] {
  return [...new Set([...(isPrinted(locale) ? [locale] : []), ...printLocalesFor(spoken)])];
}

function callsOf({ t }: View, { officeTelephone, officeName }: PublicNotice): Poster['calls'] {
  return [
    { number: '1098', label: t('notice-kit.call.1098') },
    { number: '112', label: t('notice-kit.call.112') },
    ...(officeTelephone ? [{ number: officeTelephone, label: officeName ?? '' }] : []),
  ];
}

/** `address`: of the notice itself, where a reader sees whether the child is still missing. */
export function posterOf(view: View, notice: PublicNotice, address: string, picture: Buffer | null): Poster {
  const { t } = view;
  return {
    heading: t('notice-kit.heading'),
    name: notice.name,
    lines: noticeLines(view, { ...notice, name: null }).map(([term, value]) => ({ term, value })),
    picture: picture && { jpeg: picture, alt: t('notice-kit.photograph') },
    calls: callsOf(view, notice),
    reference: { term: t('notice-kit.reference'), value: notice.reference ?? '' },
    code: { address, words: t('notice-kit.scan') },
    foot: t('notice-kit.until', { day: formatDay(view, dayOf(notice.expiresAt)) }),
    at: view.now,
  };
}
