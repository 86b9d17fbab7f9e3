// A row of a standing list in words: what differs, and what whoever owns it does next, with the page where it is done.
import type { View } from '../../../web/view.ts';
import type { Shown } from '../reconciling/reconcile-store.ts';

/** Reasons with words of their own; any other of list 4 is a field the two tell differently. */
const said = new Set(['quarantined', 'fir-not-told', 'message-missing', 'no-fir', 'unconfirmed', 'child-not-told', 'police-traced', 'police-closed', 'denied', 'portal-traced', 'messages', 'paper', 'two-papers', 'same-child', 'two-records']); // prettier-ignore
const fields = new Set(['childName', 'fatherName', 'motherName', 'sex', 'birthDate', 'age', 'homeDistrict', 'clothing']);

export function reasonInWords({ t }: View, { reason }: Pick<Shown, 'reason'>): string {
  if (said.has(reason)) return t(`reconciliation.reason.${reason}`);
  return t('reconciliation.reason.field', { field: fields.has(reason) ? t(`reconciliation.field.${reason}`) : reason });
}

/** Where each is done: yes and no to what the police say stand side by side on the record's page. Of the others the sentence says what happens. */
const pages: Readonly<Record<string, string>> = { 'police-traced': '#police-system', 'police-closed': '#police-system' };

export function NextStep({ view, row: { reason, reference } }: { view: View; row: Shown }) {
  const { t } = view;
  const words = t(`reconciliation.next.${said.has(reason) ? reason : 'field'}`);
  if (reason === 'quarantined' || reason === 'messages')
    return view.may('quarantine.settle') ? <a href="/exchange/quarantine">{words}</a> : <>{words}</>;
  const page = reason === 'no-fir' && view.may('missingReport.act') ? '/fir' : (pages[reason] ?? '');
  return reference ? <a href={`/missing/${reference}${page}`}>{words}</a> : <>{words}</>;
}
