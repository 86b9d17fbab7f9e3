// Pages of unsealing: asking with what became of it, the list of what waits for an answer, and one answer.
import { formatMoment } from '../../../platform/i18n/index.ts';
import { Button } from '../../../web/components/button.tsx';
import { EmptyState } from '../../../web/components/empty-state.tsx';
import { ErrorSummary } from '../../../web/components/error-summary.tsx';
import { Form } from '../../../web/components/form.tsx';
import { Radios } from '../../../web/components/radios.tsx';
import { SummaryList } from '../../../web/components/summary-list.tsx';
import { TextArea } from '../../../web/components/text-area.tsx';
import { WordStatus } from '../../../web/components/word-status.tsx';
import type { FormState } from '../../../web/form-state.ts';
import type { View } from '../../../web/view.ts';
import { type Standing, type Unsealing, placePath, placesOf, purposes, sealedClasses, standingOf } from '../unsealing.ts';

export type Asked = Unsealing & { reference: string; childName: string };

const kindOf: Record<Standing, 'done' | 'late' | 'waiting'> = { waiting: 'waiting', open: 'done', over: 'waiting', refused: 'late' };

function Line({ view, asking, reference }: { view: View; asking: Unsealing; reference?: string }) {
  const { t } = view;
  const standing = standingOf(asking, view.now);
  const facts = {
    asked: formatMoment(view, asking.askedAt),
    until: asking.openUntil ? formatMoment(view, asking.openUntil) : '',
    who: asking.answeredByName ?? '',
    office: asking.answeredOfficeName ?? '',
  };
  return (
    <li>
      <WordStatus kind={kindOf[standing]}>{t(`unsealing.standing.${standing}`, facts)}</WordStatus> {t(`unsealing.class.${asking.class}`)}
      {standing === 'open' && reference ? (
        <p>
          {placesOf[asking.class].map((place) => (
            <span key={place}>
              <a href={placePath(reference, place)}>{t(`unsealing.place.${place}`)}</a>{' '}
            </span>
          ))}
        </p>
      ) : null}
      {asking.because ? (
        <p class="quiet-text">
          <bdi>{asking.because}</bdi>
        </p>
      ) : null}
    </li>
  );
}

type AskProps = { view: View; form: FormState; title: string; reference: string; askings: readonly Unsealing[] };

export function AskPage({ view, form, title, reference, askings }: AskProps) {
  const { t } = view;
  const about = (name: string) => ({ view, form, name, label: t(`unsealing.field.${name}`) });
  return (
    <>
      <ErrorSummary view={view} form={form} />
      <p class="reference">
        <a href={`/found/${reference}`}>{reference}</a>
      </p>
      <h1>{title}</h1>
      <p>{t('unsealing.ask.why')}</p>
      {askings.length > 0 ? (
        <section class="panel" aria-labelledby="askings-title">
          <h2 id="askings-title">{t('unsealing.yours')}</h2>
          <ul class="status-list">
            {askings.map((asking) => (
              <Line key={asking.id} view={view} asking={asking} reference={reference} />
            ))}
          </ul>
        </section>
      ) : null}
      <Form view={view} action={`/found/${reference}/sealed`}>
        <Radios {...about('sealedClass')} options={sealedClasses.map((value) => ({ value, label: t(`unsealing.class.${value}`) }))} />
        <Radios {...about('purpose')} options={purposes.map((value) => ({ value, label: t(`children.purpose.${value}`) }))} />
        <TextArea {...about('need')} hint={t('unsealing.hint.need')} rows={3} maxLength={1000} />
        <Button>{t('unsealing.ask.save')}</Button>
      </Form>
    </>
  );
}

export function AskingsPage({ view, askings }: { view: View; askings: readonly Asked[] }) {
  const { t } = view;
  return (
    <>
      <h1>{t('unsealing.list.title')}</h1>
      <p>{t('unsealing.list.why')}</p>
      {askings.length === 0 ? <EmptyState view={view} title={t('unsealing.list.none')} text={t('unsealing.list.none.text')} /> : null}
      <ul>
        {askings.map((asked) => (
          <li key={asked.id}>
            <a href={`/sealed/${asked.id}`}>
              <bdi>{asked.childName}</bdi> · {t(`unsealing.class.${asked.class}`)}
            </a>{' '}
            <span class="quiet-text">
              {t('unsealing.askedBy', { who: asked.askedByName, office: asked.askedOfficeName, when: formatMoment(view, asked.askedAt) })}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

export function AnswerPage({ view, form, asked }: { view: View; form: FormState; asked: Asked }) {
  const { t } = view;
  const about = (name: string) => ({ view, form, name, label: t(`unsealing.field.${name}`) });
  return (
    <>
      <ErrorSummary view={view} form={form} />
      <p>
        <a href="/sealed">{t('unsealing.list.title')}</a>
      </p>
      <h1>{t('unsealing.answer.title')}</h1>
      <SummaryList
        view={view}
        rows={[
          { label: t('unsealing.child'), value: <bdi>{`${asked.childName} · ${asked.reference}`}</bdi> },
          { label: t('unsealing.field.sealedClass'), value: t(`unsealing.class.${asked.class}`) },
          { label: t('unsealing.who'), value: `${asked.askedByName}, ${asked.askedOfficeName}` },
          { label: t('unsealing.field.purpose'), value: t(`children.purpose.${asked.purpose}`) },
          { label: t('unsealing.field.need'), value: <bdi>{asked.need}</bdi> },
        ]}
      />
      {asked.answer === null ? (
        <Form view={view} action={`/sealed/${asked.id}`}>
          <Radios
            {...about('answer')}
            hint={t('unsealing.hint.answer')}
            options={(['agreed', 'refused'] as const).map((value) => ({ value, label: t(`unsealing.answerOf.${value}`) }))}
          />
          <TextArea {...about('because')} hint={t('unsealing.hint.because')} optional rows={3} maxLength={1000} />
          <Button>{t('unsealing.answer.save')}</Button>
        </Form>
      ) : (
        <ul class="status-list">
          <Line view={view} asking={asked} />
        </ul>
      )}
    </>
  );
}
