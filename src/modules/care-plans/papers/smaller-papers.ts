// The rehabilitation card (Form 14), read from the plan and its reports, and the case history (Form 43) on paper.
import type { Document } from '../../../platform/documents/index.ts';
import { formatDay, formatMoment } from '../../../platform/i18n/index.ts';
import type { View } from '../../../web/view.ts';
import { type HistoryEntry, type HistoryPart, historyFields, historyParts } from '../history/history.ts';
import { type Plan, domains, sealedDomains } from '../plan.ts';
import { type Progress, coursesOf } from '../progress.ts';
import { type Paper, type Subject, headed } from './care-plan-paper.ts';

export type CardGiven = { plan: Plan; reports: readonly Progress[]; opensSealed: boolean };

/** Per need of concern: the plan for it, its dates, how it stands now; below it, the remarks of every report. */
export function rehabilitationCard(view: View, subject: Subject, { plan, reports, opensSealed }: CardGiven): Paper {
  const { t } = view;
  const courses = coursesOf(reports);
  const paper = headed(view, 'rehabilitation-card', subject, opensSealed);
  const flagged = domains.flatMap((domain) => plan.needs.filter((need) => need.domain === domain && need.concern !== 'none'));
  const inOrder = reports.toSorted((one, other) => (one.toOn < other.toOn ? -1 : 1));
  return {
    ...paper,
    body: [
      ...paper.body,
      {
        kind: 'table',
        columns: ['need', 'plan', 'dates', 'outcome'].map((name) => t(`care-plans.paper.column.${name}`)),
        rows: flagged.map((need) => {
          const last = courses.find(({ domain }) => domain === need.domain)?.points.at(-1);
          const shut = sealedDomains.has(need.domain) && need.words === null;
          return [
            t(`care-plans.domain.${need.domain}`),
            shut ? t('care-plans.paper.sealed') : [need.words?.goal, need.words?.intervention, need.words?.who].filter(Boolean).join('; '),
            [need.startsOn, need.reviewOn].flatMap((day) => (day ? [formatDay(view, day)] : [])).join(' – '),
            last ? `${t(`care-plans.mark.${last.mark}`)} (${formatDay(view, last.on)})` : '',
          ];
        }),
      },
      { kind: 'heading', text: t('care-plans.paper.remarks') },
      {
        kind: 'table',
        columns: ['period', 'remarks', 'childSays'].map((name) => t(`care-plans.paper.column.${name}`)),
        rows: inOrder.map(({ fromOn, toOn, words }) => [
          `${formatDay(view, fromOn)} – ${formatDay(view, toOn)}`,
          [words.conduct, words.interventions].filter(Boolean).join('; '),
          words.childSays ?? '',
        ]),
      },
      {
        kind: 'signatures',
        of: [{ name: plan.words.caseWorker ?? '', designation: t('care-plans.field.caseWorker'), signedAt: null, textHash: null }],
      },
    ],
  };
}

export function caseHistoryPaper(
  view: View,
  subject: Subject,
  entries: ReadonlyMap<HistoryPart, HistoryEntry>,
  opensSealed: boolean,
): Paper {
  const { t } = view;
  const paper = headed(view, 'case-history', subject, opensSealed);
  const said = (part: HistoryPart): Document['body'] => {
    const entry = entries.get(part);
    const heading = { kind: 'heading', text: t(`care-plans.history.part.${part}`) } as const;
    if (!entry) return [heading, { kind: 'paragraph', text: t('care-plans.history.empty') }];
    if (entry.words === null) return [heading, { kind: 'paragraph', text: t('care-plans.paper.sealed') }];
    const words = entry.words as Record<string, string>;
    const rows = historyFields[part].map((name) => ({ term: t(`care-plans.history.field.${name}`), value: words[name] ?? '' }));
    const by = t('care-plans.history.savedBy', { who: entry.savedBy, office: entry.officeName, when: formatMoment(view, entry.savedAt) });
    return [heading, { kind: 'definitions', rows }, { kind: 'paragraph', text: by }];
  };
  return { ...paper, body: [...paper.body, ...historyParts.flatMap(said)] };
}
