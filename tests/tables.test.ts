// The wall in SQL: every table has one owner; only its owner writes it; others read what the owner publishes, a view or a named table.
import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');

/** `own`: written and read by the owner alone. `published`: any module may read it too; every view is. */
const owners: Record<string, { own: string; published: string }> = {
  platform: { own: 'idempotency_key message message_receipt push_key request_budget', published: 'audit_entry' },
  places: { own: '', published: 'state district rail_stop' },
  officers: { own: 'posting passkey push_device session sign_in_step officer_signature', published: 'office officer' },
  'nodal-officers': {
    own: 'appointment appointment_end leave_spell post_call office_telephone confirmation sign_of_life directory_import',
    published: 'post_holding',
  },
  calendars: { own: 'holiday_list holiday closed_saturdays calendar_import', published: '' },
  citizens: { own: 'one_time_code citizen_session draft', published: '' },
  diary: { own: 'diary_entry diary_outbox', published: '' },
  journals: { own: '', published: 'journal office_entry' },
  children: {
    own: 'record_access reference_serial given_name mark photograph photograph_look photograph_likeness',
    published: 'record description retrieval_key photograph_print placement_access',
  },
  notices: {
    own: 'notice notice_manifest notice_look notice_partner notice_given notice_recall notice_objection',
    published: 'public_notice',
  },
  intimations: { own: 'duty_turn quiet_hours intimation_attempt intimation_digest', published: 'intimation' },
  alerts: { own: 'alert', published: '' },
  'missing-reports': { own: 'complaint missing_report risk_assessment missing_note', published: 'report_paper report_identifier' },
  'found-children': { own: 'found_child production_report unfit_child', published: '' },
  sightings: { own: 'sighting', published: '' },
  unsealing: { own: 'unsealing', published: '' },
  matching: {
    own: 'match_candidate match_opening match_judgement match_serving match_weights contradiction_dismissal',
    published: 'match_pair',
  },
  'fir-exchange': {
    own: 'exchange_node exchange_node_key exchange_key_step exchange_delivery exchange_message exchange_outcome exchange_breaker_trip exchange_minute exchange_refusal exchange_paper exchange_paper_child exchange_report exchange_answer exchange_difference exchange_station_day exchange_digest exchange_station_digest exchange_station_changed exchange_list exchange_list_end exchange_history exchange_outgoing exchange_outgoing_step exchange_mismatch exchange_record_due exchange_changes_noted exchange_whole_round exchange_message_act exchange_day exchange_day_lag exchange_standing exchange_standing_lag exchange_place exchange_silence',
    published: '',
  },
  institutions: {
    own: 'institution institution_unit home_transfer home_absence overnight_stay roll_call sibling_tie inspection inspection_finding fit_body',
    published: 'residence',
  },
  'care-plans': {
    own: 'care_plan care_need care_plan_decision care_review care_progress care_progress_mark care_release case_history',
    published: '',
  },
  'family-care': {
    own: 'foster_family care_arrangement care_approval care_approver care_payment care_paper care_paper_answer care_hand_off',
    published: '',
  },
  cwc: {
    own: 'production_request production restoration committee_sitting sitting_member hearing placement_ratification monitoring_sheet committee_order_serial committee_order order_signer social_report social_report_answer home_elsewhere committee_transfer escort_journey follow_up order_appeal without_parents free_certificate sexual_offence_case support_person sexual_offence_step',
    published: '',
  },
  jjb: {
    own: 'conflict.proceeding conflict.serial conflict.case_key conflict.paper conflict.paper_bench conflict.entry conflict.duty conflict.look conflict.destruction conflict.same_child',
    published: '',
  },
  obligations: {
    own: 'obligation law_serving law_part duty_act duty_word office_obligation journal_law',
    published: 'office_open_duty record_open_duty duty_of_office',
  },
  directives: {
    own: 'directive directive_point directive_end directive_receipt directive_duty directive_period directive_case directive_answer directive_addressee',
    published: '',
  },
  timeliness: {
    own: 'entry_lag arrival_lag lag_uncounted lag_writer place_lag place_standing late_reason nil_return lag_certificate_row',
    published: 'late_reason_count lag_certificate',
  },
  'contact-bars': { own: 'contact_bar contact_bar_ask', published: '' },
  checks: { own: 'private_check private_check_pair private_check_call', published: '' },
  drives: { own: 'drive drive_member drive_raid drive_count drive_counting drive_child drive_accused', published: '' },
  returns: {
    own: 'matter quarterly_return quarterly_return_figure quarterly_review pendency_direction direction_kept paper_return committee_month shortfall_review committee_complaint complaint_decision',
    published: '',
  },
};

type Table = { owner: string; published: boolean };
const named = (text: string): string[] => text.split(' ').filter(Boolean);
const tables = new Map<string, Table>(
  Object.entries(owners).flatMap(([owner, { own, published }]) => [
    ...named(own).map((name): [string, Table] => [name, { owner, published: false }]),
    ...named(published).map((name): [string, Table] => [name, { owner, published: true }]),
  ]),
);

function ownerOf(path: string): string {
  const [, layer, module] = path.split('/');
  return layer === 'modules' ? module! : layer!;
}

/** Tables a file reads or writes against the wall. */
export function trespasses(path: string, text: string): string[] {
  if (!/\bsql[<`]/.test(text)) return [];
  const found = [...text.matchAll(/\b(from|join|into|update)\s+([a-z_.]+)\b/g)].filter(([, verb, name]) => {
    const table = tables.get(name!);
    if (!table || table.owner === ownerOf(path)) return false;
    return !table.published || verb === 'into' || verb === 'update';
  });
  return found.map(([, verb, name]) => `${verb} ${name}`);
}

const files = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name))
  .map((entry) => join(entry.parentPath, entry.name))
  .map((path) => ({ path: relative(root, path), text: readFileSync(path, 'utf8') }));

describe('tables', () => {
  it('are logged: an unlogged one in a copied database has an index nobody can read after a crash', () => {
    const sql = readdirSync(join(root, 'migrations')).map((name) => readFileSync(join(root, 'migrations', name), 'utf8'));
    expect(sql.filter((text) => /create\s+unlogged/i.test(text))).toEqual([]);
  });

  it('of every migration have an owner, and no owner claims one that does not exist', () => {
    const sql = readdirSync(join(root, 'migrations')).map((name) => readFileSync(join(root, 'migrations', name), 'utf8'));
    const made = [...sql.join('\n').matchAll(/^create (?:unlogged )?(?:table|view) ([\w.]+)/gm)].map((match) => match[1]!);
    expect([...tables.keys()].toSorted()).toEqual(made.toSorted());
  });

  it('are touched by nobody but their owner, except to read what is published', () => {
    expect(files.flatMap(({ path, text }) => trespasses(path, text).map((what) => `${path}: ${what}`))).toEqual([]);
  });

  it('would notice a private table read and a published one written by another module', () => {
    const store = 'src/modules/obligations/store.ts';
    expect(trespasses(store, 'sql`select 1 from alert join record r on true`')).toEqual(['from alert']);
    expect(trespasses(store, 'sql`update record set status = 1`')).toEqual(['update record']);
    expect(trespasses('src/modules/children/store.ts', 'sql`update record set status = 1`')).toEqual([]);
  });
});
