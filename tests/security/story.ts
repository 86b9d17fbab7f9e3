// One missing child, one found child and one sighting with every private field filled with words that must never leave: for the tests of safety.
import { sql } from 'kysely';
import sharp from 'sharp';
import { newId } from '../../src/kernel/ids.ts';
import { isRefusal } from '../../src/kernel/refusal.ts';
import { type Day, addHours } from '../../src/kernel/time.ts';
import { asReporter } from '../../src/platform/context.ts';
import type { ChildRecord } from '../../src/modules/children/index.ts';
import { fileProductionReport, registerFoundChild } from '../../src/modules/found-children/actions.ts';
import { foundChildSchema, productionReportSchema } from '../../src/modules/found-children/form.ts';
import { registerComplaint } from '../../src/modules/missing-reports/actions.ts';
import { riskSchema } from '../../src/modules/missing-reports/follow-up-form.ts';
import { complaintSchema } from '../../src/modules/missing-reports/form.ts';
import { assessRisk } from '../../src/modules/missing-reports/investigation.ts';
import { publishNotice } from '../../src/modules/missing-reports/publication.ts';
import { takeSighting } from '../../src/modules/sightings/told.ts';
import { sightingSchema } from '../../src/modules/sightings/form.ts';
import { issue } from '../../src/modules/directives/actions.ts';
import { answerPoint } from '../../src/modules/directives/answers.ts';
import { addressableKinds } from '../../src/modules/directives/directive.ts';
import { reachEveryone } from '../../src/modules/directives/index.ts';
import { writeDirective } from '../database/directives.ts';
import { scoreContext } from '../../src/modules/matching/jobs.ts';
import { matchRecords } from '../../src/modules/matching/match-record.ts';
import { planInHome } from './care-plan.ts';
import { type ConflictStory, tellConflict } from './conflict.ts';
import { type CheckStory, askedAndBarred } from './checks.ts';
import { type DriveStory, rescuedIn } from './drives.ts';
import { type FamilyStory, careInFamily } from './family-care.ts';
import { fitFacility, liveInHome } from './homes.ts';
import { sealedInFile } from './sealed-parts.ts';
import { vouch } from '../database/notices.ts';
import { type Nation, anyone, worker } from '../database/tools.ts';
import { deliverOf, listOf } from './exchange.ts';

export const station = 'investigating-officer Saran' as const;
export const home = 'home-superintendent Kozhikode' as const;
export const committee = 'cwc-chairperson Kozhikode' as const;
/** Sees none of the three children. */
export const elsewhere = 'investigating-officer Kannur' as const;

/** Given so that no page, log or message can hold it by chance. */
const secretWord = (name: string): string => `Zq${name}Qz`;

/** Of the Committee of Saran, so that its calendar is a page of its own; what was heard and ordered is of the found child. */
export type CommitteeStory = { sittingId: string; orderId: string; reportId: string };

export type Story = CommitteeStory &
  CheckStory &
  ConflictStory &
  DriveStory &
  FamilyStory & {
    missing: ChildRecord;
    found: ChildRecord;
    sighting: ChildRecord;
    matchId: string;
    requestId: string;
    alertId: string;
    /** A post of Saran that must answer, and its Committee; no child's. */
    watchedOfficeId: string;
    committeeOfficeId: string;
    homeOfficeId: string;
    /** Issued by the nation's office to every kind of office, with a point; and another that is still its draft. No child's. */
    directiveId: string;
    draftId: string;
    /** A police node whose papers are of the story's State. */
    node: string;
    listId: string;
    askingId: string;
    /** A fit facility of Saran; no child's. */
    fitBodyId: string;
    publicId: string;
    photographName: string;
    photographId: string;
    /** Of the missing child: what the notice shows. */
    publicName: string;
    /** Every other word of the three children, and of who told of them. */
    canaries: string[];
  };

/** A picture with a place and an owner written into it. */
export async function picture(): Promise<Buffer> {
  const exif = { IFD0: { Artist: secretWord('Artist') }, IFD3: { GPSLatitude: '25/1 36/1 0/1', GPSLatitudeRef: 'N' } };
  const face = { create: { width: 140, height: 190, channels: 3, background: '#f0d8b8' } } as const;
  return sharp({ create: { width: 320, height: 400, channels: 3, background: '#604020' } })
    .composite([{ input: face, left: 60, top: 50 }])
    .withExif(exif)
    .jpeg()
    .toBuffer();
}

function wordsFor(prefix: string, fields: readonly string[]): Record<string, string> {
  return Object.fromEntries(fields.map((field) => [field, secretWord(`${prefix}${field}`)]));
}

