// The outbox of a demonstration: what would have gone out by SMS, WhatsApp, e-mail or to a device, one-time codes among it. It exists only where everything is invented.
import type { Locale } from '../platform/i18n/index.ts';
import { type SentMessage, recentMessages } from '../platform/messages/index.ts';
import { EmptyState } from './components/empty-state.tsx';
import { type Route, page, show } from './route.ts';
import type { View } from './view.ts';
import { formatWhen } from '../platform/i18n/index.ts';
import type { Instant } from '../kernel/time.ts';

function Outbox({ view, messages }: { view: View; messages: SentMessage[] }) {
  const { t } = view;
  return (
    <>
      <h1>{t('web.outbox.title')}</h1>
      <p>{t('web.outbox.why')}</p>
      {messages.length === 0 ? <EmptyState view={view} title={t('web.outbox.empty')} text={t('web.outbox.emptyHow')} /> : null}
      <ol class="plain-list">
        {messages.map((message) => (
          <li class="card" key={message.id}>
            <p class="secondary">
              {t(`web.outbox.channel.${message.channel}`)} · {message.channel === 'push' ? '' : `${message.to} · `}
              {formatWhen(view, message.createdAt as Instant, view.now)}
            </p>
            <p>{message.text}</p>
          </li>
        ))}
      </ol>
    </>
  );
}

/** Mounted by a door only in a demonstration. */
export function outboxRoutes(): Route[] {
  return [
    page({
      path: '/outbox',
      permission: 'anyone',
      audit: 'outbox.view',
      purpose: 'demonstration',
      async answer(context) {
        const { view } = context;
        const messages = await recentMessages(context, view.locale as Locale);
        return show(view.t('web.outbox.title'), <Outbox view={view} messages={messages} />);
      },
    }),
  ];
}
