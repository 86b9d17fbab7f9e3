// Posters at the desk: for the office that holds the report, and those over it in the district, of the notice that is up.
import { readReference } from '../../../kernel/reference.ts';
import { isRefusal, refuse } from '../../../kernel/refusal.ts';
import { posterShapes } from '../../../platform/documents/index.ts';
import { type Route, page } from '../../../web/route.ts';
import { readToChange } from '../../children/index.ts';
import { liveNoticeOf } from '../store.ts';
import { kitFileName } from './kit.ts';
import { type Kit, kitFile, kitGround } from './kit-file.ts';

export function kitDeskRoutes(kit: Kit): Route[] {
  return posterShapes.map((shape) =>
    page({
      ...kitGround,
      path: `/missing/:reference/${kitFileName(shape)}`,
      permission: 'missingReport.read',
      async answer(context, { params, query }) {
        const reference = readReference(params['reference']!);
        const record = reference ? await readToChange(context, reference, 'missing') : refuse('web.error.notFound');
        if (isRefusal(record)) return record;
        const notice = await liveNoticeOf(context, record.id);
        return notice ? kitFile(context, kit, { publicId: notice.publicId, shape, query }) : refuse('web.error.notFound');
      },
    }),
  );
}