const described = ['childNameOtherScript', 'alias', 'guardianName', 'clothing', 'disability', 'homeWords', 'wordsRepeated'];
const childOf = (prefix: string) => ({
  ...wordsFor(prefix, described),
  ...wordsFor('both', ['fatherName', 'motherName', 'siblingName']), // so that the matcher finds the pair
  ageFrom: '9',
  sex: 'female',
  marks: [{ kind: 'burn', site: 'forearm', text: secretWord(`${prefix}mark`) }],
});

function must<T>(answer: T): Exclude<T, { refused: true }> {
  const refusal = [answer].flat().find((one) => isRefusal(one));
  if (refusal) throw new Error(JSON.stringify(refusal));
  return answer as Exclude<T, { refused: true }>;
}

export async function tellStory(nation: Nation): Promise<Story> {
  const publicName = 'Aarohi';
  const photograph = (field: string) => picture().then((bytes) => [{ field, bytes, tooLarge: false }]);
  const words = {
    ...wordsFor('missing', ['informantName', 'informantAddress', 'sections', 'delayReason', 'lastSeenPlace', 'lastSeenWith', 'details']),
  };
  const complaint = complaintSchema.parse({
    ...words, source: 'walk-in', receivedOn: '2026-11-20', receivedAt: '10:00', paper: 'fir', paperNumber: '987654', paperOn: '2026-11-20', paperAt: '11:00',
    informantRelation: 'mother', informantTelephone: '98300 77001', lastSeenOn: '2026-11-20', lastSeenAt: '09:00', lastSeenDistrict: '220',
    children: [{ ...childOf('missing'), childName: publicName }],
  }); // prettier-ignore
  const [missing] = must(
    await nation.ask(station, async (context) => registerComplaint(context, complaint, await photograph('children.0.photograph'))),
  ) as [ChildRecord];
  const risk = riskSchema.parse({ signs: ['under-twelve'], level: 'high', ...wordsFor('risk', ['urgency', 'linesOfInquiry']) });
  must(await nation.ask(station, (context) => assessRisk(context, missing.reference, risk)));
  const notice = {
    authority: 'police-tracing',
    ...wordsFor('notice', ['orderNumber', 'reasons']),
    fields: ['name', 'age', 'lastSeen'],
    expiresOn: '2026-12-20' as Day,
    noSexualOffence: true,
  };
  must(await nation.ask(station, (context) => publishNotice(context, missing.reference, notice as never)));
  const intake = foundChildSchema.parse({
    ...childOf('found'), childName: secretWord('foundName'), foundOn: '2026-11-22', foundAt: '09:00', districtCode: '560', broughtBy: 'railway-police', broughtByTelephone: '98300 77002',
    ...wordsFor('found', ['foundPlace', 'foundWith', 'circumstances', 'condition', 'belongings', 'broughtByName', 'treatment']),
  }); // prettier-ignore
  const found = must(await nation.ask(home, async (context) => registerFoundChild(context, intake, await photograph('photograph'))));
  const report = productionReportSchema.parse({
    ...wordsFor('form17', ['effortsToTrace', 'producerName', 'producerAddress', 'parentsAddress', 'parentsOccupation', 'caseNumber']), producerTelephone: '98300 77002',
  }); // prettier-ignore
  must(await nation.ask(home, (context) => fileProductionReport(context, found.reference, report)));
  const seen = sightingSchema.parse({
    ...childOf('seen'), seenOn: '2026-11-23', districtCode: '220', reporterTelephone: '98300 77003', ...wordsFor('seen', ['place', 'seenWith', 'doing', 'reporterName']),
  }); // prettier-ignore
  const sighting = must(await nation.ask(anyone, async (context) => takeSighting(await asReporter(context, 'one moment’s key'), seen)));
  await liveInHome(nation, found, home, secretWord);
  const conflict = await tellConflict(nation, secretWord);
  const planned = await planInHome(nation, found, home, committee, secretWord);
  const { sealed: accused, ...rescued } = await rescuedIn(nation, found, 'child-protection-officer Kozhikode', secretWord);
  const { sealed: sought, ...check } = await askedAndBarred(nation, { found, sighting }, secretWord);
  const { askingId, words: sealedWords } = await sealedInFile(
    nation,
    found,
    { police: 'investigating-officer Kozhikode', committee },
    secretWord,
  );
  const pair = await writePair(nation, missing, found);
  const file = await writeFile(nation, found);
  const { words: ofFamily, ...family } = await careInFamily(nation, found, committee, file.orderId, secretWord);
  return {
    missing,
    found,
    sighting,
    ...rescued,
    ...check,
    ...pair,
    ...file,
    ...family,
    ...conflict,
    ...(await namesGiven(nation, missing)),
    watchedOfficeId: nation.officer('district-nodal-officer Saran').officeId,
    committeeOfficeId: nation.officer('cwc-chairperson Saran').officeId,
    homeOfficeId: nation.officer('home-superintendent Saran').officeId,
    ...(await tellDirectives(nation)),
    node: await deliverOf(nation),
    listId: await listOf(nation),
    askingId,
    fitBodyId: await fitFacility(nation, 'child-protection-officer Saran'),
    publicName,
    canaries: [
      ...(await canariesOf(nation, publicName)),
      ...planned,
      ...ofFamily,
      ...conflict.conflictWords,
      accused,
      ...sought,
      ...sealedWords,
    ],
  };
}

