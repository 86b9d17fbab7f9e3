// The one answer there is: who compares, by when they call, the code. The same words whether a child was found or not.
import { formatDeadline, formatMoment } from '../../../platform/i18n/index.ts';
import { Icon } from '../../../web/components/icon.tsx';
import { LinkButton } from '../../../web/components/link-button.tsx';
import { type StatusKind, StatusList } from '../../../web/components/word-status.tsx';
import type { View } from '../../../web/view.ts';
import type { Office } from '../../officers/index.ts';
import type { Standing } from '../check.ts';
import type { OwnCheck } from '../check-store.ts';

type Props = { view: View; check: OwnCheck; office: Office; standing: Standing };

const signs: Record<Standing['state'], StatusKind> = {
  waiting: 'waiting',
  again: 'doing',
  overdue: 'late',
  called: 'done',
  withdrawn: 'done',
};

function standingInWords({ view, office, standing: { state, due } }: Props): string {
  const facts = { office: office.name, when: formatMoment(view, due) };
  const words = view.t(`checks.answer.${state}`, facts);
  return state === 'waiting' || state === 'again' ? `${words} (${formatDeadline(view, due, view.now)})` : words;
}

export function AnswerPage(props: Props) {
  const { view, check, office, standing } = props;
  const { t } = view;
  const { telephone } = office;
  return (
    <>
      <h1>{t('checks.answer.title')}</h1>
      <p class="large-reference">
        <span class="quiet-text">{t('checks.field.code')}</span> <strong>{check.code}</strong>
      </p>
      <p>{t('checks.answer.keep')}</p>
      <StatusList
        items={[
          { kind: 'done', text: t('checks.answer.asked', { when: formatMoment(view, check.askedAt) }) },
          ...check.calls.map(({ said, calledAt }) => ({
            kind: 'done' as const,
            text: t(`checks.answer.call.${said}`, { when: formatMoment(view, calledAt) }),
          })),
          { kind: signs[standing.state], text: standingInWords(props) },
        ]}
      />
      <p>{t('checks.answer.responsible', { office: office.name })}</p>
      {telephone ? (
        <p>
          <a class="call" href={`tel:${telephone.replace(/[^\d+]/g, '')}`}>
            <Icon name="phone" />
            {t('missing-reports.my.ring', { telephone })}
          </a>
        </p>
      ) : null}
      <p>{t('checks.answer.never')}</p>
      <section>
        <h2>{t('checks.answer.meanwhile')}</h2>
        <p>{t('checks.start.report')}</p>
        <LinkButton href="/missing/report" kind="secondary">
          {t('missing-reports.home.missing')}
        </LinkButton>
      </section>
    </>
  );
}
