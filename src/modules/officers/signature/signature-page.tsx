// An officer's own signature: a picture of it on white paper, how it will stand beneath an order, and the way to take it back.
import { Button } from '../../../web/components/button.tsx';
import { ErrorSummary } from '../../../web/components/error-summary.tsx';
import { FileInput } from '../../../web/components/file-input.tsx';
import { Form } from '../../../web/components/form.tsx';
import type { FormState } from '../../../web/form-state.ts';
import type { View } from '../../../web/view.ts';

export function SignaturePage({ view, form, kept }: { view: View; form: FormState; kept: string | null }) {
  const { t } = view;
  return (
    <>
      <ErrorSummary view={view} form={form} />
      <h1>{t('officers.signature.title')}</h1>
      <p>{t('officers.signature.about')}</p>
      {kept === null ? (
        <p>{t('officers.signature.none')}</p>
      ) : (
        <section>
          <h2>{t('officers.signature.now')}</h2>
          <p>
            <img class="signature" src={`/account/signature/${kept}`} alt={t('officers.signature.now')} />
          </p>
          <Form view={view} action="/account/signature/remove">
            <Button kind="secondary">{t('officers.signature.remove')}</Button>
          </Form>
        </section>
      )}
      <Form view={view} action="/account/signature" files>
        <FileInput
          view={view}
          form={form}
          name="signature"
          label={t(kept === null ? 'officers.signature.bring' : 'officers.signature.another')}
          hint={t('officers.signature.hint')}
        />
        <Button>{t('officers.signature.keep')}</Button>
      </Form>
      <p>
        <a href="/account">{t('web.back')}</a>
      </p>
    </>
  );
}
