// What carries the portal's messages, by configuration, and the lanes of the worker that hand them over.
import type { Config } from '../platform/config.ts';
import type { Tools } from '../platform/context.ts';
import { listenTo } from '../platform/database/index.ts';
import { factsOfFault } from '../platform/log.ts';
import { type LaneWatch, type MessageProvider, gatewayOverHttp, outboxProvider, sendLane } from '../platform/messages/index.ts';
import { type LoopOptions, repeat } from './loop.ts';

/** One carrier for each channel. Without one a demonstration keeps the message for its outbox, and any other portal refuses it by name. */
export function carriersOf(config: Config): MessageProvider[] {
  return [
    config.sms ? gatewayOverHttp('sms', config.sms) : outboxProvider('sms', config.demo),
    outboxProvider('email', config.demo),
    outboxProvider('whatsapp', config.demo),
    outboxProvider('push', config.demo),
  ];
}

/** A lane for each carrier, woken by what is queued on its channel. */
export function startLanes(
  tools: Tools,
  databaseUrl: string,
  carriers: readonly MessageProvider[],
  options: Omit<LoopOptions, 'name'>,
): { stop(): Promise<void> } {
  const { log } = options;
  const watch: LaneWatch = {
    onFault: (error) => log.error(factsOfFault(error), 'message.fault'),
    onGivenUp: ({ channel, template, locale }, because) =>
      log.error({ queue: channel, rule: `${template}/${locale}`, errorCode: because }, 'message.givenUp'),
  };
  const lanes = new Map(
    carriers.map((carrier) => [
      carrier.channel as string,
      repeat({ name: `message.${carrier.channel}`, ...options }, (goOn) => sendLane(tools, carrier, watch, goOn)),
    ]),
  );
  const all = (): void => lanes.forEach((lane) => lane.run());
  const listening = listenTo(databaseUrl, 'message', (channel) => lanes.get(channel)?.run(), all);
  return {
    async stop() {
      await listening.stop();
      await Promise.all([...lanes.values()].map((lane) => lane.stop()));
    },
  };
}
