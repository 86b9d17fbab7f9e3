// What may be done next on a missing report: one table, from how the case stands and what was done on it.
import type { DiaryFact, Happening } from '../../kernel/happenings.ts';
import type { MissingReport, MissingStatus } from './missing-report.ts';
import { isStillMissing } from './missing-report.ts';

export const actionNames = [
  'fir',
  'move',
  'risk',
  'forward',
  'legal-services',
  'photograph',
  'agencies',
  'hue-and-cry',
  'notice',
  'notice/withdraw',
  'trafficking',
  'transfer',
  'progress',
  'description',
  'traced',
  'produced',
  'close',
  'reopen',
  'bar',
] as const;
export type ActionName = (typeof actionNames)[number];

/** How a case stands, as far as the next step depends on it. */
export type Standing = {
  status: MissingStatus;
  hasFir: boolean;
  hasLiveNotice: boolean;
  report: Pick<MissingReport, 'offenceLink' | 'contactBarred' | 'askerBarred'>;
  done: ReadonlySet<Happening>;
};

type Step = { permission: string; when(standing: Standing): boolean };

const open = ({ status }: Standing): boolean => status !== 'closed' && status !== 'false-report';
const missing = ({ status }: Standing): boolean => isStillMissing(status);
const notYet = (happening: Happening) => (standing: Standing) => missing(standing) && !standing.done.has(happening);
const barred = ({ report }: Standing): boolean => report.offenceLink || report.contactBarred || report.askerBarred;

export const steps: Record<ActionName, Step> = {
  fir: { permission: 'missingReport.act', when: (standing) => open(standing) && !standing.hasFir },
  move: { permission: 'missingReport.transfer', when: missing },
  risk: { permission: 'missingReport.act', when: missing },
  forward: { permission: 'missingReport.act', when: notYet('missing.forwardedToJuvenilePoliceUnit') },
  'legal-services': {
    permission: 'missingReport.act',
    when: (standing) => open(standing) && !standing.done.has('missing.copySentToLegalServices'),
  },
  photograph: { permission: 'photograph.add', when: open },
  agencies: { permission: 'missingReport.act', when: missing },
  'hue-and-cry': { permission: 'missingReport.act', when: missing },
  notice: { permission: 'notice.publish', when: (standing) => missing(standing) && !barred(standing) && !standing.hasLiveNotice },
  'notice/withdraw': { permission: 'notice.withdraw', when: (standing) => standing.hasLiveNotice },
  trafficking: { permission: 'missingReport.act', when: notYet('missing.traffickingSuspected') },
  transfer: { permission: 'missingReport.transfer', when: (standing) => missing(standing) && standing.status !== 'with-anti-trafficking' },
  // The unit that has the case reports to the legal services authority every three months (M13), also of a child traced and not yet closed.
  progress: {
    permission: 'missingReport.act',
    when: (standing) => open(standing) && standing.done.has('missing.transferredToAntiTrafficking'),
  },
  description: { permission: 'missingReport.act', when: open },
  traced: { permission: 'missingReport.act', when: missing },
  // A child linked to a found record is produced there; this is for the child the police themselves traced.
  produced: { permission: 'missingReport.act', when: ({ status }) => status === 'traced' },
  close: { permission: 'missingReport.act', when: open },
  reopen: { permission: 'missingReport.act', when: (standing) => !missing(standing) },
  bar: { permission: 'missingReport.act', when: (standing) => !barred(standing) },
};

/** What may be done more than once, by the happening that says it was done. */
const repeated: Partial<Record<ActionName, Happening>> = {
  risk: 'missing.riskAssessed',
  photograph: 'missing.photographAdded',
  agencies: 'missing.sentToAgencies',
  'hue-and-cry': 'missing.hueAndCryIssued',
  progress: 'missing.progressReported',
};

/** `again`: it was done before, so it is not offered as if it were new. */
export type NextAction = { name: ActionName; again: boolean };

/** In the order an officer works through them. */
export function nextActions(standing: Standing, may: (permission: string) => boolean): NextAction[] {
  return actionNames
    .filter((name) => may(steps[name].permission) && steps[name].when(standing))
    .map((name) => ({ name, again: repeated[name] !== undefined && standing.done.has(repeated[name]) }));
}

export function doneIn(diary: readonly DiaryFact[]): Set<Happening> {
  return new Set(diary.map((entry) => entry.happening));
}
