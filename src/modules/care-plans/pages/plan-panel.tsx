// In a few words whether a child has a care plan, whose, and whether the Committee approved it.
import { formatDay } from '../../../platform/i18n/index.ts';
import { dayOf } from '../../../kernel/time.ts';
import type { View } from '../../../web/view.ts';
import type { PlanStanding } from '../plan-store.ts';

export type PlanPanelProps = { view: View; reference: string; inForce: PlanStanding | undefined; isDrafted: boolean; isReturned: boolean };

export function PlanPanel({ view, reference, inForce, isDrafted, isReturned }: PlanPanelProps) {
  const { t } = view;
  const said = inForce
    ? t('care-plans.panel.made', { version: inForce.version, on: formatDay(view, dayOf(inForce.madeAt!)), office: inForce.officeName })
    : t(isDrafted ? 'care-plans.panel.draft' : isReturned ? 'care-plans.panel.returned' : 'care-plans.panel.none');
  return (
    <section class="panel" aria-labelledby="plan-panel">
      <h2 id="plan-panel">{t('care-plans.panel.title')}</h2>
      <p>{said}</p>
      {inForce ? <p>{t(inForce.decision === 'approved' ? 'care-plans.panel.approved' : 'care-plans.panel.undecided')}</p> : null}
      <p>
        <a href={`/found/${reference}/plan`}>{t('care-plans.panel.open')}</a>
      </p>
    </section>
  );
}
