// The columns of every table between the phases, as the design promises them. The pipeline run on nothing must give
// exactly these (schema.test.ts); a sample's preset tables take their types from here.

const account =
  'account_id varchar, account_name varchar, website varchar, domain varchar, industry varchar, employees integer, annual_revenue double, currency varchar, country varchar, region varchar, city varchar, parent_account_id varchar, account_type varchar, is_competitor boolean, competitor_product varchar, owner varchar, created_at timestamp, source_system varchar';
const steps =
  'lead_at timestamp, mql_at timestamp, sal_at timestamp, sql_at timestamp, opportunity_at timestamp, customer_at timestamp';
const source = 'file_no integer, source_row integer';

const text: Record<string, string> = {
  'ingest.account': `${source}, ${account}`,
  'ingest.person': `${source}, person_id varchar, external_id varchar, account_id varchar, company_name varchar, website varchar, first_name varchar, last_name varchar, full_name varchar, email varchar, phone varchar, job_title varchar, department varchar, given_seniority varchar, given_role varchar, country varchar, region varchar, city varchar, lead_source varchar, lead_status varchar, person_score double, is_opted_out boolean, ${steps}, created_at timestamp, updated_at timestamp, source_system varchar`,
  'ingest.account_person': `${source}, account_id varchar, person_id varchar, is_direct boolean, roles varchar, match_score double`,
  'ingest.activity': `${source}, person_id varchar, account_id varchar, occurred_at timestamp, activity_type varchar, status varchar, asset varchar, url varchar, campaign_id varchar, platform varchar, source_system varchar`,
  'ingest.opportunity': `${source}, opportunity_id varchar, account_id varchar, name varchar, stage varchar, amount double, currency varchar, is_closed boolean, is_won boolean, created_at timestamp, close_at timestamp, lead_source varchar, solution_interest varchar, contact_ids varchar, source_system varchar`,
  'ingest.opportunity_contact': `${source}, opportunity_id varchar, person_id varchar, role varchar, is_primary boolean, created_at timestamp`,
  'ingest.stage_change': `${source}, opportunity_id varchar, account_id varchar, solution_interest varchar, from_stage varchar, to_stage varchar, changed_at timestamp`,
  'ingest.campaign_cost': `${source}, platform varchar, campaign_id varchar, campaign varchar, day timestamp, spend double, currency varchar, impressions bigint, clicks bigint`,
  'ingest.membership_override': `${source}, account_id varchar, solution_interest varchar, person_id varchar, email varchar, role varchar, action varchar, made_by varchar, made_at timestamp, note varchar`,
  'ingest.product': `${source}, product_id varchar, product_name varchar, family varchar, price double, currency varchar, source_system varchar`,
  'ingest.account_custom': source,
  'ingest.person_custom': source,
  'ingest.opportunity_custom': source,
  'ingest.file': 'file_no integer, file_name varchar, bytes bigint, entity varchar, source_system varchar, records integer, rejected integer, skipped integer, snapshot date, is_current boolean',
  'ingest.reject': `${source}, column_name varchar, value varchar, reason varchar`,
  'ingest.column_map': 'file_no integer, source_column varchar, column_name varchar, confidence double, reason varchar',
  'canon.account': `account_no integer, ${account}, ${source}`,
  'canon.account_custom': 'account_no integer',
  'canon.person_custom': 'person_no integer',
  'canon.opportunity_custom': 'opportunity_no integer',
  'canon.account_key': 'account_key varchar, account_no integer',
  'canon.account_parent': 'account_no integer, named_parent varchar, parent_no integer, top_no integer, depth integer, matched_by varchar, problem varchar',
  'canon.person': `person_no integer, person_id varchar, account_no integer, first_name varchar, last_name varchar, full_name varchar, email varchar, email_domain varchar, phone varchar, job_title varchar, department varchar, given_seniority varchar, given_role varchar, country varchar, region varchar, city varchar, lead_source varchar, lead_status varchar, person_score double, is_opted_out boolean, ${steps}, created_at timestamp, source_system varchar, ${source}`,
  'canon.person_key': 'person_key varchar, person_no integer',
  'canon.account_person': 'account_no integer, person_no integer, is_direct boolean, roles varchar, matched_by varchar, match_score double, similarity double',
  'canon.company_guess': 'name_key varchar, account_no integer, score double, runner_up double',
  'canon.act': 'person_no integer, account_no integer, occurred_at timestamp, kind_no smallint, file_no integer, source_row integer',
  'canon.activity_type': 'kind_no smallint, source_type varchar, source_status varchar, activities integer, activity_type varchar, channel varchar, is_known boolean',
  'canon.activity': 'person_no integer, account_no integer, occurred_at timestamp, activity_type varchar, channel varchar, platform varchar, asset varchar, url varchar, campaign_id varchar, file_no integer, source_row integer',
  'canon.clock': 'as_of timestamp, as_of_date date',
  'canon.opportunity': `opportunity_no integer, opportunity_id varchar, account_no integer, name varchar, stage varchar, amount double, currency varchar, is_closed boolean, is_won boolean, created_at timestamp, close_at timestamp, lead_source varchar, solution_interest varchar, source_system varchar, ${source}`,
  'canon.opportunity_contact': 'opportunity_no integer, person_no integer, role varchar, is_primary boolean, created_at timestamp, file_no integer, source_row integer',
  'canon.stage_change_record': `${source}, opportunity_id varchar, account_id varchar, solution_interest varchar, from_stage varchar, to_stage varchar, changed_at timestamp, opportunity_no integer, account_no integer, fate varchar`,
  'canon.stage_change': 'opportunity_no integer, account_no integer, solution_interest varchar, from_stage varchar, to_stage varchar, changed_at timestamp',
  'canon.campaign_cost': 'platform varchar, campaign_id varchar, campaign varchar, day date, spend double, currency varchar, impressions bigint, clicks bigint',
  'canon.membership_override': 'account_no integer, solution_interest varchar, person_no integer, role varchar, action varchar, made_by varchar, made_at timestamp, author varchar, note varchar, file_no integer, source_row integer',
  'canon.product': `product_no integer, product_id varchar, solution_interest varchar, family varchar, price double, currency varchar, source_system varchar, ${source}`,
  'canon.solution': 'written varchar, solution_key varchar, solution_interest varchar, source varchar, source_file_no integer',
  'canon.spelling': 'entity varchar, file_no integer, written varchar, taken_for varchar, source varchar, source_file_no integer, records integer',
  'canon.duplicate': `entity varchar, kept_no integer, ${source}, reason varchar, evidence varchar`,
  'canon.duplicate_candidate': 'entity varchar, one_no integer, other_no integer, evidence varchar, score double',
  'canon.decision': 'merge_no integer, entity varchar, verdict varchar, made_at timestamp, one_record_no integer, other_record_no integer, one_no integer, other_no integer',
  'canon.orphan': `entity varchar, ${source}, key_column varchar, key_value varchar, reason varchar`,
  'canon.unknown_activity_type': 'activity_type varchar, activities integer',
  'canon.reconcile': 'entity varchar, records_in integer, kept integer, merged integer, orphaned integer',
  'persona.fact': 'fact varchar, entity varchar, meaning varchar, members integer',
  'persona.unmatched_list_key': 'list varchar, entity varchar, list_key varchar',
  'persona.title': 'title_no integer, job_title varchar, normalised varchar, people integer',
  'persona.written_title': 'title_no integer, job_title varchar, normalised varchar, people integer',
  'persona.local_holder': 'person_no integer, written_no integer, place varchar',
  'persona.local_title': 'title_no integer, written_no integer, place varchar, people integer',
  'persona.person_title': 'person_no integer, title_no integer',
  'persona.title_meaning': 'title_no integer, seniority varchar, function varchar, is_current boolean, modifiers varchar[], phrases varchar[]',
  'persona.match': 'profile_no integer, persona_no integer',
  'persona.person_profile': 'person_no integer, profile_no integer',
  'persona.person': 'person_no integer, title_no integer, seniority varchar, function varchar, is_current boolean, modifiers varchar[], persona_no integer, persona varchar, personas varchar[], phrases varchar[]',
  'persona.ambiguous_title': 'title_no integer, job_title varchar, people integer, phrase varchar',
  'persona.unmatched_title': 'title_no integer, job_title varchar, people integer, reason varchar',
  'role.audience_account': 'audience_no integer, account_no integer',
  'role.buying_group': 'group_no integer, account_no integer, interest_no integer, template_no integer, group_name varchar',
  'role.person_profile': 'person_no integer, profile_no integer',
  'role.seated': 'group_no integer, person_no integer, seat_no integer, precedence integer',
  'role.seat_match': 'profile_no integer, seat_no integer',
  'role.candidate': 'group_no integer, person_no integer, seat_no integer, source varchar, precedence integer, rule varchar',
  'role.member': 'group_no integer, person_no integer, seat_no integer, role varchar, source varchar, rule varchar, made_at timestamp, opportunity_no integer, author varchar, note varchar, told_file_no integer, told_row integer',
  'role.missing_field': 'path varchar, used_by varchar, field varchar',
  'role.unassigned': 'group_no integer, person_no integer, reason varchar',
};

export interface Column {
  name: string;
  type: string;
}

/** Table → its columns in order, with DuckDB types as `describe` prints them in lower case. */
export const schema: ReadonlyMap<string, readonly Column[]> = new Map(
  Object.entries(text).map(([table, columns]) => [
    table,
    columns.split(', ').map((column) => {
      const [name = '', type = ''] = column.split(' ');
      return { name, type };
    }),
  ]),
);
