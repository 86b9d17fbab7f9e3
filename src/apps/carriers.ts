// What carries the portal's messages, by configuration, and the lanes of the worker that hand them over.
import { type Config, ConfigError } from '../platform/config.ts';
import { newId } from '../kernel/ids.ts';
import { type Context, type Tools, inContext } from '../platform/context.ts';
import { listenTo } from '../platform/database/index.ts';
import { type Log, factsOfFault } from '../platform/log.ts';
import {
  type DltRegister,
  type LaneWatch,
  type MessageProvider,
  gatewayOverHttp,
  type PushKeys,
  outboxProvider,
  pushCarrier,
  readDltRegister,
  sendLane,
  sending,
  smtpCarrier,
  withoutDltNumber,
} from '../platform/messages/index.ts';
import { forgetDevice, readDevice } from '../modules/officers/index.ts';
import { type LoopOptions, repeat } from './loops/loop.ts';

/** One carrier for each channel. Without one a demonstration keeps the message for its outbox, and any other portal refuses it by name. */
export function carriersOf(config: Config, log: Log, push: MessageProvider): MessageProvider[] {
  const { sms, whatsapp, mail, demo } = config;
  const dlt = { register: registeredTemplates(config), required: config.production };
  if (sms && dlt.required)
    for (const missing of withoutDltNumber(dlt.register)) log.warn({ queue: 'sms', rule: missing }, 'message.noDltTemplate');
  return [
    sms ? gatewayOverHttp('sms', sms, dlt) : outboxProvider('sms', demo),
    mail ? smtpCarrier(mail) : outboxProvider('email', demo),
    whatsapp ? gatewayOverHttp('whatsapp', whatsapp) : outboxProvider('whatsapp', demo),
    demo ? outboxProvider('push', demo) : push,
  ];
}

/** The carrier of pushes, with what the officers' module knows of devices. */
export function pushOver(tools: Tools, config: Config, keys: PushKeys): MessageProvider {
  const ask = <T>(work: (context: Context) => Promise<T>): Promise<T> => inContext(tools, { ...sending, requestId: newId() }, work);
  const { mail, publicOrigins } = config;
  return pushCarrier({
    keys,
    subject: mail
      ? `mailto:${mail.from}`
      : publicOrigins.desk?.startsWith('https:')
        ? publicOrigins.desk
        : 'mailto:portal@vatsalya.invalid',
    deviceOf: (id) => ask((context) => readDevice(context, id)),
    forget: (id) => ask((context) => forgetDevice(context, id)),
  });
}

function registeredTemplates({ dltTemplatesFile: path }: Config): DltRegister | undefined {
  if (path === undefined) return undefined;
  try {
    return readDltRegister(path);
  } catch (error) {
    throw new ConfigError([`DLT_TEMPLATES_FILE: ${(error as Error).message}`]);
  }
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
      for (const carrier of carriers) carrier.close?.();
    },
  };
}
