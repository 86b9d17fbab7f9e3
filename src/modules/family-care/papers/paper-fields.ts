// The papers of care in families as one table: of each form its fields in our own words, how each is answered, and which it cannot do without.
// Forms 30, 31 and 35 were read in reproductions of them [C-f]; what Forms 33 and 34 and the reports and reviews ask is as remembered [M].
import type { PlacingKind } from '../placings/placing.ts';

type Answer =
  | { readonly kind: 'line' | 'text' | 'day' | 'number' }
  | { readonly kind: 'choice'; readonly options: readonly [string, ...string[]] };
export type PaperField = { readonly name: string; readonly section: string; readonly needed: boolean } & Answer;

export const paperKinds = ['home-study', 'child-study', 'matching-visit', 'foster-undertaking', 'foster-record', 'foster-inspection', 'sponsorship-review', 'aftercare-report'] as const; // prettier-ignore
export type PaperKind = (typeof paperKinds)[number];
export const isPaperKind = (text: string | undefined): text is PaperKind => paperKinds.includes(text as PaperKind);

type Of = (section: string, ...names: string[]) => PaperField[];
const answered =
  (kind: 'line' | 'text' | 'day' | 'number'): Of =>
  (section, ...names) =>
    names.map((name) => ({ name, section, needed: true, kind }));
const [line, text, day, number] = [answered('line'), answered('text'), answered('day'), answered('number')];
const asked = (section: string, name: string, ...options: [string, ...string[]]): PaperField => ({
  name,
  section,
  needed: true,
  kind: 'choice',
  options,
});
const yesNo: Of = (section, ...names) => names.map((name) => asked(section, name, 'yes', 'no'));
/** The paper is handed in without these too. */
const maybe = (fields: readonly PaperField[]): PaperField[] => fields.map((field) => ({ ...field, needed: false }));

/** Any of these answered "yes" and the child is taken away from the family at once (Form 35). */
export const abuseSigns = ['abuseSaid', 'abuseSeen', 'workForced'] as const;

export type Paper = {
  /** What the form of the rules is for (kernel/forms.ts); null for a paper that is no form of theirs. */
  readonly purpose: string | null;
  /** A family's own, or of placings of these kinds, once they run or while they are asked for. */
  readonly of: 'family' | readonly PlacingKind[];
  readonly when: 'asked' | 'running' | 'any';
  readonly fields: readonly PaperField[];
};

export const papers: Readonly<Record<PaperKind, Paper>> = {
  'home-study': {
    purpose: 'home-study',
    of: 'family',
    when: 'any',
    fields: [
      ...line('applicants', 'firstName'), ...maybe(line('applicants', 'firstIdentity', 'secondName', 'secondIdentity', 'religion')), ...line('applicants', 'languages'),
      ...maybe(day('applicants', 'marriedOn')),
      ...maybe(line('applicants', 'qualification')), ...line('applicants', 'health'),
      ...maybe(line('work', 'employer')),
      ...maybe(text('work', 'workFiveYears')),
      ...number('work', 'income'),
      ...maybe(text('work', 'finances')),
      ...text('household', 'members'), ...maybe(text('household', 'ownChildren')), ...text('household', 'homeAndStreet'), ...maybe(text('household', 'relativesThink')),
      ...text('motives', 'motivation', 'rearing'), ...maybe(text('motives', 'training')),
      ...day('worker', 'visitedOn'),
      ...yesNo('worker', 'papersVerified'),
      ...text('worker', 'interviews', 'capacity'),
      asked('worker', 'recommend', 'yes', 'no'),
      ...text('worker', 'recommendReasons'),
    ],
  },
  'child-study': {
    purpose: 'child-study',
    of: ['foster', 'kinship'],
    when: 'any',
    fields: [
      ...day('child', 'studiedOn'),
      ...line('child', 'referredBy', 'motherTongue'), ...maybe(line('child', 'address', 'identity')),
      ...maybe(day('child', 'photographOn')),
      ...text('child', 'placements'), ...maybe(text('child', 'family')), ...text('child', 'healthAndSchool', 'childWishes'),
      asked('child', 'reason', 'parent-in-prison', 'long-illness', 'family-breakdown', 'separation', 'custody-dispute', 'disaster', 'other-reason'),
      ...text('child', 'workerThinks'),
    ],
  },
  'matching-visit': {
    purpose: null,
    of: ['foster', 'kinship'],
    when: 'asked',
    fields: [...day('visit', 'visitedOn'), ...line('visit', 'whoMet'), ...text('visit', 'childSays', 'familySays', 'workerThinks')],
  },
  'foster-undertaking': {
    purpose: 'foster-undertaking',
    of: ['foster', 'kinship'],
    when: 'any',
    fields: [
      ...day('undertaking', 'signedOn'),
      ...line('undertaking', 'firstName'), ...maybe(line('undertaking', 'secondName')), ...line('undertaking', 'witness'),
      ...yesNo('undertaking', 'promisesCare', 'promisesVisits', 'promisesReturn', 'promisesTelling'),
    ],
  },
  'foster-record': {
    purpose: 'foster-record',
    of: ['foster'],
    when: 'running',
    fields: [
      ...maybe(line('record', 'school', 'doctor')),
      ...text('record', 'healthAndSchool'), ...maybe(text('record', 'contactWithFamily')), ...text('record', 'needsMet', 'childSays', 'plan'),
      ...day('record', 'recordedOn'),
    ],
  },
  'foster-inspection': {
    purpose: 'foster-inspection',
    of: ['foster'],
    when: 'running',
    fields: [
      ...day('visit', 'visitedOn'),
      ...line('visit', 'whoMet'),
      ...yesNo('child', 'happyThere', 'fedEnough', 'ownBed', 'goesToSchool'), ...maybe(yesNo('child', 'seesDoctor')), ...yesNo('child', 'treatedAlike'), ...maybe(yesNo('child', 'contactKept')), ...yesNo('child', 'abuseSaid', 'abuseSeen', 'workForced'),
      ...text('child', 'childSays'),
      ...text('others', 'familySays'), ...maybe(text('others', 'ownChildrenSay', 'teachersSay', 'originSays', 'neighboursSay')),
      ...text('worker', 'workerThinks'),
    ],
  },
  'sponsorship-review': {
    purpose: null,
    of: ['sponsorship'],
    when: 'running',
    fields: [
      ...day('visit', 'reviewedOn'),
      ...number('visit', 'income', 'daysAbsent'),
      ...text('visit', 'moneySpent', 'childSays', 'workerThinks'),
      asked('visit', 'outcome', 'continue', 'change', 'stop'),
    ],
  },
  'aftercare-report': {
    purpose: null,
    of: ['aftercare'],
    when: 'running',
    fields: [
      ...day('visit', 'reportedOn'),
      ...line('visit', 'livesWhere'),
      ...text('visit', 'workOrStudy', 'moneySpent', 'youngPersonSays', 'workerThinks'),
      asked('visit', 'outcome', 'continue', 'change', 'stop'),
    ],
  },
}; // prettier-ignore

export const sectionsOf = (kind: PaperKind): string[] => [...new Set(papers[kind].fields.map(({ section }) => section))];
/** The day a paper speaks of: neither in the future, nor, of a placing that runs, before it began. */
export const dayField = (kind: PaperKind): string | null =>
  papers[kind].fields.find(({ kind: answered, needed }) => answered === 'day' && needed)?.name ?? null;
