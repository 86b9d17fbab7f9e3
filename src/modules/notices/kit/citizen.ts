// Posters at the citizen door: of a notice whose address somebody has, within a budget; and of the family's own report.
import { readReference } from '../../../kernel/reference.ts';
import { isRefusal, refuse } from '../../../kernel/refusal.ts';
import { posterShapes } from '../../../platform/documents/index.ts';
import { type Route, page } from '../../../web/route.ts';
import { readRecord } from '../../children/index.ts';
import { mayTakePoster } from '../budget/budget.ts';
import { ownLiveNotice } from '../store.ts';
import { kitFileName } from './kit.ts';
import { type Kit, kitFile, kitGround } from './kit-file.ts';

const ground = { ...kitGround, permission: 'anyone' } as const;

function publicRoutes(kit: Kit): Route[] {
  return posterShapes.map((shape) =>
    page({
      ...ground,
      path: `/missing/:publicId/${kitFileName(shape)}`,
      async answer(context, { params, query, networkAddress }) {
        const publicId = params['publicId'] ?? '';
        if (!(await mayTakePoster(context, { address: networkAddress, page: publicId }))) return refuse('web.error.tooMany');
        return kitFile(context, kit, { publicId, shape, query });
      },
    }),
  );
}

/** Whoever reported finds nothing where the notice is over: it is not told why. */
function familyRoutes(kit: Kit): Route[] {
  return posterShapes.map((shape) =>
    page({
      ...ground,
      path: `/my/:reference/${kitFileName(shape)}`,
      async answer(context, { params, query }) {
        const reference = readReference(params['reference']!);
        if (context.actor.kind !== 'citizen' || !context.actor.reporterKey || !reference) return refuse('web.error.notFound');
        const record = await readRecord(context, { reference }, 'missing');
        if (isRefusal(record)) return record;
        const notice = await ownLiveNotice(context, record.id);
        return notice && !notice.gone ? kitFile(context, kit, { publicId: notice.publicId, shape, query }) : refuse('web.error.notFound');
      },
    }),
  );
}

export function kitRoutes(kit: Kit): Route[] {
  return [...publicRoutes(kit), ...familyRoutes(kit)];
}
