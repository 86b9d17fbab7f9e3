// The page that asks the browser for a passkey: `get` to sign in, `create` to add one. Needs JavaScript, and says so without.
import { Button } from '../../../web/components/button.tsx';
import { ErrorSummary } from '../../../web/components/error-summary.tsx';
import { Form, Hidden } from '../../../web/components/form.tsx';
import type { FormState } from '../../../web/form-state.ts';
import type { View } from '../../../web/view.ts';
import { withNext } from '../after-sign-in.ts';
import type { Challenge } from '../passkeys.ts';

type Props = { view: View; form: FormState; next: string; challenge: Challenge; verb: 'get' | 'create' };

export function PasskeyPage({ view, form, next, challenge, verb }: Props) {
  const { t } = view;
  const signingIn = verb === 'get';
  return (
    <>
      <ErrorSummary view={view} form={form} />
      <h1>{t(signingIn ? 'officers.passkey.title' : 'officers.passkey.addTitle')}</h1>
      <p>{t(signingIn ? 'officers.passkey.about' : 'officers.passkey.addAbout')}</p>
      <noscript>
        <p>{t('officers.error.passkeyScript')}</p>
      </noscript>
      <div
        data-island="passkey"
        data-verb={verb}
        data-options={JSON.stringify(challenge.options)}
        data-unsupported={t('officers.error.passkeyUnsupported')}
      >
        <Form view={view} action={signingIn ? '/sign-in/passkey' : '/account/passkey'}>
          <Hidden name="next" value={next} />
          <Hidden name="step" value={challenge.step} />
          <Hidden name="answer" value="" />
          <p class="field-error" role="alert" hidden />
          <Button>{t(signingIn ? 'officers.passkey.use' : 'officers.passkey.add')}</Button>
        </Form>
      </div>
      <p>
        <a href={signingIn ? withNext('/sign-in', next) : '/account'}>
          {t(signingIn ? 'officers.passkey.password' : 'officers.passkey.back')}
        </a>
      </p>
    </>
  );
}
