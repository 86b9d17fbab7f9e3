// Raids at the desk: written down, the children of each joined and taken out again, and what the police alone read.
import { type Refusal, isRefusal, refuse } from '../../kernel/refusal.ts';
import { whenNow } from '../../web/when.ts';
import {
  type FieldErrors,
  type FormValues,
  type Params,
  type RequestContext,
  type Route,
  form,
  page,
  redirect,
  show,
} from '../../web/route.ts';
import { readReference } from '../../kernel/reference.ts';
import { purposeSuffix, recordPath } from '../children/index.ts';
import { allDistricts } from '../places/index.ts';
import { childSeen, joinChildren, joinOne, nameAccused, openDrive, openRaid, recordRaid, takeChildOut } from './actions.ts';
import { countChildren } from './child-store.ts';
import { type Drive, type Raid, reachesPlace } from './drive.ts';
import { accusedOf } from './drive-store.ts';
import { accusedSchema, joinSchema, raidOfChildSchema, raidSchema, takeOutSchema } from './form.ts';
import { linesOf } from './lines.ts';
import { RaidFormPage } from './pages/raid-form-page.tsx';
import { RaidPage } from './pages/raid-page.tsx';

const newRaidRoute = form({
  path: '/drives/:drive/raids/new',
  permission: 'drive.raid',
  audit: 'drives.raid',
  purpose: 'casework',
  schema: raidSchema,
  async show(context, { params, values, errors }) {
    const { view, now, actor } = context;
    const drive = await openDrive(context, params['drive']);
    if (isRefusal(drive)) return drive;
    const districts = (await allDistricts(context)).filter((district) => reachesPlace(drive, district));
    const own = actor.kind === 'officer' && districts.some(({ code }) => code === actor.districtCode) ? (actor.districtCode ?? '') : '';
    const begun = Object.keys(values).length > 0 ? values : { ...whenNow(now), districtCode: own };
    return show(view.t('drives.raid.new'), RaidFormPage({ view, form: { values: begun, errors }, drive, districts }));
  },
  async save(context, { params, draft }) {
    const drive = await openDrive(context, params['drive']);
    if (isRefusal(drive)) return drive;
    const raid = await recordRaid(context, drive, draft);
    return isRefusal(raid) ? raid : redirect(`/drives/${drive.id}/raids/${raid}`, 'drives.done.raid');
  },
});

const SHOWN = 100;
type Typed = { values: FormValues; errors: FieldErrors };

async function drawn(context: RequestContext, params: Params, typed: Typed) {
  const { view, actor, tools } = context;
  const opened = await opening(context, params);
  if (isRefusal(opened) || actor.kind !== 'officer') return refuse('web.error.notFound');
  const { drive, raid } = opened;
  const about = { driveId: drive.id, raidId: raid.id };
  const seesChildren = tools.may(actor, 'drive.children');
  const readsAccused = tools.may(actor, 'drive.accused') && actor.districtCode === raid.districtCode;
  const loaded = {
    drive,
    raid,
    lines: seesChildren ? await linesOf(context, about, { size: SHOWN, page: 1 }) : null,
    count: seesChildren ? await countChildren(context, about) : 0,
    accused: readsAccused ? await accusedOf(context, raid.id) : null,
    mayJoin: tools.may(actor, 'drive.join'),
    mayRegister: tools.may(actor, 'foundChild.register'),
    readsPlans: tools.may(actor, 'carePlan.read'),
    officeId: actor.officeId,
  };
  return show(view.t('drives.raid.title', { place: raid.place }), RaidPage({ view, loaded, form: typed }));
}

async function opening(context: RequestContext, params: Params): Promise<{ drive: Drive; raid: Raid } | Refusal> {
  const drive = await openDrive(context, params['drive']);
  const raid = await openRaid(context, params['drive'], params['raid']);
  return isRefusal(drive) ? drive : isRefusal(raid) ? raid : { drive, raid };
}

const raidPath = ({ driveId, id }: Raid): string => `/drives/${driveId}/raids/${id}`;

const raidRoute = page({
  path: '/drives/:drive/raids/:raid',
  permission: 'drive.read',
  audit: 'drives.raidView',
  purpose: 'oversight',
  answer: (context, { params }) => drawn(context, params, { values: {}, errors: {} }),
});

const joinRoute = form({
  path: '/drives/:drive/raids/:raid/children',
  permission: 'drive.join',
  audit: 'drives.join',
  purpose: 'casework',
  schema: joinSchema,
  show: (context, { params, values, errors }) => drawn(context, params, { values, errors }),
  async save(context, { params, draft }) {
    const opened = await opening(context, params);
    if (isRefusal(opened)) return opened;
    const joined = await joinChildren(context, opened.raid, draft.references);
    return isRefusal(joined) ? joined : redirect(raidPath(opened.raid), 'drives.done.joined');
  },
});

const takeOutRoute = form({
  path: '/drives/:drive/raids/:raid/take-out',
  permission: 'drive.join',
  audit: 'drives.takeOut',
  purpose: 'casework',
  schema: takeOutSchema,
  show: (context, { params, values, errors }) => drawn(context, params, { values, errors }),
  async save(context, { params, draft }) {
    const opened = await opening(context, params);
    if (isRefusal(opened)) return opened;
    const done = await takeChildOut(context, opened.raid, draft.record);
    return isRefusal(done) ? done : redirect(raidPath(opened.raid), 'drives.done.takenOut');
  },
});

const accusedRoute = form({
  path: '/drives/:drive/raids/:raid/accused',
  permission: 'drive.accused',
  audit: 'drives.accused',
  purpose: 'inquiry',
  schema: accusedSchema,
  show: (context, { params, values, errors }) => drawn(context, params, { values, errors }),
  async save(context, { params, draft }) {
    const opened = await opening(context, params);
    if (isRefusal(opened)) return opened;
    const done = await nameAccused(context, opened.raid, draft.words);
    return isRefusal(done) ? done : redirect(raidPath(opened.raid), 'drives.done.accused');
  },
});

/** From the child's own page, which lists the raids it can have been rescued in. */
const raidOfChildRoute = form({
  path: '/found/:reference/raid',
  permission: 'drive.join',
  audit: 'drives.joinOne',
  purpose: 'casework',
  schema: raidOfChildSchema,
  async save(context, { params, query, draft }) {
    const reference = readReference(params['reference'] ?? '');
    const record = reference ? await childSeen(context, { reference }) : refuse('web.error.notFound');
    if (isRefusal(record)) return record;
    const done = await joinOne(context, draft.raid, record);
    return isRefusal(done) ? done : redirect(recordPath(record) + purposeSuffix(query), 'drives.done.joined');
  },
});

export const raidRoutes: readonly Route[] = [newRaidRoute, joinRoute, takeOutRoute, accusedRoute, raidRoute, raidOfChildRoute];
