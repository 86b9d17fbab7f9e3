// GET /photographs/<name>.jpg and <name>-320.jpg: only to an officer who may read records of its kind and sees this one, with the look written down.
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import { isPhotographName, readPhotograph } from '../../platform/photographs/index.ts';
import { page } from '../../web/route.ts';
import { findPhotograph } from './photographs/photograph-store.ts';
import { readPermissions } from './record.ts';
import { readPaired } from './store.ts';

export const photographRoute = page({
  path: '/photographs/:file',
  permission: 'photograph.read',
  audit: 'photograph.view',
  purpose: 'photograph',
  async answer(context, { params }) {
    const [, name = '', small] = /^([0-9a-z]{26})(-320)?\.jpg$/.exec(params.file ?? '') ?? [];
    if (!isPhotographName(name)) return refuse('web.error.notFound');
    const photograph = await findPhotograph(context, name);
    const record = photograph && (await readPaired(context, photograph.recordId));
    if (!record || isRefusal(record) || !context.tools.may(context.actor, readPermissions[record.kind]))
      return refuse('web.error.notFound');
    const body = await readPhotograph(context.tools.photographDirectory, name, small ? 'thumbnail' : 'full');
    if (!body) return refuse('web.error.notFound');
    return { kind: 'file', body, contentType: 'image/jpeg', cacheControl: 'private, no-store' };
  },
});
