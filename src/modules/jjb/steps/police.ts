// What the police who apprehended the child write (JJ Act s.10, s.13; Model Rules 2016 r.8; Forms 1 and 2).
import type { Proceeding } from '../proceeding.ts';
import type { Step, Written } from '../step.ts';

const open = ({ endedAt }: Proceeding): boolean => endedAt === null;
const not =
  (happening: Written['happening']) =>
  (proceeding: Proceeding, written: readonly Written[]): boolean =>
    open(proceeding) && !written.some((one) => one.happening === happening);

export const policeSteps: readonly Step[] = [
  {
    code: 'parents-told',
    side: 'police',
    fields: [
      { name: 'whom', kind: 'line' },
      { name: 'toldHow', kind: 'choice', options: ['in-person', 'telephone', 'through-others'] },
    ],
    offered: not('conflict.parentsTold'),
    entries: () => [{ happening: 'conflict.parentsTold', facts: {} }],
  },
  {
    code: 'officer-told',
    side: 'police',
    fields: [{ name: 'whom', kind: 'line' }],
    offered: not('conflict.probationOfficerTold'),
    entries: () => [{ happening: 'conflict.probationOfficerTold', facts: {} }],
  },
  {
    code: 'background',
    side: 'police',
    form: 'social-background-report',
    fields: [
      { name: 'offence', kind: 'line' },
      { name: 'paper', kind: 'line', optional: true },
      { name: 'circumstances', kind: 'text' },
      { name: 'family', kind: 'text' },
      { name: 'schooling', kind: 'line', optional: true },
      { name: 'work', kind: 'line', optional: true },
      { name: 'harmed', kind: 'text', optional: true },
      { name: 'handcuffed', kind: 'choice', options: ['no', 'yes'] },
      { name: 'remarks', kind: 'text', optional: true },
    ],
    offered: open,
  },
  {
    code: 'undertaking',
    side: 'police',
    form: 'undertaking-at-apprehension',
    fields: [
      { name: 'givenBy', kind: 'line' },
      { name: 'relation', kind: 'line' },
      { name: 'address', kind: 'line' },
      { name: 'terms', kind: 'text' },
    ],
    offered: open,
  },
  {
    code: 'journey',
    side: 'police',
    fields: [
      { name: 'minutes', kind: 'minutes' },
      { name: 'from', kind: 'line', optional: true },
    ],
    offered: open,
    entries: ({ said }) => [{ happening: 'conflict.journeyRecorded', facts: { minutes: Number(said['minutes']) } }],
  },
];
