// What the probation officer reports (JJ Act s.13; Model Rules 2016 r.11(9); Forms 6 and 10), and what the home the child lives in.
import type { Proceeding } from '../proceeding.ts';
import { type Step, type Written, lastOf } from '../step.ts';

const there = ({ destroyedAt }: Proceeding): boolean => destroyedAt === null;
const isGone = (written: readonly Written[]): boolean => {
  const [gone, back] = [lastOf(written, 'conflict.missingFromHome'), lastOf(written, 'conflict.backInHome')];
  return gone !== undefined && (back === undefined || back.happenedAt < gone.happenedAt);
};

export const probationSteps: readonly Step[] = [
  {
    code: 'social-report',
    side: 'probation',
    form: 'social-report-in-conflict',
    fields: [
      { name: 'family', kind: 'text' },
      { name: 'living', kind: 'text' },
      { name: 'schooling', kind: 'text', optional: true },
      { name: 'work', kind: 'text', optional: true },
      { name: 'friends', kind: 'text', optional: true },
      { name: 'health', kind: 'text', optional: true },
      { name: 'addiction', kind: 'text', optional: true },
      { name: 'harmed', kind: 'text', optional: true },
      { name: 'circumstances', kind: 'text' },
      { name: 'childSays', kind: 'text' },
      { name: 'risk', kind: 'text', optional: true },
      { name: 'recommendation', kind: 'text' },
    ],
    offered: ({ endedAt }) => endedAt === null,
    entries: () => [{ happening: 'conflict.socialReportSubmitted', facts: {} }],
  },
  {
    code: 'probation-report',
    side: 'probation',
    form: 'probation-report',
    fields: [
      { name: 'period', kind: 'line' },
      { name: 'conduct', kind: 'text' },
      { name: 'schooling', kind: 'text', optional: true },
      { name: 'family', kind: 'text', optional: true },
      { name: 'childSays', kind: 'text', optional: true },
      { name: 'recommendation', kind: 'text', optional: true },
    ],
    offered: (proceeding) => there(proceeding) && proceeding.producedAt !== null,
  },
  {
    code: 'follow-up',
    side: 'probation',
    fields: [
      { name: 'conduct', kind: 'text' },
      { name: 'childSays', kind: 'text', optional: true },
    ],
    offered: (proceeding) => there(proceeding) && proceeding.endedAt !== null,
  },
];

export const homeSteps: readonly Step[] = [
  {
    code: 'admission',
    side: 'home',
    fields: [
      { name: 'admissionNumber', kind: 'line' },
      { name: 'health', kind: 'text' },
      { name: 'belongings', kind: 'text', optional: true },
    ],
    offered: there,
  },
  {
    code: 'gone',
    side: 'home',
    fields: [{ name: 'remarks', kind: 'text' }],
    offered: (proceeding, written) => there(proceeding) && !isGone(written),
    entries: () => [{ happening: 'conflict.missingFromHome', facts: {} }],
  },
  {
    code: 'absence-told',
    side: 'home',
    fields: [
      { name: 'toldTo', kind: 'choice', options: ['police', 'board', 'parents'] },
      { name: 'whom', kind: 'line' },
    ],
    offered: (proceeding, written) => there(proceeding) && isGone(written),
    entries: ({ said }) => [{ happening: 'conflict.absenceReported', facts: { to: said['toldTo'] as 'police' | 'board' | 'parents' } }],
  },
  {
    code: 'back',
    side: 'home',
    fields: [{ name: 'remarks', kind: 'text', optional: true }],
    offered: (proceeding, written) => there(proceeding) && isGone(written),
    entries: () => [{ happening: 'conflict.backInHome', facts: {} }],
  },
  {
    code: 'home-report',
    side: 'home',
    fields: [
      { name: 'period', kind: 'line' },
      { name: 'conduct', kind: 'text' },
      { name: 'schooling', kind: 'text', optional: true },
      { name: 'health', kind: 'text', optional: true },
      { name: 'childSays', kind: 'text', optional: true },
    ],
    offered: there,
  },
];
