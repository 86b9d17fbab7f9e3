// Invented cases of children in conflict with law: how long ago, how far they came, and what was written in them.
import type { ConflictFacts } from '../src/kernel/happenings/conflict.ts';
import type { Gravity } from '../src/modules/jjb/proceeding.ts';
import type { Side } from '../src/modules/jjb/step.ts';

type Entry = { [H in keyof ConflictFacts]: readonly [H, ConflictFacts[H]] }[keyof ConflictFacts];
/** `after`: days since the apprehension. An order's own entry names it as `''`, what answers it as anything else. `kind` null: only the diary says it. */
type SeedPaper = {
  side: Side;
  after: number;
  time: string;
  kind: string | null;
  said?: Record<string, unknown>;
  entries?: readonly Entry[];
  bench?: 'one' | 'two';
};
export type Plot = {
  daysAgo: number;
  sex: 'female' | 'male';
  age: number;
  gravity: Gravity | null;
  /** Day after the apprehension, and time. */
  produced: [number, string] | null;
  ended: [number, string] | null;
  appealOver: [number, string] | null;
  nextIn: number | null;
  inHome: boolean;
  papers: readonly SeedPaper[];
};

const apprehended: SeedPaper = { side: 'police', after: 0, time: '15:10', kind: null, entries: [['conflict.apprehended', {}]] };
const parentsTold: SeedPaper = {
  side: 'police',
  after: 0,
  time: '16:20',
  kind: 'parents-told',
  said: { whom: 'the father', toldHow: 'telephone' },
  entries: [['conflict.parentsTold', {}]],
};
const officerTold: SeedPaper = {
  side: 'police',
  after: 0,
  time: '16:45',
  kind: 'officer-told',
  said: { whom: 'the probation officer of the district' },
  entries: [['conflict.probationOfficerTold', {}]],
};
const background = (offence: string): SeedPaper => ({
  side: 'police',
  after: 0,
  time: '19:00',
  kind: 'background',
  said: {
    offence,
    circumstances: 'With two older boys of the lane; ran when the shopkeeper called.',
    family: 'Father pulls a cart, mother cleans houses; four children.',
    schooling: 'Left school in class 6',
    handcuffed: 'no',
  },
});
const production = (gravity: Gravity, sixteenAtOffence: boolean): SeedPaper => ({
  side: 'board',
  after: 1,
  time: '11:00',
  kind: 'production',
  bench: 'one',
  said: {
    gravity,
    sixteen: sixteenAtOffence ? 'yes' : 'no',
    legalAid: 'Advocate of the District Legal Services Authority',
    childSays: 'Wants to go home to the mother.',
  },
  entries: [['conflict.producedBeforeBoard', { gravity, sixteenAtOffence }]],
});
const placement: SeedPaper = {
  side: 'board',
  after: 1,
  time: '11:40',
  kind: 'placement',
  bench: 'one',
  said: { home: 'of-the-district', place: 'observation-home', terms: 'Apart from older children; school goes on in the home.' },
};
const reportOrdered: SeedPaper = {
  side: 'board',
  after: 1,
  time: '11:45',
  kind: 'report-ordered',
  bench: 'one',
  said: { asked: 'Who looks after the child by day.' },
};
const socialReport = (after: number): SeedPaper => ({
  side: 'probation',
  after,
  time: '17:00',
  kind: 'social-report',
  said: {
    family: 'Both parents work from five in the morning; an aunt lives near.',
    living: 'One rented room, no water of its own.',
    circumstances: 'Followed older boys; first time.',
    childSays: 'Would go back to school if the fees are paid.',
    recommendation: 'Home under supervision of the aunt; sponsorship; back to school.',
  },
  entries: [['conflict.socialReportSubmitted', {}]],
});
const heard = (after: number): SeedPaper => ({
  side: 'board',
  after,
  time: '12:00',
  kind: 'hearing',
  bench: 'two',
  said: { hearing: 'adjourned', present: ['child', 'parents', 'lawyer'], atRequestOf: 'witness-absent' },
});

const none = { ended: null, appealOver: null } as const;
export const conflictPlots: readonly Plot[] = [
  {
    ...none,
    daysAgo: 1,
    sex: 'male',
    age: 14,
    gravity: null,
    produced: null,
    nextIn: null,
    inHome: false,
    papers: [apprehended, parentsTold, background('Theft of a telephone')],
  },
  {
    ...none,
    daysAgo: 24,
    sex: 'male',
    age: 15,
    gravity: 'serious',
    produced: [1, '11:00'],
    nextIn: 4,
    inHome: true,
    papers: [
      apprehended,
      parentsTold,
      officerTold,
      background('House-breaking by night'),
      production('serious', false),
      placement,
      reportOrdered,
      heard(15),
    ],
  },
  {
    ...none,
    daysAgo: 72,
    sex: 'male',
    age: 16,
    gravity: 'heinous',
    produced: [1, '11:00'],
    nextIn: 2,
    inHome: true,
    papers: [
      apprehended,
      parentsTold,
      officerTold,
      production('heinous', true),
      placement,
      reportOrdered,
      socialReport(13),
      heard(30),
      heard(55),
    ],
  },
  {
    ...none,
    daysAgo: 130,
    sex: 'female',
    age: 15,
    gravity: 'petty',
    produced: [1, '11:00'],
    nextIn: 9,
    inHome: false,
    papers: [
      apprehended,
      parentsTold,
      officerTold,
      production('petty', false),
      {
        side: 'board',
        after: 1,
        time: '11:50',
        kind: 'bail',
        bench: 'one',
        said: { bail: 'on-conditions', conditions: 'The mother brings the child to each hearing.', bailRefusedBecause: [] },
        entries: [['conflict.bailGranted', { order: '' }]],
      },
      { side: 'board', after: 4, time: '12:30', kind: 'bail-met', said: {}, entries: [['conflict.bailConditionsMet', { order: 'last' }]] },
      socialReport(16),
      heard(60),
    ],
  },
  {
    daysAgo: 2900,
    sex: 'male',
    age: 15,
    gravity: 'serious',
    produced: [1, '11:00'],
    ended: [110, '13:00'],
    appealOver: [250, '10:00'],
    nextIn: null,
    inHome: false,
    papers: [
      apprehended,
      parentsTold,
      officerTold,
      production('serious', false),
      socialReport(12),
      {
        side: 'board',
        after: 110,
        time: '13:00',
        kind: 'disposal',
        bench: 'two',
        said: {
          disposal: 'probation',
          reasons: 'First offence; the family stands by the child.',
          terms: 'Six months under the probation officer.',
        },
        entries: [['conflict.proceedingEnded', { by: 'final-order' }]],
      },
      {
        side: 'board',
        after: 250,
        time: '10:00',
        kind: 'appeal-over',
        said: {},
        entries: [['conflict.appealPeriodOver', { heinousAndSixteen: false }]],
      },
    ],
  },
];
