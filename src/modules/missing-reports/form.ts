// The complaint as the station takes it: one paper, one last sighting, and up to six children (MWCD report form; FIR IIF-I items).
import { z } from 'zod';
import type { Day } from '../../kernel/time.ts';
import { choice, day, optionalText, telephone, text, ticked, time, wholeNumber } from '../../web/fields.ts';
import { checkDescription, descriptionFields } from '../children/index.ts';
import { isAdult } from './complaint-rules.ts';
import { circumstances, papers, sources } from './missing-report.ts';

export const MOST_CHILDREN = 6;

/** The age fields take any age, so that 18 and over gets its own answer instead of "out of range". */
const childFields = { ...descriptionFields, ageFrom: wholeNumber(0, 120).optional(), ageTo: wholeNumber(0, 120).optional() } as const;
const childSchema = z.strictObject({ ...childFields, photographTakenOn: day().optional() });
export type ChildDraft = z.output<typeof childSchema>;

const paperFields = {
  /** "to-be-registered" is allowed: the report is taken, and the duty to register the FIR at once (M01) runs. */
  paper: choice([...papers, 'to-be-registered'], 'missing-reports.error.paper'),
  paperNumber: optionalText(30),
  paperOn: day().optional(),
  paperAt: time().optional(),
  sections: optionalText(500),
  delayReason: optionalText(1000),
} as const;

const lastSeenFields = {
  lastSeenOn: day('missing-reports.error.lastSeenOn'),
  lastSeenAt: time().optional(),
  lastSeenOnUnknown: ticked(),
  lastSeenDistrict: text(12, 'missing-reports.error.district'),
  lastSeenPlace: optionalText(300),
  lastSeenWith: optionalText(300),
  circumstance: choice(circumstances).optional(),
  details: optionalText(4000),
  previousEpisodes: choice(['yes', 'no', 'unknown']).optional(),
} as const;

const informantFields = {
  informantName: optionalText(200),
  informantRelation: optionalText(60),
  informantTelephone: telephone().optional(),
  informantAddress: optionalText(500),
} as const;

type Refinement = { addIssue(issue: { code: 'custom'; path: string[]; message: string }): void };

function checkPaper(draft: { paper: string; paperNumber?: string; paperOn?: string; paperAt?: string }, refine: Refinement): void {
  if (draft.paper === 'to-be-registered') return;
  const missing = (path: string, message: string) => refine.addIssue({ code: 'custom', path: [path], message });
  if (!draft.paperNumber) missing('paperNumber', 'missing-reports.error.paperNumber');
  if (!draft.paperOn) missing('paperOn', 'missing-reports.error.paperOn');
  if (!draft.paperAt) missing('paperAt', 'missing-reports.error.paperAt');
}

/** `prefix`: where this child's fields stand in the form, e.g. `children.0`. */
function checkChild(child: ChildDraft, lastSeenOn: Day, prefix: string[], refine: Refinement): void {
  const at: Refinement = { addIssue: (issue) => refine.addIssue({ ...issue, path: [...prefix, ...issue.path] }) };
  checkDescription(child, lastSeenOn, at);
  for (const field of ['ageFrom', 'ageTo', 'birthDate'] as const) {
    if (isAdult(child, field, lastSeenOn)) at.addIssue({ code: 'custom', path: [field], message: 'missing-reports.error.adult' });
  }
}

export const complaintSchema = z
  .strictObject({
    source: choice(sources, 'missing-reports.error.source'),
    receivedOn: day('missing-reports.error.receivedOn'),
    receivedAt: time('missing-reports.error.receivedAt'),
    ...paperFields,
    ...informantFields,
    ...lastSeenFields,
    lastSeenOn: day().optional(),
    children: z
      .array(childSchema, { error: 'missing-reports.error.children' })
      .min(1, 'missing-reports.error.children')
      .max(MOST_CHILDREN, 'web.error.tooMany'),
  })
  .superRefine((draft, refine) => {
    checkPaper(draft, refine);
    const known = draft.lastSeenOn !== undefined || draft.lastSeenOnUnknown;
    if (!known) refine.addIssue({ code: 'custom', path: ['lastSeenOn'], message: 'missing-reports.error.lastSeenOn' });
    const on = draft.lastSeenOn ?? draft.receivedOn;
    draft.children.forEach((child, index) => checkChild(child, on, ['children', String(index)], refine));
  })
  .transform((draft) => ({ ...draft, lastSeenOn: draft.lastSeenOn ?? draft.receivedOn }));
export type ComplaintDraft = z.output<typeof complaintSchema>;

/** The paper alone, for a report taken before its FIR was registered. */
export const paperSchema = z.strictObject({ ...paperFields, paper: choice(papers, 'missing-reports.error.paper') }).superRefine(checkPaper);
export type PaperDraft = z.output<typeof paperSchema>;

/** A missing child as a citizen tells it, after all the one-question pages. Where nobody knows when, the page has filled in the day of the report. */
export const citizenReportSchema = z
  .strictObject({
    ...childFields,
    photographTakenOn: day().optional(),
    ...lastSeenFields,
    informantName: text(200, 'missing-reports.error.yourName'),
    informantRelation: text(60, 'missing-reports.error.yourRelation'),
    informantTelephone: telephone('missing-reports.error.yourTelephone'),
  })
  .superRefine((draft, refine) => checkChild(draft, draft.lastSeenOn, [], refine));
export type CitizenReportDraft = z.output<typeof citizenReportSchema>;

/** "BNS 137(2), POCSO 8" → its parts. */
export function sectionsOf(typed: string | undefined): string[] {
  return (typed ?? '').split(/[,;\n]/).map((section) => section.trim()).filter((section) => section !== ''); // prettier-ignore
}
