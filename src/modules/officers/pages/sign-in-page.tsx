// The desk's front door: e-mail and password, and the other ways in.
import { Button } from '../../../web/components/button.tsx';
import { ErrorSummary } from '../../../web/components/error-summary.tsx';
import { Form, Hidden } from '../../../web/components/form.tsx';
import { TextInput } from '../../../web/components/text-input.tsx';
import type { FormState } from '../../../web/form-state.ts';
import type { View } from '../../../web/view.ts';
import { withNext } from '../after-sign-in.ts';

export function SignInPage({ view, form, next, sso }: { view: View; form: FormState; next: string; sso: boolean }) {
  const { t } = view;
  return (
    <>
      <ErrorSummary view={view} form={form} />
      <h1>{t('officers.signIn.title')}</h1>
      {view.demo ? (
        <p class="notice">
          <a href={withNext('/sign-in/demo', next)}>{t('officers.signIn.demo')}</a>
        </p>
      ) : null}
      <Form view={view} action="/sign-in">
        <Hidden name="next" value={next} />
        <TextInput
          view={view}
          form={form}
          name="email"
          label={t('officers.field.email')}
          type="email"
          inputMode="email"
          autocomplete="username"
        />
        <TextInput
          view={view}
          form={form}
          name="password"
          label={t('officers.field.password')}
          type="password"
          autocomplete="current-password"
        />
        <Button>{t('officers.signIn.continue')}</Button>
      </Form>
      <h2>{t('officers.signIn.otherWays')}</h2>
      <ul>
        <li>
          <a href={withNext('/sign-in/passkey', next)}>{t('officers.signIn.passkey')}</a>
        </li>
        {sso ? (
          <li>
            <a href={withNext('/sign-in/sso', next)}>{t('officers.signIn.sso')}</a>
          </li>
        ) : null}
      </ul>
      <p class="hint">{t('officers.signIn.forOfficers')}</p>
    </>
  );
}
