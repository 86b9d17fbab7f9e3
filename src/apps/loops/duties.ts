// Duties: the law as it changes, what became late, periods of offices, and the figures drawn from them.
import { countDutiesOfCases, reachEveryone } from '../../modules/directives/index.ts';
import { countNextDrive } from '../../modules/drives/index.ts';
import { followLaw as followLawInConflict } from '../../modules/jjb/index.ts';
import { openPeriods } from '../../modules/journals/index.ts';
import { followLaw, projectNextJournals, projectNextPage, tellOffices, tickDuties } from '../../modules/obligations/index.ts';
import { countOneMonth } from '../../modules/timeliness/index.ts';
import { type Loop, repeat, whenever } from './loop.ts';
import { FIGURES_MILLISECONDS, UPKEEP_MILLISECONDS, type Worker, asSystem, noting, together, untilDone } from './system.ts';

const LAW_LANES = 2; // while one waits for the database the other works out
const LAW_NEWS_RECORDS = 10_000; // how often the log says how far a change of law has come
const TICK_MILLISECONDS = 15_000; // how late word of lateness may be

export function dutyLoops({ tools, databaseUrl, log }: Worker): Loop[] {
  const unworded = noting(log, 'duties', 'duties.fault');
  const tick = (kind: 'record' | 'office') => (goOn: () => boolean) =>
    untilDone(tools, 'duties.tick', goOn, (context) => tickDuties(context, kind, undefined, unworded));
  const upkeep = { milliseconds: UPKEEP_MILLISECONDS, log };
  return [
    repeat({ name: 'law', ...upkeep }, async (goOn) => {
      let told = 0;
      await together(LAW_LANES, () =>
        followLaw(
          () => asSystem(tools, 'law.project', (context) => projectNextPage(context)),
          goOn,
          ({ version, records, finished }) => {
            if (!finished && records < told + LAW_NEWS_RECORDS) return;
            told = records;
            log.info({ version, count: records }, finished ? 'law.followed' : 'law.following');
          },
        ),
      );
    }),
    repeat({ name: 'duties', milliseconds: TICK_MILLISECONDS, log }, tick('record'), tick('office'), () =>
      asSystem(tools, 'duties.tell', tellOffices),
    ),
    repeat(
      { name: 'periods', ...upkeep },
      (goOn) => untilDone(tools, 'journals.openPeriods', goOn, (context) => openPeriods(context)),
      (goOn) => untilDone(tools, 'law.projectJournals', goOn, (context) => projectNextJournals(context)),
      (goOn) => untilDone(tools, 'conflict.law', goOn, (context) => followLawInConflict(context)),
    ),
    repeat({ name: 'figures', milliseconds: FIGURES_MILLISECONDS, log }, (goOn) => {
      const taken = new Set<string>();
      return untilDone(tools, 'timeliness.count', goOn, (context) => countOneMonth(context, taken));
    }),
    repeat({ name: 'drives', milliseconds: TICK_MILLISECONDS, log }, (goOn) => untilDone(tools, 'drives.count', goOn, countNextDrive)),
    // At once when one is issued; between, for offices opened since and for months that begin.
    whenever(
      databaseUrl,
      { name: 'directive', milliseconds: FIGURES_MILLISECONDS, log },
      async (goOn) => {
        const reached = await reachEveryone((work) => asSystem(tools, 'directives.reach', work), goOn);
        if (reached > 0) log.info({ count: reached }, 'directives.reached');
      },
      () => asSystem(tools, 'directives.cases', countDutiesOfCases),
    ),
  ];
}