/** A pair the matcher found, judged once, asked for and produced: how each came about is other tests' matter. */
async function writePair(nation: Nation, missing: ChildRecord, found: ChildRecord): Promise<{ matchId: string; requestId: string }> {
  const { admin, clock } = nation;
  const requestId = newId();
  const [officer, cwc] = [nation.officer(station), nation.officer(committee)];
  await nation.ask(worker, async (context) => matchRecords(context, [found.id], await scoreContext(context)));
  const { rows } = await sql<{ id: string }>`select id from match_candidate`.execute(admin);
  const matchId = rows[0]!.id;
  await sql`insert into match_judgement (id, candidate_id, verdict, reason, missing_version, found_version, judged_by, office_id, judged_at)
    values (${newId()}, ${matchId}, 'unsure', ${secretWord('judgement')}, 1, 1, ${officer.officerId}, ${officer.officeId}, ${clock.now})`.execute(
    admin,
  );
  await sql`insert into match_opening (candidate_id, record_id, reason, opened_by, office_id, opened_at)
    values (${matchId}, ${found.id}, ${secretWord('opening')}, ${cwc.officerId}, ${cwc.officeId}, ${clock.now})`.execute(admin);
  await sql`insert into production_request (id, found_id, missing_id, candidate_id, cwc_id, asked_at, reasons)
    values (${requestId}, ${found.id}, ${missing.id}, ${matchId}, ${cwc.officeId}, ${clock.now}, ${secretWord('request')})`.execute(admin);
  await sql`insert into production (id, record_id, cwc_id, sitting, produced_at, child_heard, recorded_at)
    values (${newId()}, ${found.id}, ${cwc.officeId}, 'committee', ${clock.now}, ${secretWord('heard')}, ${clock.now})`.execute(admin);
  await sql`insert into restoration (id, record_id, cwc_id, order_number, ordered_on, to_relation, restored_at, conditions, recorded_at)
    values (${newId()}, ${found.id}, ${cwc.officeId}, ${secretWord('order')}, '2026-11-23', 'parents', ${clock.now}, ${secretWord('conditions')}, ${clock.now})`.execute(
    admin,
  );
  await sql`insert into matter (record_id, number, office_id, started_on) values (${found.id}, 1, ${cwc.officeId}, '2026-11-22')`.execute(
    admin,
  );
  await sql`insert into contradiction_dismissal (id, open_id, other_id, cited, reason, dismissed_by, office_id, dismissed_at)
    values (${newId()}, ${missing.id}, ${found.id}, '{telephone}', ${secretWord('dismissal')}, ${officer.officerId}, ${officer.officeId}, ${clock.now})`.execute(
    admin,
  );
  await sql`insert into missing_note (id, record_id, text, written_at) values (${newId()}, ${missing.id}, ${secretWord('note')}, ${clock.now})`.execute(
    admin,
  );
  await sql`insert into late_reason (entry_id, record_id, office_id, month, code, note, given_by, given_at)
    select e.id, e.record_id, e.by_office, indian_month(e.happened_at), 'other', ${secretWord('lateness')}, ${officer.officerId}, ${clock.now}
    from diary_entry e where e.record_id = ${missing.id} and e.happening = 'missing.firRegistered'`.execute(admin);
  const duty = sql`from obligation b where b.record_id = ${missing.id} and b.ending is null order by b.rule_id limit 1`;
  await sql`insert into duty_act (id, record_id, rule_id, trigger_entry_id, kind, step, reason, note, by_officer, by_office, by_posting, by_role, at)
    select ${newId()}, b.record_id, b.rule_id, b.trigger_entry_id, 'answered', 0, 'other', ${secretWord('hindrance')}, ${officer.officerId}, ${officer.officeId}, ${officer.postingId}, ${officer.role},
      ${clock.now} ${duty}`.execute(admin);
  await sql`insert into duty_word (id, record_id, rule_id, trigger_entry_id, kind, moment, office_id, told_at, not_before)
    select ${newId()}, b.record_id, b.rule_id, b.trigger_entry_id, 'late', b.late_after, b.office_id, ${clock.now}, ${clock.now} ${duty}`.execute(
    admin,
  );
  await sql`insert into record_access (record_id, office_id, ground, since) values (${found.id}, ${officer.officeId}, 'match', ${clock.now}),
    (${missing.id}, ${nation.officer(home).officeId}, 'match', ${clock.now}) on conflict do nothing`.execute(admin);
  return { matchId, requestId };
}

