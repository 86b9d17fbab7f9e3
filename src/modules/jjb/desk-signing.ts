// The desk's page on which a member of the Board reads an order that waits and signs it, or withdraws it.
import { z } from 'zod';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import { type Route, form, redirect, show } from '../../web/route.ts';
import { optionalText } from '../../web/fields.ts';
import { casePath } from './pages/board-page.tsx';
import { SignPage } from './pages/sign-page.tsx';
import { openToSign, sign, withdraw } from './signing.ts';
import { homeNames } from './vault-store.ts';

const ground = { permission: 'conflict.decide', purpose: 'conflict' } as const;
const asked = (params: Record<string, string>) => ({ id: params['proceeding'], paperId: params['paper'] });

const signRoute = form({
  path: '/board/cases/:proceeding/papers/:paper/sign',
  ...ground,
  audit: 'conflict.sign',
  schema: z.strictObject({ consent: optionalText(200) }),
  async show(context, { params, values, errors }) {
    const { actor, view } = context;
    if (actor.kind !== 'officer') return refuse('web.error.notFound');
    const opened = await openToSign(context, actor, asked(params));
    if (isRefusal(opened)) return opened;
    const names = await homeNames(context, opened.proceeding.stateCode);
    const body = SignPage({ view, form: { values, errors }, ...opened, reader: actor, names });
    return show(view.t(`jjb.step.${opened.step.code}`), body);
  },
  async save(context, { params, draft }) {
    if (context.actor.kind !== 'officer') return refuse('web.error.notFound');
    const signed = await sign(context, context.actor, asked(params), draft.consent ?? '');
    return isRefusal(signed) ? signed : redirect(casePath(signed), 'jjb.done.signed');
  },
});

const withdrawRoute = form({
  path: '/board/cases/:proceeding/papers/:paper/withdraw',
  ...ground,
  audit: 'conflict.withdraw',
  schema: z.strictObject({}),
  async save(context, { params }) {
    if (context.actor.kind !== 'officer') return refuse('web.error.notFound');
    const withdrawn = await withdraw(context, context.actor, asked(params));
    return isRefusal(withdrawn) ? withdrawn : redirect(casePath(withdrawn), 'jjb.done.withdrawn');
  },
});

export const signingRoutes: readonly Route[] = [signRoute, withdrawRoute];
