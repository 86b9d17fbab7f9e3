// Routes of an officer's own signature: brought, looked at, removed.
import { isRefusal, refuse } from '../../../kernel/refusal.ts';
import { renderSignature } from '../../../platform/photographs/index.ts';
import { type Route, form, page, redirect, show } from '../../../web/route.ts';
import { officerIn } from '../officer-in.ts';
import { nothingSchema } from '../form.ts';
import { SignaturePage } from './signature-page.tsx';
import { keepSignature, removeSignature, signatureOf, signaturePictures } from './signature-store.ts';

const own = form({
  path: '/account/signature',
  permission: 'signed-in',
  audit: 'account.signatureKept',
  purpose: 'account',
  schema: nothingSchema,
  async show(context, { errors }) {
    const kept = await signatureOf(context, officerIn(context).officerId);
    return show(context.view.t('officers.signature.title'), SignaturePage({ view: context.view, form: { values: {}, errors }, kept }));
  },
  async save(context, { files }) {
    const file = files.find(({ field }) => field === 'signature');
    if (!file || (file.bytes.length === 0 && !file.tooLarge)) return refuse('officers.error.signature', {}, 'signature');
    if (file.tooLarge) return refuse('photograph.tooLarge', { megabytes: 12 }, 'signature');
    const picture = await renderSignature(file.bytes);
    if (isRefusal(picture)) return { ...picture, field: 'signature' };
    await keepSignature(context, officerIn(context).officerId, picture);
    return redirect('/account/signature', 'officers.done.signatureKept');
  },
});

const remove = form({
  path: '/account/signature/remove',
  permission: 'signed-in',
  audit: 'account.signatureRemoved',
  purpose: 'account',
  schema: nothingSchema,
  async save(context) {
    await removeSignature(context, officerIn(context).officerId);
    return redirect('/account/signature', 'officers.done.signatureRemoved');
  },
});

/** Of oneself alone. `id` in the address, so that a browser never shows the one before. */
const picture = page({
  path: '/account/signature/:signature',
  permission: 'signed-in',
  audit: 'account.signatureSeen',
  purpose: 'account',
  async answer(context, { params }) {
    const kept = await signatureOf(context, officerIn(context).officerId);
    const body = kept === params['signature'] && kept !== null ? (await signaturePictures(context, [kept])).get(kept) : undefined;
    return body ? { kind: 'file', body, contentType: 'image/png', cacheControl: 'private, no-store' } : refuse('web.error.notFound');
  },
});

export const signatureRoutes: Route[] = [own, remove, picture];