/** One that reached everybody and was answered once, and a draft. */
async function tellDirectives(nation: Nation): Promise<{ directiveId: string; draftId: string }> {
  const national = 'national-nodal-officer Saran';
  const everybody = { officeKinds: [...addressableKinds] };
  const directiveId = await writeDirective(nation, national, { ...everybody, points: [{}] });
  const offices = (
    await sql<{ n: number }>`select count(*) as n from directive_addressee where directive_id = ${directiveId}`.execute(nation.admin)
  ).rows[0]!.n;
  must(await nation.ask(national, (context) => issue(context, nation.officer(national), directiveId, offices)));
  await reachEveryone((work) => nation.ask(worker, work), () => true); // prettier-ignore
  const { rows } = await sql<{ point: string; period: Day }>`select u.point_id as point, u.period from directive_duty u
    join directive_point p on p.id = u.point_id where p.directive_id = ${directiveId} limit 1`.execute(nation.admin);
  const answer = { ...rows[0]!, answer: 'done' as const, doneOn: '2026-11-24' as Day };
  must(await nation.ask(national, (context) => answerPoint(context, nation.officer(national), directiveId, answer)));
  return { directiveId, draftId: await writeDirective(nation, national, everybody) };
}

/** The Committee's file of the found child, every word of it secret. */
async function writeFile({ admin, clock, officer }: Nation, found: ChildRecord): Promise<CommitteeStory> {
  const [sittingId, orderId, cwc, of] = [newId(), newId(), officer(committee), officer('cwc-chairperson Saran')];
  const { now } = clock;
  await sql`insert into committee_sitting (id, cwc_id, sits_at, sits_on, bench, held_at, recorded_by, recorded_at)
    values (${sittingId}, ${of.officeId}, ${now}, '2026-11-24', 'committee', ${now}, ${of.officerId}, ${now})`.execute(admin);
  await sql`insert into sitting_member values (${sittingId}, ${of.officerId})`.execute(admin);
  await sql`insert into hearing (id, record_id, sitting_id, cwc_id, heard_at, present, said, recorded_by, recorded_at)
    values (${newId()}, ${found.id}, ${sittingId}, ${cwc.officeId}, ${now}, '{child}', ${secretWord('hearing')}, ${cwc.officerId}, ${now})`.execute(
    admin,
  );
  await sql`insert into placement_ratification select p.id, p.record_id, ${sittingId}, p.cwc_id, ${cwc.officerId}, ${now}
    from production p where p.record_id = ${found.id}`.execute(admin);
  await sql`insert into monitoring_sheet (record_id, cwc_id, sections, changed_by, changed_at)
    values (${found.id}, ${cwc.officeId}, ${secretWord('sheet')}, ${cwc.officerId}, ${now})`.execute(admin);
  await sql`insert into committee_order (id, record_id, cwc_id, year, number, type, language, text, least_signers, drafted_by, drafted_at, made_at)
    values (${orderId}, ${found.id}, ${cwc.officeId}, 2026, 1, 'other', 'en', ${secretWord('committeeOrder')}, 3, ${cwc.officerId}, ${now}, ${now})`.execute(
    admin,
  );
  await sql`insert into order_signer (order_id, officer_id, signed_at, method, consent, text_hash)
    values (${orderId}, ${cwc.officerId}, ${now}, 'typed-consent', ${secretWord('consent')}, '\\x00')`.execute(admin);
  await sql`insert into committee_order_serial values (${cwc.officeId}, 2026, 1)`.execute(admin);
  const [reportId, unit] = [newId(), officer('child-protection-officer Kozhikode')];
  await sql`insert into social_report (id, record_id, order_id, cwc_id, to_office_id, due_on, version, submitted_at, submitted_by)
    values (${reportId}, ${found.id}, ${orderId}, ${cwc.officeId}, ${unit.officeId}, '2026-12-01', 1, ${now}, ${unit.officerId})`.execute(
    admin,
  );
  await sql`insert into social_report_answer (report_id, field, version, value, by_officer, at)
    values (${reportId}, 'remarks', 1, ${secretWord('report')}, ${unit.officerId}, ${now})`.execute(admin);
  await sql`insert into home_elsewhere values (${newId()}, ${found.id}, ${cwc.officeId}, 'state', ${secretWord('homeplace')}, ${cwc.officerId}, ${now})`.execute(
    admin,
  );
  await sql`insert into committee_transfer (order_id, record_id, from_cwc, to_cwc, sent_on, sent_how)
    values (${orderId}, ${found.id}, ${cwc.officeId}, ${of.officeId}, '2026-11-24', ${secretWord('senthow')})`.execute(admin);
  await sql`insert into escort_journey values (${orderId}, ${found.id}, ${unit.officeId}, ${secretWord('escort')}, null, ${now}, ${addHours(now, 1)},
    ${secretWord('handed')}, null, ${unit.officerId}, ${now})`.execute(admin);
  await sql`insert into follow_up values (${newId()}, ${found.id}, ${unit.officeId}, '2026-11-24', 'first', '2026-11-24', ${secretWord('visited')}, ${unit.officerId}, ${now})`.execute(
    admin,
  );
  await sql`insert into order_appeal values (${newId()}, ${orderId}, ${found.id}, ${cwc.officeId}, 'childrens-court', '2026-11-24', ${secretWord('appeal')}, null, ${cwc.officerId}, ${now})`.execute(
    admin,
  );
  await sql`insert into without_parents (id, record_id, cwc_id, because, counselled, who_came, recorded_by, recorded_at)
    values (${newId()}, ${found.id}, ${cwc.officeId}, 'orphan', false, ${secretWord('cameforward')}, ${cwc.officerId}, ${now})`.execute(
    admin,
  );
  await sql`insert into free_certificate values (${orderId}, ${found.id}, ${cwc.officeId}, '2026-11-24', ${secretWord('certificate')}, false, ${cwc.officerId}, ${now})`.execute(
    admin,
  );
  return { sittingId, orderId, reportId };
}

