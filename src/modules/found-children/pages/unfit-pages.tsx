// Forms about a child under two who is too ill to be brought before the Committee.
import { TextArea } from '../../../web/components/text-area.tsx';
import { TextInput } from '../../../web/components/text-input.tsx';
import { WhenFields } from '../../../web/components/when-fields.tsx';
import { ActionForm, type ActionProps } from './action-pages.tsx';

function about({ view, form }: ActionProps, name: string) {
  return { view, form, name, label: view.t(`found-children.field.${name}`) };
}

export function UnfitPage(props: ActionProps) {
  return (
    <ActionForm {...props} action="unfit">
      <TextInput {...about(props, 'doctor')} maxLength={200} />
      <TextArea {...about(props, 'illness')} rows={3} maxLength={1000} />
      <WhenFields view={props.view} form={props.form} />
    </ActionForm>
  );
}

export function UnfitReportPage(props: ActionProps) {
  return (
    <ActionForm {...props} action="unfit-report">
      <TextArea {...about(props, 'report')} rows={5} maxLength={2000} />
      <WhenFields view={props.view} form={props.form} />
    </ActionForm>
  );
}

export function FitPage(props: ActionProps) {
  return (
    <ActionForm {...props} action="fit">
      <TextInput {...about(props, 'certificate')} maxLength={300} />
      <WhenFields view={props.view} form={props.form} />
    </ActionForm>
  );
}
