// Form 7 on paper: part A with its grid, B the reports, C before the release, D what was found after it (MR r.69-I(3)). What is sealed to whoever prints is not on it.
import { headOfForm } from '../../../kernel/forms.ts';
import { type Day, dayOf } from '../../../kernel/time.ts';
import type { Document } from '../../../platform/documents/index.ts';
import { formatDay, formatMoment } from '../../../platform/i18n/index.ts';
import type { View } from '../../../web/view.ts';
import type { FollowUp } from '../../cwc/index.ts';
import { type PreReleaseDraft, releaseWords } from '../form.ts';
import { type Need, type Plan, domains } from '../plan.ts';
import { type Progress, type Review, progressWords } from '../progress.ts';
import type { Release } from '../progress-store.ts';

export type Paper = Omit<Document, 'printed'>;
export type Subject = { name: string; reference: string };
export type PlanOnPaper = {
  plan: Plan;
  /** What the record says of the child, line by line. */
  child: readonly { label: string; value: string }[];
  admission: { number: string; on: Day; home: string } | null;
  reports: readonly Progress[];
  reviews: readonly Review[];
  releases: readonly Release[];
  followUps: readonly FollowUp[];
  opensSealed: boolean;
};

/** Every paper of a plan begins alike; a reader to whom parts are sealed is told that they are not on it. */
export function headed(view: View, purpose: string, { name, reference }: Subject, opensSealed: boolean): Paper {
  const { t } = view;
  return {
    form: headOfForm(purpose),
    title: t(`care-plans.paper.${purpose}`),
    reference,
    date: formatDay(view, dayOf(view.now)),
    parties: [{ role: t('care-plans.paper.child'), name }],
    body: [{ kind: 'paragraph', text: t(opensSealed ? 'care-plans.paper.withSealed' : 'care-plans.paper.leftOut') }],
  };
}

function needRow(view: View, domain: string, need: Need | undefined): readonly string[] {
  const { t } = view;
  const name = t(`care-plans.domain.${domain}`);
  if (!need) return [name, t('care-plans.notLookedAt'), '', ''];
  const { words, concern, measure, scheme, startsOn, reviewOn } = need;
  const grade = t(`care-plans.concern.${concern}`);
  if (words === null) return [name, grade, t('care-plans.paper.sealed'), ''];
  const dated = [
    startsOn && t('care-plans.from', { on: formatDay(view, startsOn) }),
    reviewOn && t('care-plans.reviewed', { on: formatDay(view, reviewOn) }),
  ];
  const done = [words.goal, words.intervention, [words.who, words.agency].filter(Boolean).join(', '), words.success];
  return [
    name,
    [grade, words.concern].filter(Boolean).join(': '),
    done.filter(Boolean).join('; '),
    [measure && t(`care-plans.measure.${measure}`), scheme, ...dated].filter(Boolean).join('; '),
  ];
}

function partA(view: View, { plan, child, admission }: PlanOnPaper): Document['body'] {
  const { t } = view;
  const { words } = plan;
  const heard =
    plan.heard && plan.heard !== 'not-yet'
      ? t('care-plans.heardAs', { how: t(`care-plans.heard.${plan.heard}`), language: plan.wishesLanguage ?? '–' })
      : '';
  return [
    { kind: 'heading', text: t('care-plans.paper.partA') },
    {
      kind: 'definitions',
      rows: [
        { term: t('care-plans.version'), value: String(plan.version) },
        { term: t('care-plans.office'), value: plan.officeName },
        { term: t('care-plans.field.caseWorker'), value: words.caseWorker ?? '' },
        {
          term: t('care-plans.paper.admission'),
          value: admission ? t('care-plans.paper.admitted', { ...admission, on: formatDay(view, admission.on) }) : '',
        },
        ...child.map(({ label, value }) => ({ term: label, value })),
      ],
    },
    { kind: 'heading', text: t('care-plans.wishes') },
    {
      kind: 'paragraph',
      text:
        words.wishes ?? (words.notHeardBecause ? t('care-plans.notHeard', { why: words.notHeardBecause }) : t('care-plans.wishes.none')),
    },
    ...(heard ? [{ kind: 'paragraph', text: heard } as const] : []),
    { kind: 'heading', text: t('care-plans.needs') },
    {
      kind: 'table',
      columns: ['need', 'concern', 'done', 'when'].map((name) => t(`care-plans.paper.column.${name}`)),
      rows: domains.map((domain) =>
        needRow(
          view,
          domain,
          plan.needs.find((need) => need.domain === domain),
        ),
      ),
    },
    {
      kind: 'definitions',
      rows: [
        { term: t('care-plans.field.ladder'), value: plan.ladder ? t(`care-plans.ladder.${plan.ladder}`) : '' },
        { term: t('care-plans.field.ladderReasons'), value: words.ladderReasons ?? '' },
        ...(plan.version > 1 ? [{ term: t('care-plans.field.changed'), value: words.changed ?? '' }] : []),
        {
          term: t('care-plans.decision'),
          value: plan.decision
            ? t(`care-plans.decided.${plan.decision}`, { when: formatMoment(view, plan.decidedAt!), who: plan.decidedBy ?? '' })
            : t('care-plans.undecided'),
        },
      ],
    },
  ];
}

