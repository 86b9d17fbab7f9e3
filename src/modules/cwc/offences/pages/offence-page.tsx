// A case under the POCSO Act on screen: what was taken down, who was told, what was decided, who stays by the child.
import { formatDay, formatMoment } from '../../../../platform/i18n/index.ts';
import { ButtonRow, LinkButton } from '../../../../web/components/link-button.tsx';
import { SummaryList } from '../../../../web/components/summary-list.tsx';
import { StatusList } from '../../../../web/components/word-status.tsx';
import type { View } from '../../../../web/view.ts';
import type { OffenceDue } from '../offence-due.ts';
import type { Helper, OffenceAct, OffenceCase, OffenceStep } from '../offence.ts';

type Shown = OffenceCase & { acts: readonly OffenceAct[]; dues: readonly OffenceDue[] };
export type OffencePageProps = { view: View; title: string; reference: string; cases: readonly Shown[]; mayTake: boolean };

export function OffencePage({ view, title, reference, cases, mayTake }: OffencePageProps) {
  const { t } = view;
  return (
    <>
      <p class="reference">
        <a href={`/found/${reference}`}>{reference}</a>
      </p>
      <h1>{title}</h1>
      <p>{t('cwc-offence.why')}</p>
      {cases.length === 0 ? <p>{t('cwc-offence.nothing')}</p> : null}
      {cases.map((one) => (
        <One key={one.id} view={view} reference={reference} one={one} />
      ))}
      {mayTake ? <LinkButton href={`/found/${reference}/offence/take`}>{t('cwc-offence.act.take')}</LinkButton> : null}
    </>
  );
}

function One({ view, reference, one }: { view: View; reference: string; one: Shown }) {
  const { t } = view;
  return (
    <section class="panel" aria-label={formatMoment(view, one.takenAt)}>
      <SummaryList
        view={view}
        rows={[
          { label: t('cwc-offence.taken'), value: `${formatMoment(view, one.takenAt)}, ${one.stationName}` },
          { label: t('cwc-offence.field.paper'), value: one.paper ? <bdi>{one.paper}</bdi> : null },
          { label: t('cwc-offence.field.setting'), value: t(`cwc-offence.setting.${one.setting}`) },
          { label: t('cwc-offence.field.told'), value: <bdi>{one.told}</bdi> },
        ]}
      />
      <StatusList
        items={one.dues.map(({ what, at }) => ({
          kind: at < view.now ? 'late' : 'waiting',
          text: t(`cwc-offence.due.${what}`, { when: formatMoment(view, at) }),
        }))}
      />
      {one.steps.length > 0 ? (
        <ul>
          {one.steps.map((step) => (
            <li key={step.id}>
              {stepWords(view, step)}
              <p class="quiet-text">
                <bdi>{step.words}</bdi> ({step.recordedByName}, {step.officeName})
              </p>
            </li>
          ))}
        </ul>
      ) : null}
      {one.helpers.length > 0 ? (
        <ul>
          {one.helpers.map((helper) => (
            <li key={helper.id}>{helperWords(view, helper)}</li>
          ))}
        </ul>
      ) : null}
      {one.acts.length > 0 ? (
        <ButtonRow>
          {one.acts.map((act) => (
            <LinkButton key={act} href={`/found/${reference}/offence/${act}`}>
              {t(`cwc-offence.act.${act}`)}
            </LinkButton>
          ))}
        </ButtonRow>
      ) : null}
    </section>
  );
}

function stepWords(view: View, { kind, happenedAt, leaves, rupees }: OffenceStep): string {
  const facts = { when: formatMoment(view, happenedAt), leaves: leaves ? 'yes' : 'no', rupees: rupees ?? 0 };
  return view.t(`cwc-offence.step.${kind}`, facts);
}

function helperWords(view: View, { kind, words, fromOn, endedOn, endedBecause, consentBy }: Helper): string {
  const { t } = view;
  const who = [words.name, words.organisation, words.language, words.telephone].filter(Boolean).join(', ');
  const facts = { who, from: formatDay(view, fromOn), until: endedOn ? formatDay(view, endedOn) : '', because: endedBecause ?? '' };
  const consent = consentBy ? ` ${t('cwc-offence.consented', { by: t(`cwc-offence.consent.${consentBy}`) })}` : '';
  return `${t(`cwc-offence.kind.${kind}`)}: ${t(endedOn ? 'cwc-offence.helper.was' : 'cwc-offence.helper.is', facts)}${consent}`;
}

export function OffencePanel({ view, reference }: { view: View; reference: string }) {
  const { t } = view;
  return (
    <section class="panel" aria-labelledby="offence-title">
      <h2 id="offence-title">{t('cwc-offence.panel')}</h2>
      <p>
        <a href={`/found/${reference}/offence`}>{t('cwc-offence.panel.open')}</a>
      </p>
    </section>
  );
}
