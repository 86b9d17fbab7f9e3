// An office let in on a ground (a match, a transfer, an alert) reads another's record; it changes nothing of it, by no verb and by no statement.
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isRefusal, refuse } from '../../src/kernel/refusal.ts';
import type { Context } from '../../src/platform/context.ts';
import { readRecord } from '../../src/modules/children/index.ts';
import { writeDiary } from '../../src/modules/diary/index.ts';
import * as found from '../../src/modules/found-children/actions.ts';
import { changeDescriptionSchema } from '../../src/modules/found-children/form.ts';
import { registerFir } from '../../src/modules/missing-reports/actions.ts';
import * as description from '../../src/modules/missing-reports/description-actions.ts';
import { descriptionChangeSchema } from '../../src/modules/missing-reports/follow-up-form.ts';
import * as investigation from '../../src/modules/missing-reports/investigation.ts';
import { moveToStation } from '../../src/modules/missing-reports/move.ts';
import * as outcome from '../../src/modules/missing-reports/outcome.ts';
import * as publication from '../../src/modules/missing-reports/publication.ts';
import { answerSighting } from '../../src/modules/sightings/actions.ts';
import { type Nation, type Who, startNation } from '../database/tools.ts';
import { type Story, committee, elsewhere, home, picture, station, tellStory } from './story.ts';

let nation: Nation;
let story: Story;

beforeAll(async () => {
  nation = await startNation();
  story = await tellStory(nation);
  await sql`insert into record_access select r.id, ${nation.officer(elsewhere).officeId}, g, ${nation.clock.now}
    from record r, unnest(array['match', 'transfer', 'alert', 'production']) as g`.execute(nation.admin);
});
afterAll(() => nation?.stop());

type Kind = 'missing' | 'found' | 'sighting';
type Verb = (context: Context, reference: never, draft: never, files: never) => Promise<unknown>;
const day = '2026-11-24';
const step = { doneOn: day, doneAt: '09:00' };
const reason = 'for the test';

/** Every verb on a record that is another office's, with a draft its owner may save. Those that need another standing of the record say before which verb. */
const verbs: [Kind, string, Verb, object, [Verb, object]?][] = [
  ['missing', 'assessRisk', investigation.assessRisk, { signs: [], level: 'high', linesOfInquiry: reason }],
  ['missing', 'forward', investigation.forwardToJuvenilePoliceUnit, step],
  ['missing', 'hueAndCry', investigation.issueHueAndCry, step],
  ['missing', 'legalServices', investigation.sendCopyToLegalServices, step],
  ['missing', 'trafficking', investigation.suspectTrafficking, { reason, transfer: false }],
  ['missing', 'transfer', investigation.transferToAntiTrafficking, { reason, transfer: true }],
  ['missing', 'bar', investigation.barFromPublication, { because: 'contact' }],
  ['missing', 'move', moveToStation, { reason }],
  ['missing', 'describe', description.describeMissingChild, descriptionChangeSchema.parse({ version: '1', sex: 'female' })],
  ['missing', 'photograph', description.addMissingPhotograph, {}],
  ['missing', 'traced', outcome.markTraced, { how: 'by-police', alive: 'yes', tracedOn: day, tracedAt: '09:00', where: 'here' }],
  ['missing', 'close', outcome.closeReport, { outcome: 'false-report', reason }],
  ['missing', 'reopen', outcome.reopenReport, { reason }, [outcome.closeReport, { outcome: 'false-report', reason }]],
  ['missing', 'withdraw', publication.withdrawNotice, { because: 'authority-withdrawn' }],
  ['missing', 'publish', publication.publishNotice, { authority: 'police-tracing', fields: ['age'], orderNumber: '1', reasons: reason, expiresOn: '2026-12-20', noSexualOffence: true },
    [publication.withdrawNotice, { because: 'authority-withdrawn' }]],
  ['found', 'describe', found.describeFoundChild, changeDescriptionSchema.parse({ version: '1', sex: 'female' })],
  ['found', 'photograph', (context, reference, _, files) => found.addFoundPhotograph(context, reference, files), {}],
  ['found', 'productionReport', (context, reference) => found.fileProductionReport(context, reference, { effortsToTrace: reason }), {}],
  ['found', 'close', found.closeFoundChild, { outcome: 'not-a-child', reasons: reason }],
  ['sighting', 'answer', answerSighting, { answer: 'no-concern' }],
]; // prettier-ignore
const owner: Record<Kind, Who> = { missing: station, found: home, sighting: station };

