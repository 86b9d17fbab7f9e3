// Which of what the police's system says still waits for an answer, and from whom: pure, from the diary.
import type { DiaryFact, Happening } from '../../../kernel/happenings.ts';
import type { PoliceReport } from '../../../kernel/happenings/missing.ts';

/** What says here that it is so. */
const same: Readonly<Record<PoliceReport, Happening>> = {
  traced: 'missing.traced',
  closed: 'missing.closed',
  transferred: 'missing.transferredToAntiTrafficking',
};

/** A case closed as untraced: the portal knows no such end, so that the station denies nothing by searching on. */
export function isNoEnd({ what, outcome }: { what: PoliceReport; outcome: string | null }): boolean {
  return what === 'closed' && outcome === 'untraced';
}

/** Whose answer is waited for. The entry may have been taken back since: then nobody's. */
export function waitsFor(
  diary: readonly DiaryFact[],
  report: { what: PoliceReport; entryId: string | null },
): { station: boolean; committee: boolean } {
  const at = diary.findIndex(({ entryId }) => entryId === report.entryId);
  if (report.entryId === null || at < 0) return { station: false, committee: false };
  const after = diary.slice(at + 1);
  const answered = (by: 'station' | 'committee') =>
    after.some(
      (entry) =>
        (entry.happening === 'missing.policeReportDenied' || entry.happening === 'missing.policeReportConfirmed') &&
        entry.facts.what === report.what &&
        entry.facts.by === by,
    );
  const goesOn = report.what === 'closed' && after.some(({ happening }) => happening === 'missing.searchGoesOn');
  const done = (happening: Happening) => after.some((entry) => entry.happening === happening);
  return {
    station: !done(same[report.what]) && !answered('station') && !goesOn && !done('missing.closed'),
    committee: report.what === 'traced' && !done('found.produced') && !answered('committee') && !done('missing.closed'),
  };
}
