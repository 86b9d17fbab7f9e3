// What follows a child's admission, in the diary: the care plan with its reports, a leave, the Committee's order, visits after the child went home.
// Which of it, a child's number says; no chance is drawn, so that all else is told as before.
import { milliseconds } from '../../src/kernel/time.ts';
import type { DiaryWriter } from './diary.ts';
import { day, hour } from './instants.ts';

/** How the plan of a child stands, by the child's number. */
export const planCourses = ['reported-on', 'approved', 'late', 'draft', 'none', 'undecided'] as const;
export type PlanCourse = (typeof planCourses)[number];
export const planCourse = (number: number): PlanCourse => planCourses[number % planCourses.length]!;

const madeAfterDays: Record<PlanCourse, number | null> = {
  'reported-on': 12,
  approved: 20,
  late: 45,
  draft: null,
  none: null,
  undecided: 25,
};
const REPORTS_DAYS = [27, 41, 55] as const;
const visits = [
  ['first', 9],
  ['two-months', 57],
  ['six-months', 176],
] as const;

type About = { number: number; committee: string; home: string | null; now: number };

export function writeCare(diary: DiaryWriter, about: About): void {
  const at = (happening: string): number | null => {
    const entry = diary.entries().find((one) => one.happening === happening);
    return entry ? milliseconds(entry.happenedAt) : null;
  };
  const [admitted, restored, placed] = [at('care.admitted'), at('found.restored'), at('found.placed')];
  if (placed !== null && about.number % 2 === 0)
    diary.write('inquiry.orderMade', { type: 'interim-custody' }, placed, { by: about.committee, lag: 2 * hour });
  if (admitted !== null && about.home) writeStayOf(diary, about, about.home, { admitted, left: restored });
  if (restored !== null && about.number % 3 > 0) {
    const by = about.committee.replace('CWC-', 'DCPU-');
    for (const [visit, days] of visits.slice(0, (about.number % 3) + 1))
      diary.write('inquiry.followedUp', { visit }, restored + days * day, { by, lag: 5 * hour });
  }
}

function writeStayOf(
  diary: DiaryWriter,
  { number, now }: About,
  home: string,
  { admitted, left }: { admitted: number; left: number | null },
): void {
  const course = planCourse(number);
  const stays = (moment: number): boolean => left === null || moment < left;
  const made = madeAfterDays[course];
  if (made !== null && stays(admitted + made * day))
    diary.write('care.planMade', { version: 1 }, admitted + made * day, { by: home, lag: hour });
  // On leave today, with the family for a feast.
  if (course === 'none' && left === null && admitted < now - 4 * day)
    diary.write('care.wentAway', { for: 'leave' }, now - 2 * day, { by: home, lag: 2 * hour });
  if (course !== 'reported-on') return;
  for (const days of REPORTS_DAYS)
    if (stays(admitted + days * day)) diary.write('care.progressReported', {}, admitted + days * day, { by: home, lag: 3 * hour });
}
