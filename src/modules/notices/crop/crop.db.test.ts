// A part cut out of a photograph for a notice: seen first, kept beside the whole, shown alone; by nobody but who may put the notice up.
import { sql } from 'kysely';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { routesOf as deskRoutesOf } from '../../../apps/desk.ts';
import { photographsOf } from '../../children/index.ts';
import { type TestDoor, fieldError, openDoor } from '../../../../tests/database/door.ts';
import { noticeRoutes, vouch } from '../../../../tests/database/notices.ts';
import { type Nation, startNation } from '../../../../tests/database/tools.ts';
import { type Story, elsewhere, home, station, tellStory } from '../../../../tests/security/story.ts';

let nation: Nation;
let story: Story;
let desk: TestDoor;
let street: TestDoor;
let photograph: string;

const here = (of = photograph) => `/missing/${story.missing.reference}/photographs/${of}/crop`;
const kept = async () => (await nation.ask(station, (context) => photographsOf(context, [story.missing.id]))).get(story.missing.id)!;

beforeAll(async () => {
  nation = await startNation();
  story = await tellStory(nation);
  desk = await openDoor(nation, 'desk', deskRoutesOf(nation.config));
  street = await openDoor(nation, 'citizen', noticeRoutes());
  photograph = (await kept())[0]!.id;
});
afterAll(async () => {
  await desk?.close();
  await street?.close();
  await nation?.stop();
});

test('what goes is drawn dark before anything is kept', async () => {
  const { status, bytes, headers } = await desk.get(`${here()}.jpg?left=50`, station);
  expect([status, headers['content-type'], headers['cache-control']]).toEqual([200, 'image/jpeg', 'private, no-store']);
  const brightness = async (left: number): Promise<number> => {
    const part = await sharp(bytes).extract({ left, top: 40, width: 20, height: 20 }).toBuffer();
    return (await sharp(part).stats()).channels[0]!.mean;
  };
  expect(await brightness(300)).toBeGreaterThan(2 * (await brightness(60)));
  expect((await kept()).length).toBe(1);
});

test('four numbers, or one of those offered, without a script; the page shows what was asked', async () => {
  const { body } = await desk.get(`${here()}?left=25&right=25`, station);
  expect(body).toContain('left=25&amp;top=0&amp;right=25&amp;bottom=0');
  expect([...body.matchAll(/href="[^"]*crop\?left/g)]).toHaveLength(5);
});

test.each([
  ['left', { left: 'half' }],
  ['top', { top: '-1' }],
  ['right', { left: '60', right: '40' }],
  ['bottom', { bottom: '91' }],
  ['left', {}],
])('refused at %s: %o', async (field, fields) => {
  const { status, body } = await desk.post(here(), fields, station);
  expect([status, fieldError(body, field) !== undefined]).toEqual([expect.any(Number), true]);
  expect(status).toBeGreaterThanOrEqual(400);
  expect((await kept()).length).toBe(1);
});

test('nobody else cuts: not an office that sees nothing of the child, nor one that may put up no notice', async () => {
  for (const [who, status] of [[elsewhere, 404], [home, 403]] as const) // prettier-ignore
    expect([who, (await desk.get(here(), who)).status, (await desk.post(here(), { left: '50' }, who)).status]).toEqual([who, status, status]); // prettier-ignore
  const other = await desk.get(here('01930000-0000-7000-8000-000000000000'), station);
  expect(other.status).toBe(404);
});

test('the part is kept beside the whole, which stays first; the notice shows the part alone', async () => {
  expect((await desk.post(here(), { left: '50', bottom: '25' }, station)).location).toContain('/notice');
  const [whole, part] = await kept();
  expect([whole!.id, whole!.croppedFrom, part!.croppedFrom]).toEqual([photograph, null, photograph]);
  expect((await desk.get(`/missing/${story.missing.reference}`, station)).body).toContain('Part of a photograph');
  await sql`update notice set fields = fields || array['photograph'], photograph_id = ${part!.id}`.execute(nation.admin);
  await vouch(nation);
  const shown = await sharp((await street.get(`/missing/${story.publicId}/photo.jpg`)).bytes).metadata();
  expect([shown.width, shown.height]).toEqual([160, 300]);
  expect((await desk.get(here(part!.id), station)).status).toBe(404); // of a part no part
});

test('the form of a notice offers the part', async () => {
  await sql`update notice set withdrawn_at = ${nation.clock.now}, withdrawn_because = 'corrected'`.execute(nation.admin);
  const { body } = await desk.get(`/missing/${story.missing.reference}/notice`, 'station-in-charge Saran');
  expect(body).toContain('Part of a photograph (number 2)');
  expect(body).toContain(here());
});
