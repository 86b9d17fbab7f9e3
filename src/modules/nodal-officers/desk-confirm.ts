// The page behind the monthly link: whose post it is, and one button. Opening it uses nothing up; pressing does.
import { isRefusal } from '../../kernel/refusal.ts';
import { form, redirect, show } from '../../web/route.ts';
import { confirmByLink, readLink } from './confirmation.ts';
import { confirmSchema } from './form.ts';
import { ConfirmPage, LinkRefusedPage } from './pages/confirm-page.tsx';

export const confirmRoute = form({
  path: '/nodal-officers/confirm',
  permission: 'anyone',
  audit: 'nodalPosts.confirm',
  purpose: 'directory',
  schema: confirmSchema,
  async show(context, { query, values, errors }) {
    const { view } = context;
    const title = view.t('nodal-officers.confirm.title');
    if (query['done']) return show(title, LinkRefusedPage({ view, title, sentence: null }));
    const link = String(values['link'] ?? query['link'] ?? '');
    const found = await readLink(context, link);
    if (!isRefusal(found)) return show(title, ConfirmPage({ view, link, officer: found.officerName, office: found.officeName }));
    const sentence = errors['link'] ?? view.t(found.code, found.facts as Record<string, string>);
    return show(title, LinkRefusedPage({ view, title, sentence }), { status: 422 });
  },
  async save(context, { draft }) {
    const confirmed = await confirmByLink(context, draft.link);
    return isRefusal(confirmed) ? { ...confirmed, field: 'link' } : redirect('/nodal-officers/confirm', 'nodal-officers.done.confirm');
  },
});