async function namesGiven(
  nation: Nation,
  missing: ChildRecord,
): Promise<Pick<Story, 'alertId' | 'publicId' | 'photographName' | 'photographId'>> {
  await vouch(nation);
  await sql`insert into notice_objection (id, code, public_id, record_id, kind, words_sealed, said_at, due_at)
    select ${newId()}, 'anobjectionofall', public_id, record_id, 'wrong', ${nation.tools('worker').seal(secretWord('objection'))}, ${nation.clock.now}, ${nation.clock.now} from notice`.execute(
    nation.admin,
  );
  const { admin } = nation;
  const alert = await sql<{ id: string }>`select id from alert where record_id = ${missing.id} order by id limit 1`.execute(admin);
  const notice = await sql<{ publicId: string }>`select public_id from notice`.execute(admin);
  const photograph = await sql<{ id: string; name: string }>`select id, name from photograph where record_id = ${missing.id}`.execute(
    admin,
  );
  const { id: photographId, name: photographName } = photograph.rows[0]!;
  return { alertId: alert.rows[0]!.id, publicId: notice.rows[0]!.publicId, photographName, photographId };
}

/** Everything written with a secret word, as the database holds it, and the numbers and names that are private without one. */
async function canariesOf({ admin }: Nation, publicName: string): Promise<string[]> {
  const { rows: tables } = await sql<{
    name: string;
  }>`select c.relname as name from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace`.execute(admin);
  const texts: string[] = [];
  for (const { name } of tables) {
    const { rows } = await sql<{ row: string }>`select ${sql.ref(name)}::text as row from ${sql.table(name)}`.execute(admin);
    texts.push(...rows.map(({ row }) => row));
  }
  const words = new Set(texts.flatMap((text) => text.match(/Zq\w+Qz/g) ?? []));
  const { rows: records } = await sql<{ reference: string; id: string }>`select reference, id from record`.execute(admin);
  const { rows: files } = await sql<{ name: string }>`select name from photograph`.execute(admin);
  const numbers = ['9830077001', '9830077002', '9830077003', '987654'];
  return [...words, ...numbers, ...records.flatMap(({ reference, id }) => [reference, id]), ...files.map(({ name }) => name)].filter(
    (word) => word !== publicName,
  );
}

/** Which of the canaries a text holds. */
export function leaked(story: Story, text: string): string[] {
  return story.canaries.filter((word) => text.includes(word));
}
