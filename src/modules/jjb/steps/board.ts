// What the Board hears and orders (JJ Act s.8-20, s.94; Model Rules 2016 r.9-14; Forms 3, 4, 5, 8, 9).
import { refuse } from '../../../kernel/refusal.ts';
import type { OfficeId } from '../../../kernel/ids.ts';
import { type Day, addMonths, dayOf, endOfDay } from '../../../kernel/time.ts';
import { type Disposal, type Gravity, type Proceeding, disposals, endOf, gravities, isKept } from '../proceeding.ts';
import { type Said, type Step, type Written, lastOf } from '../step.ts';

const produced = ({ producedAt, endedAt }: Proceeding): boolean => producedAt !== null && endedAt === null;
const ended = ({ endedAt, destroyedAt }: Proceeding): boolean => endedAt !== null && destroyedAt === null;
const has = (written: readonly Written[], happening: Written['happening']): boolean => lastOf(written, happening) !== undefined;
const bench = { name: 'bench', kind: 'bench', signed: true } as const;
const sat = { name: 'sat', kind: 'bench' } as const;
const reasons = { name: 'reasons', kind: 'text' } as const;
const nextOn = { name: 'nextOn', kind: 'ahead', optional: true } as const;
const next = (said: Said): { nextOn?: Day } => (said['nextOn'] ? { nextOn: said['nextOn'] as Day } : {});
const gravityOf = (said: Said) => ({ gravity: said['gravity'] as Gravity, sixteenAtOffence: said['sixteen'] === 'yes' });
const offence = [
  { name: 'gravity', kind: 'choice', options: gravities },
  { name: 'sixteen', kind: 'choice', options: ['no', 'yes'] },
] as const;
const orderOf = (written: readonly Written[], happening: Written['happening']): string =>
  String(lastOf(written, happening)?.facts['order'] ?? '');