/** What the verb answered; nothing of it stays. */
async function attempt(who: Who, [kind, name, verb, fields, first]: (typeof verbs)[number]) {
  const draft = name === 'move' ? { ...fields, stationId: nation.officer(station).officeId } : fields;
  const files = [{ field: 'photograph', bytes: await picture(), tooLarge: false }];
  const { reference } = story[kind];
  const answer = await nation.ask(
    who,
    async (context) => {
      if (first) {
        const { db } = context;
        await sql`savepoint before_verb`.execute(db);
        const ready = await first[0](context, reference as never, first[1] as never, files as never);
        if (isRefusal(ready)) await sql`rollback to before_verb`.execute(db);
      }
      return {
        ...refuse('rolled.back'),
        answered: await verb(context, reference as never, draft as never, files as never),
      };
    },
    'production',
  );
  return answer.answered;
}

describe('an office let in on every ground', () => {
  test('reads all three', async () => {
    for (const kind of Object.keys(owner) as Kind[])
      expect(await nation.ask(elsewhere, (context) => readRecord(context, { reference: story[kind].reference }, kind))).toMatchObject({
        id: story[kind].id,
      });
  });

  test.each(verbs.map((verb) => [`${verb[0]} ${verb[1]}`, verb] as const))('may not: %s; the office that holds it may', async (_, verb) => {
    expect(await attempt(elsewhere, verb)).toMatchObject({ refused: true, code: 'children.error.notYours' });
    const answer = await attempt(owner[verb[0]], verb);
    // The invented district has one station: to move a report its holder is only asked for another.
    if (verb[1] === 'move') expect(answer).toMatchObject({ code: 'missing-reports.error.alreadyThere' });
    else expect(isRefusal(answer), JSON.stringify(answer)).toBe(false);
  });

  test('may not register another’s FIR', async () => {
    const draft = { paper: 'fir', paperNumber: '1', paperOn: day, paperAt: '09:00' } as never;
    expect(await nation.ask(elsewhere, (context) => registerFir(context, story.missing.reference, draft))).toMatchObject({
      code: 'children.error.notYours',
    });
    expect(await nation.ask(station, (context) => registerFir(context, story.missing.reference, draft))).toMatchObject({
      code: 'missing-reports.error.firThere',
    });
  });
});

test('the Committee of the district may change what a home of it holds; the Committee of another may not', async () => {
  const close = verbs.find(([kind, name]) => kind === 'found' && name === 'close')!;
  expect(isRefusal(await attempt(committee, close))).toBe(false);
  await sql`insert into record_access values (${story.found.id}, ${nation.officer('cwc-chairperson Saran').officeId}, 'production', ${nation.clock.now})`.execute(
    nation.admin,
  );
  expect(await attempt('cwc-chairperson Saran', close)).toMatchObject({ code: 'children.error.notYours' });
});

describe('row security alone', () => {
  const writes = {
    record: sql`update record set status = 'closed'`,
    description: sql`update description set sex = 'male'`,
    missing_report: sql`update missing_report set contact_barred = true`,
    notice: sql`update notice set reasons = 'none'`,
    found_child: sql`update found_child set closing_reasons = 'none'`,
    sighting: sql`update sighting set answer = 'hoax'`,
    complaint: sql`update complaint set delay_reason = 'none'`,
    production_request: sql`update production_request set answer = 'refused', answered_by = array[app_officer()]`,
  };
  /** How many rows a statement changed; all rolled back. */
  const changed = (who: Who, name: keyof typeof writes): Promise<number> =>
    nation
      .ask(who, async ({ db }) => ({ ...refuse('rolled.back'), rows: Number((await writes[name].execute(db)).numAffectedRows) }))
      .then(({ rows }) => rows);

  test.each(Object.keys(writes) as (keyof typeof writes)[])('%s: the office let in changes no row, its holder does', async (name) => {
    expect(await changed(elsewhere, name)).toBe(0);
    const holders = { found_child: home, production_request: committee } as Partial<Record<keyof typeof writes, Who>>;
    expect(await changed(holders[name] ?? station, name)).toBeGreaterThan(0);
  });

  const add = (who: Who, happening: 'missing.closed' | 'match.judged') =>
    nation.ask(who, async (context) => {
      const facts = happening === 'missing.closed' ? { outcome: 'restored' } : { candidate: story.matchId, verdict: 'unsure' };
      await writeDiary(context, story.missing.id, { happening, facts } as never);
      return refuse('rolled.back');
    });

  test('the diary takes a judgement from an office let in, and no ending of the case', async () => {
    await expect(add(elsewhere, 'missing.closed')).rejects.toMatchObject({ code: '42501' });
    expect(await add(elsewhere, 'match.judged')).toMatchObject({ code: 'rolled.back' });
    expect(await add(station, 'missing.closed')).toMatchObject({ code: 'rolled.back' });
  });

  test('control: a policy that counts a ground as leave to write is noticed', async () => {
    await sql`alter policy record_changed on record using (true)`.execute(nation.admin);
    expect(await changed(elsewhere, 'record')).toBe(3);
    await sql`alter policy record_changed on record using (record_changeable(office_id, district_code))`.execute(nation.admin);
  });
});
