// The order to destroy the records of a case, and the tie between a case and a Committee's record of the same child.
import { Radios } from '../../../web/components/radios.tsx';
import { TextInput } from '../../../web/components/text-input.tsx';
import type { FormState } from '../../../web/form-state.ts';
import type { View } from '../../../web/view.ts';
import { grounds } from '../destruction-store.ts';
import type { Proceeding } from '../proceeding.ts';
import { CaseForm } from './step-page.tsx';

type Props = { view: View; form: FormState; proceeding: Proceeding };

export function DestroyPage({ on, ...props }: Props & { on: string }) {
  const { view, form } = props;
  const { t } = view;
  return (
    <CaseForm {...props} name="destroy" title={t('jjb.destroy.order')} why={t('jjb.destroy.why', { on })} save={t('jjb.destroy.save')}>
      <Radios
        view={view}
        form={form}
        name="ground"
        label={t('jjb.field.ground')}
        options={grounds.map((value) => ({ value, label: t(`jjb.ground.${value}`) }))}
      />
    </CaseForm>
  );
}

export function TiePage(props: Props) {
  const { view, form } = props;
  const { t } = view;
  return (
    <CaseForm {...props} name="same-child" title={t('jjb.tie.title')} why={t('jjb.tie.why')} save={t('jjb.tie.save')}>
      <TextInput view={view} form={form} name="committeeReference" label={t('jjb.field.committeeReference')} maxLength={40} />
    </CaseForm>
  );
}
