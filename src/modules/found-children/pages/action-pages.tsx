// The short forms about a found child already registered: description, photograph, production report, who was told, journey, closing.
import type { ComponentChildren } from 'preact';
import { Button } from '../../../web/components/button.tsx';
import { DateInput } from '../../../web/components/date-input.tsx';
import { ErrorSummary } from '../../../web/components/error-summary.tsx';
import { FileInput } from '../../../web/components/file-input.tsx';
import { Form, Hidden } from '../../../web/components/form.tsx';
import { Radios } from '../../../web/components/radios.tsx';
import { TextArea } from '../../../web/components/text-area.tsx';
import { TimeInput } from '../../../web/components/time-input.tsx';
import { WhenFields } from '../../../web/components/when-fields.tsx';
import { type FormState, typedIn } from '../../../web/form-state.ts';
import type { View } from '../../../web/view.ts';
import { DescriptionFields } from '../../children/index.ts';
import type { District } from '../../places/index.ts';
import { closings, informed } from '../form.ts';
import type { FoundAction } from './record-page.tsx';

/** `suffix`: the stated purpose, carried along. */
export type ActionProps = { view: View; form: FormState; reference: string; suffix: string };
type Props = ActionProps;

export function ActionForm({
  view,
  form,
  reference,
  suffix,
  action,
  children,
}: Props & { action: FoundAction; children: ComponentChildren }) {
  const { t } = view;
  return (
    <>
      <ErrorSummary view={view} form={form} />
      <p class="reference">
        <a href={`/found/${reference}${suffix}`}>{reference}</a>
      </p>
      <h1>{t(`found-children.action.${action}`)}</h1>
      <p>{t(`found-children.why.${action}`)}</p>
      <Form view={view} action={`/found/${reference}/${action}${suffix}`} files={action === 'photograph'}>
        {children}
        <Button>{t('found-children.save')}</Button>
      </Form>
    </>
  );
}

export function DescriptionPage(props: Props & { districts: readonly District[] }) {
  const { view, form, districts } = props;
  return (
    <ActionForm {...props} action="description">
      <Hidden name="version" value={typedIn(form, 'version')} />
      <DescriptionFields view={view} form={form} districts={districts} />
    </ActionForm>
  );
}

export function PhotographPage(props: Props) {
  const { view, form } = props;
  const { t } = view;
  return (
    <ActionForm {...props} action="photograph">
      <FileInput
        view={view}
        form={form}
        name="photograph"
        label={t('found-children.field.photograph')}
        hint={t('found-children.hint.photograph')}
        camera
      />
    </ActionForm>
  );
}

export function InformationPage(props: Props) {
  const { view, form } = props;
  const { t } = view;
  const options = informed.map((value) => ({ value, label: t(`found-children.informed.${value}`) }));
  return (
    <ActionForm {...props} action="information">
      <Radios view={view} form={form} name="to" label={t('found-children.field.informed')} options={options} />
      <DateInput view={view} form={form} name="informedOn" label={t('found-children.field.informedOn')} />
      <TimeInput view={view} form={form} name="informedAt" label={t('found-children.field.informedAt')} />
    </ActionForm>
  );
}

export function JourneyPage(props: Props) {
  const { view, form } = props;
  const about = (name: string) => ({ view, form, name, label: view.t(`found-children.field.${name}`) });
  return (
    <ActionForm {...props} action="journey">
      <DateInput {...about('startedOn')} />
      <TimeInput {...about('startedAt')} />
      <DateInput {...about('endedOn')} />
      <TimeInput {...about('endedAt')} />
    </ActionForm>
  );
}

export function ClosePage(props: Props) {
  const { view, form } = props;
  const { t } = view;
  const options = closings.map((value) => ({ value, label: t(`found-children.closing.${value}`) }));
  return (
    <ActionForm {...props} action="close">
      <Radios view={view} form={form} name="outcome" label={t('found-children.field.outcome')} options={options} />
      <TextArea
        view={view}
        form={form}
        name="reasons"
        label={t('found-children.field.closingReasons')}
        hint={t('found-children.hint.closingReasons')}
        rows={3}
        maxLength={1000}
      />
      <WhenFields view={view} form={form} />
    </ActionForm>
  );
}
