// What keeps public notices true: the list of what may be shown is signed anew, and whoever was given one that ended is told until it is down.
import { openCaller, portalKeys } from '../../modules/fir-exchange/index.ts';
import { tellBars } from '../../modules/contact-bars/index.ts';
import { alarmUnanswered, expireNotices, renewManifest, sendRecalls, signingKey, tellObjections } from '../../modules/notices/index.ts';
import { type Loop, repeat, whenever } from './loop.ts';
import { UPKEEP_MILLISECONDS, type Worker, asSystem } from './system.ts';

const RECALL_MILLISECONDS = 15_000;

export function noticeLoops(worker: Worker): Loop[] {
  const { tools, config, databaseUrl, log } = worker;
  const vouching = signingKey({ ...config.noticeKeys, secret: config.secret, demo: config.demo });
  const signing = portalKeys({ ...config.exchangeKeys, secret: config.secret, demo: config.demo });
  return [
    // A notice that goes up is shown, and one whose day is over is gone from the list, when this has run; nothing is shown where it does not run.
    whenever(databaseUrl, { name: 'notice', milliseconds: UPKEEP_MILLISECONDS, log }, async () => {
      if (vouching) await asSystem(tools, 'notice.manifest', (context) => renewManifest(context, vouching));
      else log.warn({ queue: 'notice' }, 'notices.darkWithoutKey');
    }),
    whenever(databaseUrl, { name: 'notice', milliseconds: UPKEEP_MILLISECONDS, log }, () =>
      asSystem(tools, 'notice.objections', tellObjections),
    ),
    repeat(
      { name: 'notices-over', milliseconds: UPKEEP_MILLISECONDS, log },
      () => asSystem(tools, 'notice.expire', expireNotices),
      () => asSystem(tools, 'notice.recallsUnanswered', alarmUnanswered),
      () => asSystem(tools, 'contactBar.tell', tellBars),
    ),
    ...(signing ? [recallLoop(worker, openCaller(signing.signer))] : []),
  ];
}

/** Woken with the notice that ended. */
function recallLoop({ tools, databaseUrl, log }: Worker, caller: ReturnType<typeof openCaller>): Loop {
  const { run, stop } = whenever(databaseUrl, { name: 'notice', milliseconds: RECALL_MILLISECONDS, log }, async (goOn) => {
    while (goOn() && (await sendRecalls(tools, caller)) > 0);
  });
  return { run, stop: () => stop().finally(() => caller.close()) };
}
