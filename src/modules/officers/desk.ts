// The desk door's pages of this module: signing in and out, one's own account, the directory.
import type { SsoSettings } from '../../platform/credentials/index.ts';
import type { Route } from '../../web/route.ts';
import { accountRoutes } from './desk-account.tsx';
import { demoRoutes } from './desk-demo.tsx';
import { deviceRoutes } from './desk-devices.ts';
import { directoryRoutes } from './desk-directory.tsx';
import { passkeyRoutes } from './desk-passkey.tsx';
import { signInRoutes } from './desk-sign-in.tsx';
import { ssoRoutes } from './desk-sso.ts';
import { signatureRoutes } from './signature/desk.ts';

/** `origin` is what officers' browsers show for the desk door, `https://host[:port]`; without `oidc` there is no department sign-in. */
export type SignInSettings = { origin: string; oidc?: Omit<SsoSettings, 'redirect'> | undefined };

export function deskRoutes({ origin, oidc }: SignInSettings): Route[] {
  return [
    ...signInRoutes({ sso: oidc !== undefined }),
    ...(oidc ? ssoRoutes({ ...oidc, redirect: `${origin}/sign-in/sso/callback` }) : []),
    ...passkeyRoutes(origin),
    ...demoRoutes,
    ...accountRoutes,
    ...deviceRoutes,
    ...signatureRoutes,
    ...directoryRoutes,
  ];
}
