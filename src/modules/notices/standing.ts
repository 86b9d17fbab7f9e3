// How a notice stands for whoever asks for it: on show, gone, or dark because nobody vouches for it; and what a file answers where there is nothing to show.
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Context } from '../../platform/context.ts';
import type { FileAnswer } from '../../web/route.ts';
import type { Showing } from './manifest/showing.ts';
import { type PublicNotice, findPublicNotice } from './store.ts';
import { isShowable } from './words.ts';

export const PUBLIC_ID = /^[0-9a-z]{26}$/;

export type Standing = { is: 'unknown' } | { is: 'gone' | 'dark' | 'shown'; notice: PublicNotice };

/** One look-up whatever was asked, so that an unknown address takes as long as a known one. */
export async function standingOf(context: Context, showing: Showing, publicId: string): Promise<Standing> {
  const notice = await findPublicNotice(context, PUBLIC_ID.test(publicId) ? publicId : '');
  const shownNow = await showing(context);
  if (!notice) return { is: 'unknown' };
  if (!isShowable(notice, context.now)) return { is: 'gone', notice };
  return { is: shownNow?.has(notice.publicId) ? 'shown' : 'dark', notice };
}

/** In place of a picture or a poster. No copy of it outlives the moment. */
export function without(is: 'gone' | 'dark' | 'unknown'): FileAnswer | Refusal {
  if (is === 'unknown') return refuse('web.error.notFound');
  const [status, words] = is === 'gone' ? [410, 'gone'] : [503, 'not now'];
  return {
    kind: 'file',
    body: Buffer.from(words),
    contentType: 'text/plain; charset=utf-8',
    status,
    cacheControl: 'no-store',
    unlisted: true,
  };
}
