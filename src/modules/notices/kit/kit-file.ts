// A poster of a notice as a file: drawn when it is asked for and kept nowhere, so that none is left when the notice ends or nobody vouches for it.
import { type Refusal, refuse } from '../../../kernel/refusal.ts';
import { type PosterShape, posterFiles, renderPoster } from '../../../platform/documents/index.ts';
import { type PrintLocale, isPrinted, wordsIn } from '../../../platform/i18n/index.ts';
import { readPhotograph } from '../../../platform/photographs/index.ts';
import type { FileAnswer, Params, RequestContext } from '../../../web/route.ts';
import type { Showing } from '../manifest/showing.ts';
import { standingOf, without } from '../standing.ts';
import { kitFileName, posterOf } from './kit.ts';

/** `origin`: of the citizen door, which a code leads to from whatever door it was printed. */
export type Kit = { showing: Showing; origin: string };

export const kitGround = { audit: 'notice.kit', purpose: 'public-tracing' } as const;

function languageOf({ view }: RequestContext, query: Params): PrintLocale {
  const asked = query['language'] ?? view.locale;
  return isPrinted(asked) ? asked : 'en';
}

export async function kitFile(
  context: RequestContext,
  { showing, origin }: Kit,
  asked: { publicId: string; shape: PosterShape; query: Params },
): Promise<FileAnswer | Refusal> {
  const standing = await standingOf(context, showing, asked.publicId);
  if (standing.is !== 'shown') return without(standing.is);
  const { notice } = standing;
  const language = languageOf(context, asked.query);
  const { photographFile } = notice;
  const picture = photographFile ? await readPhotograph(context.tools.photographDirectory, photographFile, 'full') : undefined;
  const view = { ...context.view, ...wordsIn(language) };
  const poster = posterOf(view, notice, `${origin}/missing/${notice.publicId}`, picture ?? null);
  const drawn = await renderPoster(poster, { shape: asked.shape, language });
  if (!drawn) return refuse('web.error.tooMany');
  return {
    kind: 'file',
    body: Buffer.from(drawn),
    contentType: posterFiles[asked.shape].contentType,
    cacheControl: 'no-store',
    unlisted: true,
    fileName: `${notice.reference}-${language}-${kitFileName(asked.shape)}`,
  };
}
