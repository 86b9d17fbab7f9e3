// The desk door's pages of this module: signing in and out, one's own account, the directory.
import type { SsoSettings } from '../../platform/credentials/index.ts';
import type { Route } from '../../web/route.ts';
import { accountRoutes } from './desk-account.tsx';
import { demoRoutes } from './desk-demo.tsx';
import { directoryRoutes } from './desk-directory.tsx';
import { passkeyRoutes } from './desk-passkey.tsx';
import { signInRoutes } from './desk-sign-in.tsx';
import { ssoRoutes } from './desk-sso.ts';

/** `origin` is what officers' browsers show for the desk door, `https://host[:port]`; `sso` is null where no department provider is set up. */
export type SignInSettings = { origin: string; sso: SsoSettings | null };

export function deskRoutes(settings: SignInSettings): Route[] {
  const sso = settings.sso !== null;
  return [
    ...signInRoutes({ sso }),
    ...(settings.sso ? ssoRoutes(settings.sso) : []),
    ...passkeyRoutes(settings.origin),
    ...demoRoutes,
    ...accountRoutes,
    ...directoryRoutes,
  ];
}
