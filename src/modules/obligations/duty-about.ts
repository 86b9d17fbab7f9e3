// What a duty's line says of its subject, and where it leads: a child's record, or the office that owes it as an office.
import type { View } from '../../web/view.ts';
import { recordPath } from '../children/index.ts';
import { periodInWords } from '../journals/index.ts';
import type { DutyRow } from './duty-row.ts';
import type { ListedDuty, ListedObligation, OfficeDuty } from './store.ts';
import { recordedBy, whereDone } from './where-done.ts';

type About = Pick<DutyRow, 'child' | 'reference' | 'recordPath' | 'doPath' | 'recordedBy' | 'actPath'>;

export function aboutOf(view: View, duty: ListedDuty): About {
  return duty.of === 'record' ? aboutRecord(duty) : aboutOffice(view, duty);
}

function aboutRecord(duty: ListedObligation): About {
  return {
    child: duty.childName,
    reference: duty.reference,
    recordPath: recordPath({ kind: duty.recordKind, reference: duty.reference }),
    doPath: whereDone(duty),
    recordedBy: duty.ending ? null : recordedBy(duty.ruleId),
    actPath: actPath(duty.reference),
  };
}

/** Duties about the police's system are done where it is shown. */
const exchangePages: Readonly<Record<string, string>> = {
  P14: '/exchange/reconciliation?list=no-record',
  P15: '/exchange/silence',
  P17: '/exchange/silence',
};

/** The period or the order stands in place of the record: it is done on the office's page of returns. */
function aboutOffice(view: View, { journalId, journalName, about, ruleId }: OfficeDuty): About {
  const exchange = exchangePages[ruleId];
  const visits = ruleId === 'I07' ? `/homes/${journalId}/visits` : undefined;
  const path = exchange ?? visits ?? `${officePath(journalId)}${about && /^\d{4}-/.test(about) ? `?period=${about}` : ''}`;
  return {
    child: journalName,
    reference: about && !exchange ? periodInWords(view, about) : '',
    recordPath: path,
    doPath: path,
    recordedBy: null,
    actPath: actPath(journalId),
  };
}

export function officePath(journalId: string): string {
  return `/returns/${journalId}`;
}

/** Where acts on it are done: by the record's reference, or the office's id. */
export function actPath(about: string): string {
  return `/duties/${about}`;
}

/** With one line opened. It stands in the address, so that with something wrong in its form, and then in another language, it is still the open one. */
export function linePath(path: string, param: string, back: string): string {
  return `${path}?duty=${encodeURIComponent(param)}&back=${back}`;
}
