// Confirming from the monthly message that one still holds the post, or why the link does not.
import { Button } from '../../../web/components/button.tsx';
import { Form, Hidden } from '../../../web/components/form.tsx';
import type { View } from '../../../web/view.ts';

export function ConfirmPage({ view, link, officer, office }: { view: View; link: string; officer: string; office: string }) {
  const { t } = view;
  return (
    <>
      <h1>{t('nodal-officers.confirm.title')}</h1>
      <p>{t('nodal-officers.confirm.about', { officer, office })}</p>
      <Form view={view} action="/nodal-officers/confirm">
        <Hidden name="link" value={link} />
        <Button>{t('nodal-officers.confirm.yes')}</Button>
      </Form>
      <p class="hint">{t('nodal-officers.confirm.no')}</p>
    </>
  );
}

/** `sentence` null: the alert above says all there is to say. */
export function LinkRefusedPage({ view, title, sentence }: { view: View; title: string; sentence: string | null }) {
  return (
    <>
      <h1>{title}</h1>
      {sentence ? <p class="field-error">{sentence}</p> : null}
      <p>
        <a href="/sign-in">{view.t('nodal-officers.confirm.signIn')}</a>
      </p>
    </>
  );
}
