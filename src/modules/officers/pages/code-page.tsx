// The second step: the code of the authenticator app. An officer who has none yet is shown the secret to put into one.
import { Button } from '../../../web/components/button.tsx';
import { ErrorSummary } from '../../../web/components/error-summary.tsx';
import { Form, Hidden } from '../../../web/components/form.tsx';
import { TextInput } from '../../../web/components/text-input.tsx';
import type { FormState } from '../../../web/form-state.ts';
import type { View } from '../../../web/view.ts';
import type { Enrolment } from '../sign-in.ts';

export function CodePage({ view, form, next, enrol }: { view: View; form: FormState; next: string; enrol: Enrolment | null }) {
  const { t } = view;
  return (
    <>
      <ErrorSummary view={view} form={form} />
      <h1>{t('officers.code.title')}</h1>
      {enrol ? <Enrol view={view} enrol={enrol} /> : null}
      <Form view={view} action="/sign-in/code">
        <Hidden name="next" value={next} />
        <TextInput
          view={view}
          form={form}
          name="code"
          label={t('officers.field.code')}
          hint={t('officers.field.codeHint')}
          width="short"
          inputMode="numeric"
          autocomplete="one-time-code"
        />
        <Button>{t('officers.code.signIn')}</Button>
      </Form>
    </>
  );
}

function Enrol({ view: { t }, enrol }: { view: View; enrol: Enrolment }) {
  return (
    <section>
      <h2>{t('officers.code.enrolTitle')}</h2>
      <ol>
        <li>{t('officers.code.enrolApp')}</li>
        <li>
          {t('officers.code.enrolSecret')}
          <br />
          <code dir="ltr">{enrol.secret.replace(/(.{4})/g, '$1 ').trim()}</code>
          <br />
          <a href={enrol.uri}>{t('officers.code.enrolOpen')}</a>
        </li>
        <li>{t('officers.code.enrolType')}</li>
      </ol>
    </section>
  );
}
