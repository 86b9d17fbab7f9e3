// Care in families, of one child: its placings, which schemes fit and what is missing, and what was handed on to other portals.
import { formatDay, formatMoment } from '../../../platform/i18n/index.ts';
import { paiseOf } from '../../../kernel/money.ts';
import { Columns } from '../../../web/components/columns.tsx';
import { EmptyState } from '../../../web/components/empty-state.tsx';
import { ButtonRow, LinkButton } from '../../../web/components/link-button.tsx';
import { SummaryList } from '../../../web/components/summary-list.tsx';
import { type StatusKind, WordStatus } from '../../../web/components/word-status.tsx';
import type { View } from '../../../web/view.ts';
import { type HandOff, portals } from '../hand-offs/hand-off.ts';
import { type Placing, placingKinds, stateOf } from '../placings/placing.ts';
import type { Fitting } from '../schemes/fitting.ts';
import { StateWord, rupees } from './words.tsx';

export type ChildPageProps = {
  view: View;
  title: string;
  reference: string;
  placings: readonly Placing[];
  fittings: readonly Fitting[];
  handOffs: readonly HandOff[];
  mayWrite: boolean;
  mayHandOff: boolean;
};

const isOpen = (placing: Placing): boolean => placing.endedOn === null;

export function ChildPage(props: ChildPageProps) {
  const { view, title, reference, placings, mayWrite } = props;
  const { t } = view;
  const free = placingKinds.filter((kind) => !placings.some((placing) => placing.kind === kind && isOpen(placing)));
  return (
    <>
      <p class="reference">
        <a href={`/found/${reference}`}>{reference}</a>
      </p>
      <h1>{title}</h1>
      <Columns aside={<HandOffs {...props} />}>
        <section aria-labelledby="placings-title">
          <h2 id="placings-title">{t('family-care.placings.title')}</h2>
          {placings.length === 0 ? (
            <EmptyState view={view} title={t('family-care.placings.none')} text={t('family-care.placings.empty')} />
          ) : null}
          {placings.map((placing) => (
            <section key={placing.id} class="panel">
              <h3>
                <a href={`/found/${reference}/family-care/placings/${placing.id}`}>{t(`family-care.kind.${placing.kind}`)}</a>
              </h3>
              <p>
                <StateWord view={view} state={stateOf(placing)} />{' '}
                {placing.fromOn
                  ? placing.toOn
                    ? t('family-care.runs', { from: formatDay(view, placing.fromOn), to: formatDay(view, placing.toOn) })
                    : t('family-care.since', { from: formatDay(view, placing.fromOn) })
                  : t('family-care.asked', { on: formatDay(view, placing.appliedOn) })}
              </p>
            </section>
          ))}
          {mayWrite && free.length > 0 ? (
            <ButtonRow>
              {free.map((kind) => (
                <LinkButton key={kind} href={`/found/${reference}/family-care/apply/${kind}`}>
                  {t(`family-care.apply.${kind}`)}
                </LinkButton>
              ))}
            </ButtonRow>
          ) : null}
        </section>
        <Schemes {...props} />
      </Columns>
    </>
  );
}

const verdictKinds: Record<Fitting['verdict'], StatusKind> = { fits: 'done', unknown: 'waiting', not: 'waiting' };

function Schemes({ view, fittings }: ChildPageProps) {
  const { t } = view;
  return (
    <section aria-labelledby="schemes-title">
      <h2 id="schemes-title">{t('family-care.schemes.title')}</h2>
      <p class="quiet-text">{t('family-care.schemes.why')}</p>
      {fittings.map(({ id, scheme, verdict, reasons, missing }) => (
        <section key={id} class="panel">
          <h3>{t(`family-care.scheme.${id}`)}</h3>
          <p>
            <WordStatus kind={verdictKinds[verdict]}>{t(`family-care.verdict.${verdict}`)}</WordStatus>
            {scheme.monthly ? <> {t('family-care.monthly', { amount: rupees(scheme.monthly) })}</> : null}
          </p>
          {reasons.length + missing.length > 0 ? (
            <ul>
              {reasons.map(({ code, facts }) => (
                <li key={code}>
                  {t(`family-care.reason.${code}`, { years: facts.years ?? 0, most: facts.most ? rupees(paiseOf(facts.most / 100)) : '' })}
                </li>
              ))}
              {missing.map((paper) => (
                <li key={paper}>{t(`family-care.missing.${paper}`)}</li>
              ))}
            </ul>
          ) : null}
          <p class="quiet-text">
            {scheme.citation}
            {scheme.citation.includes('[') ? null : ` [${scheme.confidence}]`}
          </p>
        </section>
      ))}
    </section>
  );
}

function HandOffs({ view, reference, handOffs, mayHandOff }: ChildPageProps) {
  const { t } = view;
  const base = `/found/${reference}/family-care/hand-offs`;
  return (
    <section aria-labelledby="hand-offs-title">
      <h2 id="hand-offs-title">{t('family-care.handOffs.title')}</h2>
      <p class="quiet-text">{t('family-care.handOffs.why')}</p>
      {handOffs.map((handOff) => (
        <section key={handOff.id} class="panel">
          <h3>{t(`family-care.portal.${handOff.portal}`)}</h3>
          <SummaryList
            view={view}
            rows={[
              { label: t('family-care.field.purpose'), value: t(`family-care.handOff.${handOff.purpose}`) },
              { label: t('family-care.madeBy'), value: `${handOff.madeBy}, ${formatMoment(view, handOff.madeAt)}` },
              {
                label: t('family-care.field.referenceBack'),
                value: handOff.referenceBack
                  ? `${handOff.referenceBack}, ${formatDay(view, handOff.answeredOn!)}`
                  : t('family-care.notAnswered'),
              },
            ]}
          />
          {mayHandOff ? (
            <p>
              <a href={`${base}/${handOff.id}/file.csv`} download>
                {t('family-care.download')}
              </a>{' '}
              {handOff.referenceBack ? null : <a href={`${base}/${handOff.id}/answer`}>{t('family-care.answer.title')}</a>}
            </p>
          ) : null}
        </section>
      ))}
      {mayHandOff ? (
        <ButtonRow>
          {portals.map((portal) => (
            <LinkButton key={portal} href={`/found/${reference}/family-care/hand-on/${portal}`}>
              {t(`family-care.handOn.${portal}`)}
            </LinkButton>
          ))}
        </ButtonRow>
      ) : null}
    </section>
  );
}
