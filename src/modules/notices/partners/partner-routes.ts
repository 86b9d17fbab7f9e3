// What partners ask of the citizen door, by a token as machines show it: the feed, one alert, the recalls that wait; and the page they frame. Nothing of it can be
// asked by name, and what is not theirs is not there.
import { refuse } from '../../../kernel/refusal.ts';
import { hashToken } from '../../../platform/credentials/index.ts';
import { type FileAnswer, type Input, type RequestContext, type Route, form, page } from '../../../web/route.ts';
import type { Showing } from '../manifest/showing.ts';
import { capAlert, capCancel } from './cap.ts';
import { acknowledgeSchema } from './form.ts';
import { giveTo } from './given.ts';
import {
  type Known,
  acknowledgeRecall,
  anyPartnerByToken,
  overFor,
  partnerByEmbedKey,
  partnerByToken,
  recallsFor,
} from './partner-store.ts';
import { pfif } from './pfif.ts';
import { NOTICES_IN_WIDGET, widget, widgetPolicy } from './widget.ts';

const ground = { permission: 'anyone', purpose: 'public-tracing' } as const;
const MOST_IN_FEED = 500;

const file = (text: string, contentType: string, more: Partial<FileAnswer> = {}): FileAnswer => ({
  kind: 'file',
  body: Buffer.from(text),
  contentType,
  cacheControl: 'no-store',
  unlisted: true,
  ...more,
});
const notNow = (): FileAnswer => file('not now', 'text/plain; charset=utf-8', { status: 503 });

const asks = (context: RequestContext, { bearer }: Input): Promise<Known | undefined> => partnerByToken(context, hashToken(bearer ?? ''));

export function partnerRoutes(showing: Showing, origin: string): Route[] {
  return [
    page({
      ...ground,
      path: '/partners/notices.pfif',
      audit: 'notice.feed',
      async answer(context, input) {
        const partner = await asks(context, input);
        if (!partner) return refuse('web.error.notFound');
        const live = await giveTo(context, showing, partner, MOST_IN_FEED);
        return live ? file(pfif(origin, live, await overFor(context, partner.id)), 'application/xml; charset=utf-8') : notNow();
      },
    }),
    page({
      ...ground,
      path: '/partners/alert.cap',
      audit: 'notice.alert',
      async answer(context, input) {
        const partner = await asks(context, input);
        const live = partner && (await giveTo(context, showing, partner, MOST_IN_FEED));
        const over = partner && (await overFor(context, partner.id)).find(({ publicId }) => publicId === input.query['notice']);
        const { view } = context;
        if (over) return file(capCancel(view, { origin, ...over }, over.overAt), 'application/cap+xml; charset=utf-8');
        if (live === null) return notNow();
        const notice = live?.find(({ publicId }) => publicId === input.query['notice']);
        return notice ? file(capAlert(view, origin, notice), 'application/cap+xml; charset=utf-8') : refuse('web.error.notFound');
      },
    }),
    page({
      ...ground,
      path: '/partners/recalls',
      audit: 'notice.recalls',
      async answer(context, { bearer }) {
        const partner = await anyPartnerByToken(context, hashToken(bearer ?? ''));
        return partner ? { kind: 'json', value: { recalls: await recallsFor(context, partner.id) } } : refuse('web.error.notFound');
      },
    }),
    form({
      ...ground,
      path: '/partners/recalls/acknowledged',
      audit: 'notice.recallAcknowledged',
      schema: acknowledgeSchema,
      async save(context, { bearer, draft }) {
        const partner = await anyPartnerByToken(context, hashToken(bearer ?? ''));
        if (!partner || !(await acknowledgeRecall(context, partner.id, draft.recall))) return refuse('web.error.notFound');
        return { kind: 'json', value: { acknowledged: draft.recall } };
      },
    }),
    page({
      ...ground,
      path: '/embed',
      audit: 'notice.embed',
      async answer(context, { query }) {
        const partner = await partnerByEmbedKey(context, query['of'] ?? '');
        if (!partner?.embedOrigin) return refuse('web.error.notFound');
        const notices = await giveTo(context, showing, partner, NOTICES_IN_WIDGET);
        const contentPolicy = widgetPolicy(partner.embedOrigin);
        return file(widget(context.view, notices), 'text/html; charset=utf-8', { contentPolicy, ...(notices ? {} : { status: 503 }) });
      },
    }),
  ];
}
