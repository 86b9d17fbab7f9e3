// An officer's own account: what they act as, where they are signed in, and their passkeys.
import { Button } from '../../../web/components/button.tsx';
import { Form, Hidden } from '../../../web/components/form.tsx';
import { LinkButton } from '../../../web/components/link-button.tsx';
import type { OfficerActor } from '../../../platform/context.ts';
import { formatDay, formatMoment } from '../../../platform/i18n/index.ts';
import type { View } from '../../../web/view.ts';
import type { KeptDevice } from '../device-store.ts';
import type { Posting } from '../officer.ts';
import type { KeptPasskey } from '../passkey-store.ts';
import type { SessionSeen } from '../sessions.ts';
import { Devices } from './devices.tsx';

type Props = {
  view: View;
  officer: OfficerActor;
  postings: Posting[];
  sessions: SessionSeen[];
  passkeys: KeptPasskey[];
  devices: KeptDevice[];
  pushKey: string | null;
};

export function AccountPage({ view, officer, postings, sessions, passkeys, devices, pushKey }: Props) {
  const { t } = view;
  return (
    <>
      <h1>{officer.name}</h1>
      <Postings view={view} postings={postings} current={officer.postingId} />
      <Sessions view={view} sessions={sessions} />
      <Passkeys view={view} passkeys={passkeys} />
      <Devices view={view} devices={devices} pushKey={pushKey} />
      <section>
        <h2>{t('officers.signature.title')}</h2>
        <p>{t('officers.signature.about')}</p>
        <LinkButton href="/account/signature">{t('officers.signature.set')}</LinkButton>
      </section>
      <section>
        <h2>{t('officers.account.quiet')}</h2>
        <p>{t('officers.account.quietAbout')}</p>
        <LinkButton href="/account/quiet-hours">{t('officers.account.quietSet')}</LinkButton>
      </section>
      <Form view={view} action="/sign-out">
        <Button>{t('officers.signOut')}</Button>
      </Form>
    </>
  );
}

function Postings({ view, postings, current }: { view: View; postings: Posting[]; current: string }) {
  const { t } = view;
  return (
    <section>
      <h2>{t('officers.account.postings')}</h2>
      <ul>
        {postings.map(({ postingId, role, officeName, fromOn }) => (
          <li key={postingId}>
            {t('officers.posting.since', { role: t(`officers.role.${role}`), office: officeName, day: formatDay(view, fromOn) })}
            {postingId === current ? <strong> {t('officers.posting.current')}</strong> : null}
          </li>
        ))}
      </ul>
      {postings.length > 1 ? <LinkButton href="/account/posting?next=/account">{t('officers.posting.change')}</LinkButton> : null}
    </section>
  );
}

function Sessions({ view, sessions }: { view: View; sessions: SessionSeen[] }) {
  const { t } = view;
  return (
    <section>
      <h2>{t('officers.account.sessions')}</h2>
      <ul class="plain">
        {sessions.map((session) => (
          <li key={session.id}>
            {t('officers.account.session', {
              method: t(`officers.method.${session.method}`),
              started: formatMoment(view, session.startedAt),
              seen: formatMoment(view, session.lastSeenAt),
            })}{' '}
            {session.isThis ? (
              <strong>{t('officers.account.thisSession')}</strong>
            ) : (
              <Form view={view} action="/account/session/end" inline>
                <Hidden name="session" value={session.id} />
                <Button kind="secondary">{t('officers.account.endSession')}</Button>
              </Form>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Passkeys({ view, passkeys }: { view: View; passkeys: KeptPasskey[] }) {
  const { t } = view;
  return (
    <section>
      <h2>{t('officers.account.passkeys')}</h2>
      {passkeys.length === 0 ? <p>{t('officers.account.noPasskeys')}</p> : null}
      <ul class="plain">
        {passkeys.map(({ id, addedAt }) => (
          <li key={id}>
            {t('officers.account.passkey', { added: formatMoment(view, addedAt) })}{' '}
            <Form view={view} action="/account/passkey/remove" inline>
              <Hidden name="passkey" value={id} />
              <Button kind="secondary">{t('officers.account.removePasskey')}</Button>
            </Form>
          </li>
        ))}
      </ul>
      <LinkButton href="/account/passkey">{t('officers.passkey.addTitle')}</LinkButton>
    </section>
  );
}
