// The tables a seed fills and their columns, in an order in which every reference finds its row.

export const tables = {
  state: ['code', 'lgd_code', 'name', 'native_name', 'languages'],
  district: ['code', 'state_code', 'name', 'native_name', 'latitude', 'longitude'],
  office: ['id', 'kind', 'code', 'name', 'district_code', 'state_code', 'telephone', 'email', 'capacity', 'opened_on'],
  officer: ['id', 'name', 'rank', 'email', 'telephone', 'password_hash'],
  posting: ['id', 'officer_id', 'office_id', 'role', 'from_on', 'to_on'],
  record: ['id', 'kind', 'reference', 'status', 'office_id', 'district_code', 'state_code', 'happened_at', 'opened_at', 'closed_at',
    'matched_at', 'matched_version', 'reporter_key'],
  record_access: ['record_id', 'office_id', 'ground', 'since'],
  description: ['record_id', 'sex', 'birth_date', 'age_low_months', 'age_high_months', 'age_on', 'age_basis', 'height_low_cm', 'height_high_cm',
    'complexion', 'build', 'languages', 'clothing', 'disability', 'home_words', 'home_district', 'words_repeated'],
  given_name: ['record_id', 'ordinal', 'bearer', 'text', 'alias'],
  mark: ['record_id', 'ordinal', 'kind', 'site', 'side', 'text'],
  retrieval_key: ['family', 'key', 'record_id', 'record_kind', 'record_open'],
  photograph: ['id', 'record_id', 'name', 'taken_on', 'supplied_by', 'width', 'height', 'sha256', 'added_at', 'added_by'],
  complaint: ['id', 'station_id', 'source', 'received_at', 'informant_name', 'informant_relation', 'informant_telephone_sealed', 'paper',
    'paper_number', 'paper_year', 'paper_at', 'sections', 'reporter_key'],
  missing_report: ['record_id', 'complaint_id', 'last_seen_place', 'last_seen_with', 'circumstance', 'details', 'previous_episodes',
    'officer_id', 'anti_trafficking_office_id', 'offence_link'],
  risk_assessment: ['id', 'record_id', 'signs', 'level', 'lines_of_inquiry', 'assessed_by', 'assessed_at'],
  alert: ['id', 'record_id', 'office_id', 'sent_at', 'delivered_at', 'read_at', 'acknowledged_at', 'acknowledged_by'],
  notice: ['id', 'public_id', 'record_id', 'authority', 'order_number', 'reasons', 'fields', 'photograph_id', 'photograph_name',
    'authorised_by', 'authorised_at', 'expires_at', 'withdrawn_at', 'withdrawn_because'],
  found_child: ['record_id', 'found_place', 'found_with', 'circumstances', 'condition', 'brought_by', 'police_informed'],
  sighting: ['record_id', 'place', 'seen_with', 'doing', 'reporter_name', 'answer', 'answered_by'],
  match_candidate: ['id', 'missing_id', 'found_id', 'probability', 'total_bits', 'one_in', 'band', 'comparison', 'weights_version',
    'missing_version', 'found_version', 'computed_at', 'standing'],
  match_judgement: ['id', 'candidate_id', 'verdict', 'reason', 'missing_version', 'found_version', 'judged_by', 'office_id', 'judged_at', 'reverses'],
  production_request: ['id', 'found_id', 'missing_id', 'candidate_id', 'cwc_id', 'asked_by', 'asked_at', 'answer', 'answered_at', 'answered_by',
    'basis', 'reasons'],
  production: ['id', 'record_id', 'cwc_id', 'sitting', 'produced_at', 'journey_minutes', 'placed_with', 'placed_office_id', 'recorded_by',
    'recorded_at'],
  restoration: ['id', 'record_id', 'missing_id', 'cwc_id', 'order_number', 'ordered_on', 'to_relation', 'restored_at', 'recorded_by', 'recorded_at'],
  diary_entry: ['id', 'record_id', 'happening', 'facts', 'happened_at', 'recorded_at', 'by_officer', 'by_office', 'door', 'paper_kind',
    'paper_id', 'corrects'],
  obligation: ['record_id', 'rule_id', 'trigger_entry_id', 'trigger', 'actor', 'office_id', 'started_at', 'due_at', 'warn_at', 'late_after',
    'escalates_at', 'journey_minutes', 'ending', 'ended_at', 'ended_by_entry_id'],
  reference_serial: ['kind', 'state_code', 'year', 'last'],
} as const; // prettier-ignore

export type Table = keyof typeof tables;
export type Value = string | number | boolean | null | readonly string[] | Uint8Array;
/** Values as their column's type reads them as text; JSON is given as text. */
export type Row<T extends Table> = Record<(typeof tables)[T][number], Value>;
