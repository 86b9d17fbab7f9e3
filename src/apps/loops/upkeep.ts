// What time alone ends: notices, the first months of a plan, cases to be destroyed, posts nobody answers for, rows past their days.
import { forgetOldRows, platformKept } from '../../platform/retention.ts';
import { kept as calendarKept } from '../../modules/calendars/index.ts';
import { endFirstMonths } from '../../modules/care-plans/index.ts';
import { kept as citizenKept } from '../../modules/citizens/index.ts';
import { raiseStopSigns } from '../../modules/family-care/index.ts';
import { kept as exchangeKept } from '../../modules/fir-exchange/index.ts';
import { carryOutDue } from '../../modules/jjb/index.ts';
import { askUnseenPosts, kept as nodalKept, noteBounces } from '../../modules/nodal-officers/index.ts';
import { expireNotices, kept as noticeKept, renewManifest, signingKey } from '../../modules/notices/index.ts';
import { kept as officerKept } from '../../modules/officers/index.ts';
import { type Loop, repeat, whenever } from './loop.ts';
import { UPKEEP_MILLISECONDS, type Worker, asSystem } from './system.ts';

export function upkeepLoops({ tools, config, databaseUrl, log }: Worker): Loop[] {
  const vouching = signingKey({ ...config.noticeKeys, secret: config.secret, demo: config.demo });
  return [
    // A notice that goes up is shown, and one whose day is over is gone from the list, when this has run; nothing is shown where it does not run.
    whenever(databaseUrl, { name: 'notice', milliseconds: UPKEEP_MILLISECONDS, log }, async () => {
      if (vouching) await asSystem(tools, 'notice.manifest', (context) => renewManifest(context, vouching));
      else log.warn({ queue: 'notice' }, 'notices.darkWithoutKey');
    }),
    repeat(
      { name: 'upkeep', milliseconds: UPKEEP_MILLISECONDS, log },
      () => asSystem(tools, 'notice.expire', expireNotices),
      () => asSystem(tools, 'carePlan.firstMonthsOver', endFirstMonths),
      () => asSystem(tools, 'conflict.destroy', carryOutDue),
      () => asSystem(tools, 'familyCare.stopSigns', raiseStopSigns),
      () => asSystem(tools, 'nodalPosts.ask', askUnseenPosts),
      () => asSystem(tools, 'nodalPosts.bounced', noteBounces),
      () =>
        asSystem(tools, 'retention', (context) =>
          forgetOldRows(context, [
            ...platformKept,
            ...citizenKept,
            ...officerKept,
            ...nodalKept,
            ...calendarKept,
            ...noticeKept,
            ...exchangeKept,
          ]),
        ),
    ),
  ];
}
