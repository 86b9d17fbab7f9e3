// GET, POST /matches/:id/open: a guarded record's own office lets the other office of a pair in, with its reason.
import { isUuid } from '../../../kernel/ids.ts';
import { isRefusal, refuse } from '../../../kernel/refusal.ts';
import { form, redirect, show } from '../../../web/route.ts';
import { recordPath } from '../../children/index.ts';
import { openingSchema } from '../form.ts';
import { OpenPage } from '../pages/guarded.tsx';
import { heldBackIn, openToOther } from './guarded.ts';

const held = (id: string) => (isUuid(id) ? id : null);

/** Read with the right to act on found children, which every office that holds a child's record has; the verb asks whose record it is. */
export const openingRoute = form({
  path: '/matches/:id/open',
  permission: 'foundChild.act',
  audit: 'match.open',
  purpose: 'identification',
  schema: openingSchema,
  async show(context, { params, values, errors }) {
    const id = held(params.id ?? '');
    const sides = id ? await heldBackIn(context, id) : refuse('web.error.notFound');
    if (isRefusal(sides)) return sides;
    const { view } = context;
    return show(view.t('match-review.guarded.openTitle'), OpenPage({ view, held: sides, form: { values, errors } }));
  },
  async save(context, { params, draft }) {
    const id = held(params.id ?? '');
    const opened = id ? await openToOther(context, id, draft.reason) : refuse('web.error.notFound');
    return isRefusal(opened) ? opened : redirect(recordPath(opened[0]!.own), 'match-review.done.opened');
  },
});