function partB(view: View, { reports, reviews }: PlanOnPaper): Document['body'] {
  const { t } = view;
  const none = { kind: 'paragraph', text: t('care-plans.progress.none') } as const;
  const inOrder = reports.toSorted((one, other) => (one.toOn < other.toOn ? -1 : 1));
  return [
    { kind: 'heading', text: t('care-plans.paper.partB') },
    ...(inOrder.length === 0 ? [none] : []),
    ...inOrder.map((report): Document['body'][number] => ({
      kind: 'definitions',
      rows: [
        {
          term: t('care-plans.paper.period'),
          value: `${formatDay(view, report.fromOn)} – ${formatDay(view, report.toOn)} (${report.reportedBy}, ${report.officeName})`,
        },
        { term: t('care-plans.field.interviewedOn'), value: formatDay(view, report.interviewedOn) },
        ...progressWords.flatMap((word) =>
          report.words[word] ? [{ term: t(`care-plans.field.${word}`), value: report.words[word] }] : [],
        ),
        ...domains.flatMap((domain) =>
          report.marks[domain] ? [{ term: t(`care-plans.domain.${domain}`), value: t(`care-plans.mark.${report.marks[domain]}`) }] : [],
        ),
      ],
    })),
    ...reviews.map((review): Document['body'][number] => ({
      kind: 'definitions',
      rows: [
        { term: t('care-plans.field.reviewedOn'), value: `${formatDay(view, review.reviewedOn)}, ${review.words.sat ?? ''}` },
        { term: t('care-plans.field.outcome'), value: t(`care-plans.outcome.${review.outcome}`) },
        { term: t('care-plans.field.found'), value: review.words.found ?? '' },
      ],
    })),
  ];
}

function partC(view: View, { releases, opensSealed }: PlanOnPaper): Document['body'] {
  const { t } = view;
  const told = (words: PreReleaseDraft | null) =>
    releaseWords.map((name) => ({
      term: t(`care-plans.field.${name}`),
      value: name === 'medical' && !opensSealed ? t('care-plans.paper.sealed') : (words?.[name] ?? ''),
    }));
  return [
    { kind: 'heading', text: t('care-plans.paper.partC') },
    ...(releases.length === 0 ? [{ kind: 'paragraph', text: t('care-plans.paper.noRelease') } as const] : []),
    ...releases.map(({ plannedFor, words }): Document['body'][number] => ({
      kind: 'definitions',
      rows: [{ term: t('care-plans.field.plannedFor'), value: formatDay(view, plannedFor) }, ...told(words)],
    })),
  ];
}

function partD(view: View, { followUps }: PlanOnPaper): Document['body'] {
  const { t } = view;
  return [
    { kind: 'heading', text: t('care-plans.paper.partD') },
    followUps.length === 0
      ? { kind: 'paragraph', text: t('care-plans.paper.noFollowUp') }
      : {
          kind: 'table',
          columns: ['visit', 'on', 'found', 'by'].map((name) => t(`care-plans.paper.column.${name}`)),
          rows: followUps.map(({ visit, visitedOn, found, officeName }) => [
            t(`care-plans.paper.visit.${visit}`),
            formatDay(view, visitedOn),
            found,
            officeName,
          ]),
        },
  ];
}

export function carePlanPaper(view: View, subject: Subject, given: PlanOnPaper): Paper {
  const paper = headed(view, 'care-plan', subject, given.opensSealed);
  const { words, madeBy, madeAt, officeName } = given.plan;
  const signed = {
    name: madeBy ?? words.caseWorker ?? '',
    designation: officeName,
    signedAt: madeAt && formatMoment(view, madeAt),
    textHash: null,
  };
  const child = { name: subject.name, designation: view.t('care-plans.paper.child'), signedAt: null, textHash: null };
  return {
    ...paper,
    body: [
      ...paper.body,
      ...partA(view, given),
      ...partB(view, given),
      ...partC(view, given),
      ...partD(view, given),
      { kind: 'signatures', of: [child, signed] },
    ],
  };
}
