// Word to people: intimations, the messages that carry them, and the receipts of the carriers.
import { pushKeys, takeReceipts } from '../../platform/messages/index.ts';
import { tellDigest, tellNext } from '../../modules/intimations/index.ts';
import { carriersOf, pushOver, startLanes } from '../carriers.ts';
import { type Loop, whenever } from './loop.ts';
import { OFTEN_MILLISECONDS, type Worker, asSystem, noting, untilDone } from './system.ts';

export async function wordLoops({ tools, config, databaseUrl, precedence, log }: Worker): Promise<() => Pick<Loop, 'stop'>[]> {
  const keys = await asSystem(tools, 'push.keys', pushKeys);
  const often = { milliseconds: OFTEN_MILLISECONDS, log };
  const untold = noting(log, 'intimation', 'intimation.fault');
  return () => [
    startLanes(tools, databaseUrl, carriersOf(config, log, pushOver(tools, config, keys)), often),
    whenever(databaseUrl, { name: 'message_receipt', ...often }, (goOn) => untilDone(tools, 'message.receipts', goOn, takeReceipts)),
    whenever(
      databaseUrl,
      { name: 'intimation', ...often },
      async (goOn) => {
        do await precedence.turn();
        while (goOn() && (await asSystem(tools, 'intimation.tell', (context) => tellNext(context, untold))));
      },
      (goOn) => untilDone(tools, 'intimation.digest', goOn, async (context) => Boolean(await tellDigest(context))),
    ),
  ];
}
