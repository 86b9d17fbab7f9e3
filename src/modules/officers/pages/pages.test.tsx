// Each page of the module draws in both languages with every word found, and tells what it must.
import { render } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import type { OfficeId, OfficerId } from '../../../kernel/ids.ts';
import { type Day, instantFrom } from '../../../kernel/time.ts';
import { type Locale, directionOf, translatorFor } from '../../../platform/i18n/index.ts';
import { blankForm } from '../../../web/form-state.ts';
import type { View } from '../../../web/view.ts';
import { type Posting, actorOf } from '../officer.ts';
import { AccountPage } from './account-page.tsx';
import { CodePage } from './code-page.tsx';
import { DemoPage } from './demo-page.tsx';
import { DirectoryPage } from './directory-page.tsx';
import { PasskeyPage } from './passkey-page.tsx';
import { PostingPage } from './posting-page.tsx';
import { SignInPage } from './sign-in-page.tsx';

const now = instantFrom('2026-11-24T08:00:00.000Z');
const viewIn = (locale: Locale, demo = false): View => ({
  t: translatorFor(locale),
  locale,
  dir: directionOf(locale),
  now,
  door: 'desk',
  path: '/sign-in',
  demo,
  idempotencyKey: 'key-of-page',
  assets: { styles: '', islands: '' },
  officer: null,
  may: () => false,
});

const posting: Posting = {
  postingId: '0190-posting',
  officerId: 'o' as OfficerId,
  name: 'Rina Das',
  rank: 'SI',
  role: 'investigating-officer',
  fromOn: '2026-01-01' as Day,
  officeId: 'f' as OfficeId,
  officeName: 'PS Bantra',
  officeKind: 'police-station',
  districtCode: 'WB-HWH',
  stateCode: 'WB',
};
const office = { id: 'f', name: 'PS Bantra', districtName: 'Howrah', officers: [posting] };
const entry = {
  id: 'f' as OfficeId,
  kind: 'cwc' as const,
  code: 'WB-CWC-1',
  name: 'CWC Howrah',
  districtCode: 'WB-HWH',
  stateCode: 'WB',
  telephone: '+913312345678',
  email: null,
  districtName: 'Howrah',
  officers: [],
};
const session = { id: 'ab', method: 'sso' as const, startedAt: now, lastSeenAt: now, isThis: false };
const passkey = { id: 'pk', publicKey: '', counter: 0, transports: [], officerId: 'o' as OfficerId, addedAt: now };
const device = { id: 'd', endpointHash: 'ab12', browser: 'Firefox, Linux', locale: 'en', addedAt: now };
const places = { states: [], districts: [] };

describe.each(['en', 'hi'] as const)('in %s', (locale) => {
  const view = viewIn(locale);
  test.each([
    [
      'sign-in',
      SignInPage({ view: viewIn(locale, true), form: blankForm, next: '/alerts', sso: true }),
      'href="/sign-in/sso?next=%2Falerts"',
    ],
    ['code', CodePage({ view, form: blankForm, next: '/', enrol: { secret: 'ABCDEFGH', uri: 'otpauth://totp/x' } }), 'ABCD EFGH'],
    [
      'passkey',
      PasskeyPage({ view, form: blankForm, next: '/', challenge: { step: 's', options: { challenge: 'c' } }, verb: 'get' }),
      'data-island="passkey"',
    ],
    ['posting', PostingPage({ view, form: blankForm, next: '/', postings: [posting], current: posting.postingId }), 'PS Bantra'],
    ['demo', DemoPage({ view, form: blankForm, next: '/', offices: [office], ...places }), 'value="0190-posting"'],
    ['directory', DirectoryPage({ view, form: blankForm, entries: [entry], districts: [] }), 'tel:+913312345678'],
    [
      'account',
      AccountPage({
        view,
        officer: actorOf(posting),
        postings: [posting],
        sessions: [session],
        passkeys: [passkey],
        devices: [device],
        pushKey: 'BKey',
      }),
      'Rina Das',
    ],
  ])('%s', (_, page, tells) => {
    expect(render(page)).toContain(tells);
  });
});

test('the demonstration is offered only in a demonstration', () => {
  const drawn = (demo: boolean) => render(SignInPage({ view: viewIn('en', demo), form: blankForm, next: '/', sso: false }));
  expect(drawn(true)).toContain('/sign-in/demo');
  expect(drawn(false)).not.toContain('/sign-in/demo');
});

test('a password is never drawn again', () => {
  const form = { values: { email: 'r@police.example', password: 'correct horse' }, errors: {} };
  const drawn = render(SignInPage({ view: viewIn('en'), form, next: '/', sso: false }));
  expect(drawn).toContain('r@police.example');
  expect(drawn).not.toContain('correct horse');
});
