// Fit facilities and fit persons: the list of a district, the application (Form 38) and the decision (Form 39).
import type { Day } from '../../../../kernel/time.ts';
import { formatDay } from '../../../../platform/i18n/index.ts';
import { Button } from '../../../../web/components/button.tsx';
import { DateInput } from '../../../../web/components/date-input.tsx';
import { EmptyState } from '../../../../web/components/empty-state.tsx';
import { ErrorSummary } from '../../../../web/components/error-summary.tsx';
import { Form } from '../../../../web/components/form.tsx';
import { ButtonRow, LinkButton } from '../../../../web/components/link-button.tsx';
import { Radios } from '../../../../web/components/radios.tsx';
import { Select } from '../../../../web/components/select.tsx';
import { Table } from '../../../../web/components/table.tsx';
import { TextArea } from '../../../../web/components/text-area.tsx';
import { TextInput } from '../../../../web/components/text-input.tsx';
import { WordStatus } from '../../../../web/components/word-status.tsx';
import type { FormState } from '../../../../web/form-state.ts';
import type { View } from '../../../../web/view.ts';
import { type FitBody, decisionsOf, fitKinds, fitState } from '../fit.ts';

const kindOf = {
  applied: 'waiting',
  recognised: 'done',
  expiring: 'soon',
  expired: 'late',
  refused: 'waiting',
  withdrawn: 'waiting',
} as const;

export function FitPage({
  view,
  title,
  district,
  bodies,
  today,
}: {
  view: View;
  title: string;
  district: string;
  bodies: readonly FitBody[];
  today: Day;
}) {
  const { t } = view;
  return (
    <>
      <p>
        <a href={`/homes?district=${district}`}>{t('institutions.list.title')}</a>
      </p>
      <h1>
        {t('institutions.fit.title')}: <bdi>{title}</bdi>
      </h1>
      <p>{t('institutions.fit.about')}</p>
      <ButtonRow>{view.may('fitBody.enter') ? <LinkButton href="/homes/fit/new">{t('institutions.fit.new')}</LinkButton> : null}</ButtonRow>
      <Table
        caption={t('institutions.fit.title')}
        captionUnseen
        columns={(['fitName', 'stands', 'serves', 'places'] as const).map((name) => ({
          label: t(`institutions.column.${name}`),
          numeric: name === 'places',
        }))}
        rows={bodies.map((body) => ({
          id: body.id,
          cells: [
            <>
              <bdi>{body.name}</bdi>{' '}
              <span class="quiet-text">
                {t(`institutions.fitKind.${body.kind}`)}
                {body.address ? `, ${body.address}` : ''}
              </span>{' '}
              <a href={`/homes/fit/bodies/${body.id}/form-38.pdf`}>{t('institutions.fit.print38')}</a>{' '}
              {body.certifiedOn ? <a href={`/homes/fit/bodies/${body.id}/form-39.pdf`}>{t('institutions.fit.print39')}</a> : null}
            </>,
            <>
              <Standing view={view} body={body} today={today} />
              {view.may('fitBody.decide') && decisionsOf(fitState(body, today)).length > 0 ? (
                <>
                  {' '}
                  <a href={`/homes/fit/decide?body=${body.id}`}>
                    {t('institutions.fit.decide')} <span class="unseen">{body.name}</span>
                  </a>
                </>
              ) : null}
            </>,
            <bdi>{body.serves}</bdi>,
            body.places ?? '',
          ],
        }))}
        empty={<EmptyState view={view} title={t('institutions.fit.none')} text={t('institutions.fit.empty')} />}
      />
    </>
  );
}

function Standing({ view, body, today }: { view: View; body: FitBody; today: Day }) {
  const state = fitState(body, today);
  const day = (on: Day | null) => (on ? formatDay(view, on) : 'none');
  const on = {
    applied: body.appliedOn,
    refused: body.refusedOn,
    withdrawn: body.withdrawnOn,
    recognised: body.certifiedOn,
    expiring: body.validUntil,
    expired: body.validUntil,
  }[state];
  const facts = { on: day(on), until: day(body.validUntil), number: body.certificateNumber ?? '' };
  return <WordStatus kind={kindOf[state]}>{view.t(`institutions.fitState.${state}`, facts)}</WordStatus>;
}

type FormProps = { view: View; form: FormState };
const about = ({ view, form }: FormProps, name: string) => ({ view, form, name, label: view.t(`institutions.field.${name}`) });

export function ApplicationPage(props: FormProps) {
  const { view, form } = props;
  const { t } = view;
  return (
    <>
      <ErrorSummary view={view} form={form} />
      <p>
        <a href="/homes/fit">{t('institutions.fit.title')}</a>
      </p>
      <h1>{t('institutions.fit.new')}</h1>
      <p>{t('institutions.fit.newWhy')}</p>
      <Form view={view} action="/homes/fit/new">
        <Radios {...about(props, 'fitKind')} options={fitKinds.map((value) => ({ value, label: t(`institutions.fitKind.${value}`) }))} />
        <TextInput {...about(props, 'name')} maxLength={200} />
        <TextInput {...about(props, 'address')} optional maxLength={400} />
        <TextArea {...about(props, 'serves')} hint={t('institutions.hint.serves')} rows={2} maxLength={500} />
        <TextInput {...about(props, 'places')} optional width="short" inputMode="numeric" />
        <DateInput {...about(props, 'appliedOn')} />
        <Button>{t('institutions.save')}</Button>
      </Form>
    </>
  );
}

export function DecisionPage(props: FormProps & { bodies: readonly FitBody[]; today: Day }) {
  const { view, form, bodies, today } = props;
  const { t } = view;
  const options = bodies.map((body) => ({ value: body.id, label: `${body.name} (${t(`institutions.fitKind.${body.kind}`)})` }));
  const decisions = [...new Set(bodies.flatMap((body) => decisionsOf(fitState(body, today))))];
  return (
    <>
      <ErrorSummary view={view} form={form} />
      <p>
        <a href="/homes/fit">{t('institutions.fit.title')}</a>
      </p>
      <h1>{t('institutions.fit.decide')}</h1>
      <p>{t('institutions.fit.decideWhy')}</p>
      <Form view={view} action="/homes/fit/decide">
        <Select {...about(props, 'body')} options={options} />
        <Radios {...about(props, 'decision')} options={decisions.map((value) => ({ value, label: t(`institutions.decision.${value}`) }))} />
        <DateInput {...about(props, 'decidedOn')} />
        <TextInput {...about(props, 'certificateNumber')} hint={t('institutions.hint.certificate')} width="medium" maxLength={60} />
        <DateInput {...about(props, 'validUntil')} optional latest={null} />
        <TextArea {...about(props, 'reason')} hint={t('institutions.hint.fitReason')} rows={3} maxLength={1000} />
        <Button>{t('institutions.save')}</Button>
      </Form>
    </>
  );
}
