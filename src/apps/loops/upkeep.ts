// What time alone ends: the first months of a plan, cases to be destroyed, posts nobody answers for, rows past their days.
import { forgetOldRows, platformKept } from '../../platform/retention.ts';
import { kept as calendarKept } from '../../modules/calendars/index.ts';
import { endFirstMonths } from '../../modules/care-plans/index.ts';
import { kept as checkKept } from '../../modules/checks/index.ts';
import { kept as citizenKept } from '../../modules/citizens/index.ts';
import { raiseStopSigns } from '../../modules/family-care/index.ts';
import { kept as exchangeKept } from '../../modules/fir-exchange/index.ts';
import { carryOutDue } from '../../modules/jjb/index.ts';
import { askUnseenPosts, kept as nodalKept, noteBounces } from '../../modules/nodal-officers/index.ts';
import { kept as noticeKept } from '../../modules/notices/index.ts';
import { kept as officerKept } from '../../modules/officers/index.ts';
import { type Loop, repeat } from './loop.ts';
import { UPKEEP_MILLISECONDS, type Worker, asSystem } from './system.ts';

export function upkeepLoops({ tools, log }: Worker): Loop[] {
  return [
    repeat(
      { name: 'upkeep', milliseconds: UPKEEP_MILLISECONDS, log },
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
            ...checkKept,
            ...exchangeKept,
          ]),
        ),
    ),
  ];
}