export const boardSteps: readonly Step[] = [
  {
    code: 'production',
    side: 'board',
    fields: [
      ...offence,
      { name: 'legalAid', kind: 'line', optional: true },
      { name: 'childSays', kind: 'text', optional: true },
      sat,
      nextOn,
    ],
    offered: ({ producedAt, endedAt }) => producedAt === null && endedAt === null,
    entries: ({ said }) => [{ happening: 'conflict.producedBeforeBoard', facts: gravityOf(said) }],
    changes: ({ said, at }) => ({ ...gravityOf(said), ...next(said), producedAt: at }),
  },
  {
    code: 'gravity',
    side: 'board',
    fields: [...offence, reasons, bench],
    offered: produced,
    entries: ({ said, written }) => {
      const first = written.find(({ happening }) => happening === 'conflict.producedBeforeBoard');
      return [{ happening: 'conflict.producedBeforeBoard', facts: gravityOf(said), ...(first ? { corrects: first.entryId } : {}) }];
    },
    changes: ({ said }) => gravityOf(said),
  },
  {
    code: 'bail',
    side: 'board',
    fields: [
      { name: 'bail', kind: 'choice', options: ['granted', 'on-conditions', 'refused'] },
      { name: 'conditions', kind: 'text', optional: true },
      { name: 'bailRefusedBecause', kind: 'choices', options: ['criminal-association', 'danger', 'justice'] },
      { name: 'reasons', kind: 'text', optional: true },
      bench,
    ],
    offered: produced,
    refuses: ({ said }) => {
      if (said['bail'] === 'on-conditions' && !said['conditions']) return refuse('jjb.error.conditions', {}, 'conditions');
      if (said['bail'] !== 'refused') return null;
      // s.12(1): only on one of its three grounds, with reasons and the circumstances.
      if ((said['bailRefusedBecause'] as string[]).length === 0) return refuse('jjb.error.bailGround', {}, 'bailRefusedBecause');
      return said['reasons'] ? null : refuse('jjb.error.reasons', {}, 'reasons');
    },
    entries: ({ said, paperId }) =>
      said['bail'] === 'on-conditions' ? [{ happening: 'conflict.bailGranted', facts: { order: paperId } }] : [],
    changes: ({ said }) => (said['bail'] === 'granted' ? { homeId: null } : {}),
  },
  {
    code: 'bail-met',
    side: 'board',
    fields: [{ name: 'remarks', kind: 'text', optional: true }],
    offered: (proceeding, written) => produced(proceeding) && has(written, 'conflict.bailGranted'),
    entries: ({ written }) => [{ happening: 'conflict.bailConditionsMet', facts: { order: orderOf(written, 'conflict.bailGranted') } }],
    changes: () => ({ homeId: null }),
  },
  {
    code: 'brought-back',
    side: 'board',
    fields: [{ name: 'remarks', kind: 'text' }, bench],
    offered: (proceeding, written) => produced(proceeding) && has(written, 'conflict.bailGranted'),
    entries: () => [{ happening: 'conflict.broughtBackBeforeBoard', facts: {} }],
  },
  {
    code: 'supervision',
    side: 'board',
    form: 'supervision-order',
    fields: [
      { name: 'placedWith', kind: 'line' },
      { name: 'relation', kind: 'line' },
      { name: 'address', kind: 'line' },
      { name: 'terms', kind: 'text' },
      bench,
      nextOn,
    ],
    offered: produced,
    changes: ({ said }) => ({ homeId: null, ...next(said) }),
  },
  {
    code: 'placement',
    side: 'board',
    form: 'placement-in-institution-pending-inquiry',
    fields: [
      { name: 'home', kind: 'home' },
      { name: 'place', kind: 'choice', options: ['observation-home', 'special-home', 'place-of-safety'] },
      { name: 'terms', kind: 'text', optional: true },
      bench,
      nextOn,
    ],
    offered: produced,
    changes: ({ said }) => ({ homeId: said['home'] as OfficeId, ...next(said) }),
  },
  {
    code: 'report-ordered',
    side: 'board',
    form: 'order-for-social-report-in-conflict',
    fields: [{ name: 'asked', kind: 'text', optional: true }, { name: 'dueOn', kind: 'ahead' }, bench],
    offered: produced,
  },
  { code: 'legal-aid', side: 'board', fields: [{ name: 'legalAid', kind: 'line' }], offered: produced },
  {
    code: 'age-test',
    side: 'board',
    fields: [{ name: 'test', kind: 'choice', options: ['certificate', 'birth-register', 'medical'] }, reasons, bench],
    offered: produced,
    // Papers are asked for first; the fifteen days are of a medical test (s.94(2)).
    entries: ({ said, paperId }) =>
      said['test'] === 'medical' ? [{ happening: 'conflict.ageTestOrdered', facts: { order: paperId } }] : [],
  },
  {
    code: 'age-found',
    side: 'board',
    fields: [{ name: 'ageFound', kind: 'line' }, { name: 'childIs', kind: 'choice', options: ['child', 'grown-up'] }, reasons, bench],
    offered: produced,
    entries: ({ said, written }) => [
      ...(has(written, 'conflict.ageTestOrdered')
        ? [{ happening: 'conflict.ageTestReported', facts: { order: orderOf(written, 'conflict.ageTestOrdered') } } as const]
        : []),
      ...(said['childIs'] === 'grown-up' ? [{ happening: 'conflict.proceedingEnded', facts: { by: 'not-a-child' } } as const] : []),
    ],
    changes: ({ said, at }) => (said['childIs'] === 'grown-up' ? { endedAt: at, endedBy: 'other', nextOn: null, homeId: null } : {}),
  },
  {
    code: 'assessment',
    side: 'board',
    fields: [
      { name: 'assessed', kind: 'choice', options: ['board-goes-on', 'childrens-court'] },
      { name: 'experts', kind: 'line', optional: true },
      reasons,
      bench,
    ],
    offered: (proceeding, written) => produced(proceeding) && isKept(proceeding) && !has(written, 'conflict.preliminaryAssessmentMade'),
    entries: () => [{ happening: 'conflict.preliminaryAssessmentMade', facts: {} }],
  },
  {
    code: 'more-time',
    side: 'board',
    fields: [reasons, bench],
    offered: (proceeding, written) => produced(proceeding) && !has(written, 'conflict.timeExtendedByBoard'),
    entries: ({ proceeding }) => [{ happening: 'conflict.timeExtendedByBoard', facts: { gravity: proceeding.gravity! } }],
  },
  {
    code: 'magistrate-time',
    side: 'board',
    fields: [
      { name: 'timeOf', kind: 'choice', options: ['inquiry', 'preliminary-assessment'] },
      { name: 'untilOn', kind: 'ahead' },
      { name: 'orderedBy', kind: 'line' },
      reasons,
    ],
    offered: produced,
    refuses: ({ proceeding, said }) =>
      said['timeOf'] === 'inquiry' && proceeding.gravity === 'petty' ? refuse('jjb.error.pettyTime', {}, 'timeOf') : null,
    entries: ({ proceeding, said }) => [
      {
        happening: 'conflict.timeExtendedByMagistrate',
        facts: { of: said['timeOf'] as 'inquiry' | 'preliminary-assessment', gravity: proceeding.gravity!, until: String(said['untilOn']) },
      },
    ],
  },
  {
    code: 'hearing',
    side: 'board',
    fields: [
      { name: 'hearing', kind: 'choice', options: ['heard', 'adjourned', 'not-held'] },
      // 2024 INSC 387: who was there, and at whose request it was put off.
      { name: 'present', kind: 'choices', options: ['child', 'parents', 'lawyer', 'probation-officer', 'prosecutor', 'witness'] },
      {
        name: 'atRequestOf',
        kind: 'choice',
        options: ['nobody', 'child', 'prosecutor', 'board', 'witness-absent', 'report-not-there'],
        optional: true,
      },
      { name: 'heardWords', kind: 'text', optional: true },
      sat,
      nextOn,
    ],
    offered: produced,
    changes: ({ said }) => ({ nextOn: (said['nextOn'] as Day | undefined) ?? null }),
  },
  {
    code: 'bond',
    side: 'board',
    form: 'bond',
    fields: [
      { name: 'givenBy', kind: 'line' },
      { name: 'relation', kind: 'line' },
      { name: 'amount', kind: 'line', optional: true },
      { name: 'terms', kind: 'text' },
      { name: 'months', kind: 'line' },
    ],
    offered: ({ producedAt, destroyedAt }) => producedAt !== null && destroyedAt === null,
  },
  {
    code: 'bond-of-child',
    side: 'board',
    form: 'bond-of-child',
    fields: [
      { name: 'terms', kind: 'text' },
      { name: 'months', kind: 'line' },
    ],
    offered: ({ producedAt, destroyedAt }) => producedAt !== null && destroyedAt === null,
  },
  {
    code: 'disposal',
    side: 'board',
    fields: [
      { name: 'disposal', kind: 'choice', options: disposals },
      reasons,
      { name: 'terms', kind: 'text', optional: true },
      { name: 'specialHome', kind: 'home', optional: true },
      bench,
    ],
    offered: produced,
    refuses: ({ proceeding, said, at }) => {
      if (said['disposal'] === 'special-home' && !said['specialHome']) return refuse('jjb.error.whichHome', {}, 'specialHome');
      if (said['disposal'] !== 'time-over') return null;
      // s.14(4): petty alone ends by time, and not before its four months are over.
      if (proceeding.gravity !== 'petty') return refuse('jjb.error.onlyPetty', {}, 'disposal');
      return at > endOfDay(fourMonths(proceeding)) ? null : refuse('jjb.error.notOverYet', {}, 'disposal');
    },
    entries: ({ said }) => [{ happening: 'conflict.proceedingEnded', facts: { by: endOf(said['disposal'] as Disposal) } }],
    changes: ({ said, at }) => ({
      endedAt: at,
      endedBy: said['disposal'] as Disposal,
      nextOn: null,
      homeId: said['disposal'] === 'special-home' ? (said['specialHome'] as OfficeId) : null,
    }),
  },
  {
    code: 'appeal-over',
    side: 'board',
    fields: [{ name: 'remarks', kind: 'text', optional: true }],
    offered: (proceeding) => ended(proceeding) && proceeding.appealOverAt === null,
    // The years after which its records go are counted from it.
    refuses: ({ proceeding, at }) => (at < proceeding.endedAt! ? refuse('jjb.error.beforeEnd', {}, 'doneOn') : null),
    entries: ({ proceeding }) => [{ happening: 'conflict.appealPeriodOver', facts: { heinousAndSixteen: isKept(proceeding) } }],
    changes: ({ at }) => ({ appealOverAt: at }),
  },
  {
    code: 'destroyed-elsewhere',
    side: 'board',
    fields: [
      { name: 'holder', kind: 'choice', options: ['police', 'court'] },
      { name: 'letter', kind: 'line' },
    ],
    offered: (proceeding) => proceeding.appealOverAt !== null && proceeding.destroyedAt === null,
    entries: ({ said }) => [{ happening: 'conflict.recordsDestroyed', facts: { by: said['holder'] as 'police' | 'court' } }],
  },
];

function fourMonths({ producedAt }: Proceeding): Day {
  return addMonths(dayOf(producedAt!), 4);
}
