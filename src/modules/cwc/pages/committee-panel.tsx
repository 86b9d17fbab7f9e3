// The Committee's part of a record's page: what it was asked, when the child was produced, what it answered, what it ordered.
import { formatDay, formatMoment, formatWhen } from '../../../platform/i18n/index.ts';
import { ButtonRow, LinkButton } from '../../../web/components/link-button.tsx';
import type { View } from '../../../web/view.ts';
import type { CommitteeStep, Production, ProductionRequest, Restoration } from '../identity.ts';

export type CommitteePanelProps = {
  view: View;
  requests: readonly ProductionRequest[];
  productions: readonly Production[];
  restoration: Restoration | undefined;
  /** The found record's reference and what this officer may do next; empty on a missing report. */
  reference: string;
  steps: readonly CommitteeStep[];
  /** For whom may not read the Committee's file: that it happened and when, not what the Committee heard, found and ordered. */
  datesOnly: boolean;
};

type Told = { view: View; datesOnly: boolean };

export function CommitteePanel({ view, requests, productions, restoration, reference, steps, datesOnly }: CommitteePanelProps) {
  const { t } = view;
  const told = { view, datesOnly };
  return (
    <section class="panel" aria-labelledby="cwc-title">
      <h2 id="cwc-title">{t('cwc.panel.title')}</h2>
      <ul>
        {requests.map((request) => (
          <Asked key={request.id} {...told} request={request} />
        ))}
        {productions.map((production) => (
          <Produced key={production.id} {...told} production={production} />
        ))}
        {restoration ? <Restored {...told} restoration={restoration} /> : null}
      </ul>
      {steps.length > 0 ? (
        <ButtonRow>
          {steps.map((step) => (
            <LinkButton key={step} href={`/cwc/${reference}/${step}`}>
              {t(`cwc.action.${step}`)}
            </LinkButton>
          ))}
        </ButtonRow>
      ) : null}
    </section>
  );
}

/** A split is said as one, with its own moment: not as an answer given when the identity was confirmed. */
function answerInWords({ view, datesOnly }: Told, request: ProductionRequest): string {
  const { answer, answeredAt, takenBackAt, basis } = request;
  if (!answer || !answeredAt) return view.t('cwc.panel.unanswered');
  if (takenBackAt) {
    const confirmed = takenBackAt === answeredAt ? 'no' : 'yes';
    return view.t('cwc.panel.takenBack', { confirmed, answered: formatMoment(view, answeredAt), when: formatMoment(view, takenBackAt) });
  }
  const grounds = basis.map((each) => view.t(`cwc.basis.${each}`)).join(', ');
  return view.t(`cwc.${datesOnly ? 'dated' : 'panel'}.${answer}`, { when: formatMoment(view, answeredAt), basis: grounds });
}

function Asked({ view, datesOnly, request }: Told & { request: ProductionRequest }) {
  const { t } = view;
  return (
    <li>
      {t('cwc.panel.asked', { when: formatWhen(view, request.askedAt, view.now) })} {answerInWords({ view, datesOnly }, request)}
    </li>
  );
}

function Produced({ view, datesOnly, production }: Told & { production: Production }) {
  const { t } = view;
  const { sitting, placedWith, childHeard } = production;
  if (datesOnly) return <li>{t('cwc.dated.produced', { when: formatMoment(view, production.producedAt) })}</li>;
  return (
    <li>
      {t('cwc.panel.produced', { when: formatMoment(view, production.producedAt), sitting: t(`cwc.sitting.${sitting}`) })}{' '}
      {placedWith ? t('cwc.panel.placed', { placement: t(`cwc.placement.${placedWith}`) }) : null}
      {childHeard ? <blockquote dir="auto">{childHeard}</blockquote> : null}
    </li>
  );
}

function Restored({ view, datesOnly, restoration }: Told & { restoration: Restoration }) {
  const { orderNumber, orderedOn, toRelation, restoredAt, conditions } = restoration;
  const { t } = view;
  if (datesOnly) return <li>{t('cwc.dated.restored', { when: formatMoment(view, restoredAt) })}</li>;
  const facts = {
    relation: t(`cwc.relation.${toRelation}`),
    when: formatMoment(view, restoredAt),
    order: orderNumber,
    on: formatDay(view, orderedOn),
  };
  return (
    <li>
      {t('cwc.panel.restored', facts)} {conditions ? <span dir="auto">{conditions}</span> : null}
    </li>
  );
}
