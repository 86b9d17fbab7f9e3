// What the police's systems say is settled, what the portal says is sent, and where the two are not one is found.
import {
  countExchange,
  eraseSettled,
  keepDigests,
  keepLists,
  openCaller,
  portalKeys,
  sendOutgoing,
  settleDue,
} from '../../modules/fir-exchange/index.ts';
import { type Loop, repeat, whenever } from './loop.ts';
import { OFTEN_MILLISECONDS, UPKEEP_MILLISECONDS, type Worker, asSystem, noting, together } from './system.ts';

const SETTLING_LANES = 2; // while one waits for the database the other thinks; each in a State of its own
const ERASING_MILLISECONDS = 3_600_000;

export function exchangeLoops({ tools, config, databaseUrl, precedence, log }: Worker): Loop[] {
  const often = { milliseconds: OFTEN_MILLISECONDS, log };
  const onFault = noting(log, 'exchange', 'exchange.fault');
  const signing = portalKeys({ ...config.exchangeKeys, secret: config.secret, demo: config.demo });
  const settling = whenever(databaseUrl, { name: 'exchange_message', ...often }, (goOn) =>
    together(SETTLING_LANES, () =>
      precedence.lead(() => asSystem(tools, 'exchange.settle', (context) => settleDue(context, { onFault })), goOn),
    ),
  );
  const upkeep = { milliseconds: UPKEEP_MILLISECONDS, log };
  return [
    settling,
    ...(signing ? [sendingLoop({ tools, databaseUrl, log }, openCaller(signing.signer), onFault)] : []),
    repeat(
      { name: 'exchange-figures', ...upkeep },
      (goOn) => countExchange((work) => asSystem(tools, 'exchange.count', work), goOn),
      (goOn) => keepDigests((work) => asSystem(tools, 'exchange.digests', work), goOn),
    ),
    repeat({ name: 'exchange-erasing', milliseconds: ERASING_MILLISECONDS, log }, (goOn) =>
      eraseSettled((work) => asSystem(tools, 'exchange.erase', work), config.exchangeKeepDays, goOn),
    ),
    repeat({ name: 'reconciling', ...upkeep }, (goOn) => keepLists((work) => asSystem(tools, 'exchange.reconcile', work), goOn)),
  ];
}

function sendingLoop(
  { tools, databaseUrl, log }: Pick<Worker, 'tools' | 'databaseUrl' | 'log'>,
  caller: ReturnType<typeof openCaller>,
  onFault: (fault: unknown) => void,
): Loop {
  const onDead = ({ nodeCode: node }: { nodeCode: string }, errorCode: string): void =>
    log.warn({ node, errorCode }, 'exchange.undelivered');
  const { run, stop } = whenever(databaseUrl, { name: 'exchange_outgoing', milliseconds: OFTEN_MILLISECONDS, log }, (goOn) =>
    sendOutgoing(tools, caller, { onFault, onDead }, goOn),
  );
  return { run, stop: () => stop().finally(() => caller.close()) };
}
