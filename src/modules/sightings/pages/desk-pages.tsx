// The desk's pages of sightings: those waiting for an answer, one taken by telephone, one sighting with its answer.
import { Button } from '../../../web/components/button.tsx';
import { Checkboxes } from '../../../web/components/checkboxes.tsx';
import { EmptyState } from '../../../web/components/empty-state.tsx';
import { ErrorSummary } from '../../../web/components/error-summary.tsx';
import { Form } from '../../../web/components/form.tsx';
import { LinkButton } from '../../../web/components/link-button.tsx';
import { Radios } from '../../../web/components/radios.tsx';
import { TextArea } from '../../../web/components/text-area.tsx';
import { WhenFields } from '../../../web/components/when-fields.tsx';
import type { FormState } from '../../../web/form-state.ts';
import type { View } from '../../../web/view.ts';
import { type RecordListItem, RecordTable } from '../../children/index.ts';
import { sightingAnswers, sightingSources } from '../sighting.ts';
import { SightingFields, type SightingFieldsProps } from './sighting-fields.tsx';

type SightingsProps = { view: View; waiting: RecordListItem[]; mayRegister: boolean; more: boolean };

/** `more`: the list was cut short. */
export function SightingsPage({ view, waiting, mayRegister, more }: SightingsProps) {
  const { t } = view;
  return (
    <>
      <h1>{t('sightings.list.title')}</h1>
      {mayRegister ? <LinkButton href="/sightings/new">{t('sightings.new.title')}</LinkButton> : null}
      {waiting.length === 0 ? (
        <EmptyState view={view} title={t('sightings.list.none')} text={t('sightings.list.empty')} />
      ) : (
        <RecordTable view={view} caption={t('sightings.list.title')} records={waiting} />
      )}
      {more ? <p class="quiet-text">{t('sightings.list.more', { count: waiting.length })}</p> : null}
      <p>
        <a href="/children?kind=sighting&open=no">{t('sightings.list.answered')}</a>
      </p>
    </>
  );
}

export function NewSightingPage(props: SightingFieldsProps) {
  const { view, form } = props;
  const { t } = view;
  const sources = sightingSources.map((value) => ({ value, label: t(`sightings.source.${value}`) }));
  return (
    <>
      <ErrorSummary view={view} form={form} />
      <h1>{t('sightings.new.title')}</h1>
      <Form view={view} action="/sightings/new">
        <Radios view={view} form={form} name="source" label={t('sightings.field.source')} options={sources} inline />
        <SightingFields {...props} />
        <Button>{t('sightings.new.save')}</Button>
      </Form>
    </>
  );
}

/** `ofNotice`: it was made from the notice of a missing child. */
export function AnswerForm({ view, form, action, ofNotice }: { view: View; form: FormState; action: string; ofNotice: boolean }) {
  const { t } = view;
  const options = sightingAnswers.map((value) => ({ value, label: t(`sightings.answer.${value}`) }));
  return (
    <Form view={view} action={action}>
      <Radios
        view={view}
        form={form}
        name="answer"
        label={t('sightings.field.answer')}
        hint={t('sightings.hint.answer')}
        options={options}
      />
      {ofNotice ? (
        <Checkboxes
          view={view}
          form={form}
          name="childOfNotice"
          label={t('sightings.field.childOfNotice')}
          hint={t('sightings.hint.childOfNotice')}
          options={[{ value: 'yes', label: t('sightings.childOfNotice') }]}
        />
      ) : null}
      <TextArea
        view={view}
        form={form}
        name="remark"
        label={t('sightings.field.remark')}
        hint={t('sightings.hint.remark')}
        optional
        rows={3}
        maxLength={1000}
      />
      <WhenFields view={view} form={form} />
      <Button>{t('sightings.answer.save')}</Button>
    </Form>
  );
}
