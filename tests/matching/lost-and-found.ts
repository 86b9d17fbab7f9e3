// पूजा, lost in Saran, and Puja, found in Kozhikode: one pair before both offices, made anew for each test.
import { type Nation, type Who, startNation, worker } from '../database/tools.ts';
import type { ChildRecord } from '../../src/modules/children/index.ts';
import { readDiary } from '../../src/modules/diary/index.ts';
import { registerFoundChild } from '../../src/modules/found-children/actions.ts';
import { foundChildSchema } from '../../src/modules/found-children/form.ts';
import { complaintSchema } from '../../src/modules/missing-reports/form.ts';
import { registerComplaint } from '../../src/modules/missing-reports/index.ts';
import { judge } from '../../src/modules/matching/actions.ts';
import type { Aspect } from '../../src/modules/matching/aspect.ts';
import type { Candidate } from '../../src/modules/matching/candidate.ts';
import { scoreContext } from '../../src/modules/matching/jobs.ts';
import { matchRecords } from '../../src/modules/matching/match-record.ts';
import { candidatesOf } from '../../src/modules/matching/store.ts';

export let nation: Nation;
export const sonepur = 'investigating-officer Saran' as const;
export const kozhikode = 'investigating-officer Kozhikode' as const;
export const elsewhere = 'investigating-officer Kannur' as const;
export const auditor = 'auditor Saran' as const;
export let missing: ChildRecord;
export let found: ChildRecord;
let paper = 100;

export const pooja = { childName: 'पूजा कुमारी', fatherName: 'रामेश्वर', ageFrom: '8', ageTo: '8', sex: 'female', languages: ['bho'] };
export const mark = { kind: 'burn', site: 'forearm', side: 'left' };

function complaint(child: Record<string, unknown>) {
  paper += 1;
  return complaintSchema.parse({
    source: 'walk-in',
    receivedOn: '2026-11-10',
    receivedAt: '16:05',
    paper: 'fir',
    paperNumber: String(paper),
    paperOn: '2026-11-10',
    paperAt: '16:40',
    lastSeenOn: '2026-11-10',
    lastSeenAt: '10:00',
    lastSeenDistrict: '220',
    children: [child],
  });
}

export const registerMissing = (child: Record<string, unknown>) =>
  nation.ask(sonepur, (context) => registerComplaint(context, complaint(child), [])).then((records) => records[0] as ChildRecord);

export const registerFound = (child: Record<string, unknown>) =>
  nation.ask(kozhikode, (context) =>
    registerFoundChild(
      context,
      foundChildSchema.parse({
        foundOn: '2026-11-18',
        foundAt: '09:00',
        districtCode: '560',
        foundPlace: 'Kozhikode station',
        broughtBy: 'railway-police',
        ...child,
      }),
      [],
    ),
  ) as Promise<ChildRecord>;

export const matchNow = (record: ChildRecord) =>
  nation.ask(worker, async (context) => matchRecords(context, [record.id], await scoreContext(context)));

export async function pair(): Promise<Candidate> {
  const candidates = await nation.ask(worker, (context) => candidatesOf(context, missing.id, { shown: false }));
  return candidates.find((candidate) => candidate.foundId === found.id)!;
}

export const judged = (verdict: 'same' | 'different' | 'unsure', by: Who = sonepur, cited: Aspect[] = []) =>
  pair().then(({ id }) => {
    nation.clock.tick(); // no two people judge at the same moment
    return nation.ask(by, (context) =>
      judge(context, id, { verdict, cited, ...(cited.length > 0 ? {} : { reason: 'compared the burn scar' }) }),
    );
  });

export const happened = async (record: ChildRecord) =>
  (await nation.ask(worker, (context) => readDiary(context, record.id))).map((entry) => entry.happening);

/** Call it in `beforeEach`, and `nation.stop` in `afterEach`. */
export async function loseAndFind(): Promise<void> {
  nation = await startNation();
  missing = await registerMissing({ ...pooja, marks: [mark] });
  found = await registerFound({
    childName: 'Puja',
    fatherName: 'Ramesar',
    ageFrom: '8',
    ageTo: '9',
    sex: 'female',
    languages: ['bho'],
    marks: [mark],
  });
  await matchNow(found);
}
