// How an office is sent word of its duties: the one place that knows what is said, and when somebody is woken for it.
import type { OfficeId } from '../../kernel/ids.ts';
import { ruleById } from '../../law/index.ts';
import type { Context } from '../../platform/context.ts';
import type { FactsOf } from '../../platform/messages/templates.ts';
import { tellTogether } from '../intimations/index.ts';
import { readOffice } from '../officers/index.ts';
import type { WaitingWord } from './word-store.ts';

type Counts = Pick<FactsOf<'dutiesFellDue'>, 'late' | 'soon' | 'others'>;

/** A duty that fell due at several moments counts once. */
function countsOf(words: readonly WaitingWord[], now: string): Counts {
  const counts: Counts = { late: 0, soon: 0, others: 0 };
  const ofDuty = Map.groupBy(words, ({ recordId, ruleId, triggerEntryId }) => `${recordId} ${ruleId} ${triggerEntryId}`);
  for (const same of ofDuty.values()) {
    if (same.every(({ kind }) => kind === 'ladder')) counts.others++;
    else if (same[0]!.lateAfter < now) counts.late++;
    else counts.soon++;
  }
  return counts;
}

/**
 * Only what an Act or a court wants done at once wakes anybody, and not because somebody asked to be told again. Handed over when it is late already, it
 * wakes who has it now as it woke who had it: nobody is rid of it for a night by passing it on.
 */
function wakes({ ruleId, kind, lateAfter }: WaitingWord, now: string): boolean {
  const rule = ruleById(ruleId);
  if (rule === undefined || !('atOnce' in rule.due) || rule.kind === 'administrative') return false;
  return kind === 'late' || kind === 'ladder' || (kind === 'handed-over' && lateAfter < now);
}

/** One message for all of it, that names no child, no offence and no record, to whoever is on duty. Where nobody can be reached the desk's list is all there is. */
export async function reachOffice(context: Context, officeId: OfficeId, words: readonly WaitingWord[]): Promise<void> {
  const office = await readOffice(context, officeId);
  if (!office) return;
  const facts = { office: office.name, ...countsOf(words, context.now), link: `${context.tools.deskOrigin}/` };
  const about = { kind: 'duties', id: `${officeId} ${context.now}` } as const;
  await tellTogether(context, { officeId, template: 'dutiesFellDue', facts, alarm: words.some((word) => wakes(word, context.now)), about });
}
