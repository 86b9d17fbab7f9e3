// The officer's own way in: password, then a code of the authenticator app; and out again from another browser.
import { beforeAll, expect, test } from 'vitest';
import { passwordAccount } from '../../seed/index.ts';
import { systemClock } from '../../src/kernel/time.ts';
import { fromBase32 } from '../../src/platform/credentials/base32.ts';
import { totpCode, totpStep } from '../../src/platform/credentials/totp.ts';
import { type Person, personAt } from './person.ts';

let here: Person;
let elsewhere: Person;
let secret: Uint8Array;
let used = 0;

beforeAll(async () => {
  [here, elsewhere] = [await personAt({ door: 'desk' }), await personAt({ door: 'desk' })];
});

/** What the app shows. A code works once, and the next half minute's is taken already, as an app whose clock runs ahead would show it. */
function code(): string {
  used = Math.max(totpStep(systemClock()), used + 1);
  return totpCode(secret, used);
}

async function password({ field, button, go, open, t }: Person, typed: string): Promise<void> {
  await open('/sign-in');
  await field(t('officers.field.email')).fill(passwordAccount.email);
  await field(t('officers.field.password')).fill(typed);
  await go(button(t('officers.signIn.continue')));
}

async function typeCode({ field, button, go, t }: Person, typed: string): Promise<void> {
  await field(t('officers.field.code')).fill(typed);
  await go(button(t('officers.code.signIn')));
}

test('a wrong password and a wrong code open nothing; the right ones, once each, do', async () => {
  const { open, page, sees, t } = here;
  await password(here, 'five lanterns over Bantra');
  await page.getByRole('alert').getByText(t('officers.error.wrong')).waitFor();
  await password(here, passwordAccount.password);
  secret = fromBase32((await page.locator('code').innerText()).replace(/\s/g, ''))!;
  await typeCode(here, '000000');
  await page.getByRole('alert').getByText(t('officers.error.wrongCode')).waitFor();
  await open('/children');
  expect(page.url(), 'still outside').toContain('/sign-in');
  await password(here, passwordAccount.password);
  secret = fromBase32((await page.locator('code').innerText()).replace(/\s/g, ''))!;
  await typeCode(here, code());
  await sees('R. Das');
});

test('a session is ended from another browser', async () => {
  const { button, go, open, page, t } = elsewhere;
  await password(elsewhere, passwordAccount.password);
  expect(await page.locator('code').count(), 'the key is shown once').toBe(0);
  await typeCode(elsewhere, code());
  await open('/account');
  expect(await here.open('/account')).toBe(200);
  await here.sees(here.t('officers.account.sessions'));
  const other = page.getByRole('listitem').filter({ hasText: t('officers.method.password-totp') });
  await go(other.getByRole('button', { name: t('officers.account.endSession') }));
  await here.open('/account');
  expect(here.page.url(), 'the first browser is out').toContain('/sign-in');
  expect(await open('/account')).toBe(200);
  await button(t('officers.signOut')).first().waitFor();
});

/** A device of one's own that has read the right finger. */
async function giveAuthenticator({ page }: Person): Promise<void> {
  const device = await page.context().newCDPSession(page);
  await device.send('WebAuthn.enable');
  const options = {
    protocol: 'ctap2',
    transport: 'internal',
    hasResidentKey: true,
    hasUserVerification: true,
    isUserVerified: true,
  } as const;
  await device.send('WebAuthn.addVirtualAuthenticator', { options: { ...options, automaticPresenceSimulation: true } });
}

test('a passkey is added to the account and signs in alone', async () => {
  const { button, go, link, open, page, sees, t } = elsewhere;
  await giveAuthenticator(elsewhere);
  await open('/account');
  await go(link(t('officers.passkey.addTitle')));
  await go(button(t('officers.passkey.add')));
  await sees(t('officers.done.passkeyAdded'));
  await go(button(t('officers.signOut')).first());
  await open('/sign-in');
  await go(link(t('officers.signIn.passkey')));
  await go(button(t('officers.passkey.use')));
  await sees('R. Das');
  expect(new URL(page.url()).pathname).toBe('/');
});
