/** What a value becomes: text and ids stay text, times are UTC. */
export type ColumnType = 'text' | 'integer' | 'bigint' | 'double' | 'boolean' | 'timestamp';

/** The columns of each `ingest.*` table that a file can fill, besides `file_no` and `source_row`. */
export const entities = {
  account: {
    account_id: 'text', account_name: 'text', website: 'text', domain: 'text', industry: 'text',
    employees: 'integer', annual_revenue: 'double', currency: 'text', country: 'text', region: 'text', city: 'text',
    parent_account_id: 'text', account_type: 'text', is_competitor: 'boolean', competitor_product: 'text',
    owner: 'text', created_at: 'timestamp', source_system: 'text',
  },
  person: {
    person_id: 'text', external_id: 'text', account_id: 'text', company_name: 'text', website: 'text',
    first_name: 'text', last_name: 'text', full_name: 'text', email: 'text', phone: 'text', job_title: 'text',
    department: 'text', given_seniority: 'text', given_role: 'text', country: 'text', region: 'text', city: 'text',
    lead_source: 'text', lead_status: 'text', person_score: 'double', is_opted_out: 'boolean',
    lead_at: 'timestamp', mql_at: 'timestamp', sal_at: 'timestamp', sql_at: 'timestamp',
    opportunity_at: 'timestamp', customer_at: 'timestamp', created_at: 'timestamp', updated_at: 'timestamp',
    source_system: 'text',
  },
  account_person: {
    account_id: 'text', person_id: 'text', is_direct: 'boolean', roles: 'text', match_score: 'double',
  },
  activity: {
    person_id: 'text', account_id: 'text', occurred_at: 'timestamp', activity_type: 'text', status: 'text',
    asset: 'text', url: 'text', campaign_id: 'text', platform: 'text', source_system: 'text',
  },
  opportunity: {
    opportunity_id: 'text', account_id: 'text', name: 'text', stage: 'text', amount: 'double', currency: 'text',
    is_closed: 'boolean', is_won: 'boolean', created_at: 'timestamp', close_at: 'timestamp', lead_source: 'text',
    solution_interest: 'text', contact_ids: 'text', source_system: 'text',
  },
  opportunity_contact: {
    opportunity_id: 'text', person_id: 'text', role: 'text', is_primary: 'boolean', created_at: 'timestamp',
  },
  stage_change: {
    opportunity_id: 'text', account_id: 'text', solution_interest: 'text', from_stage: 'text', to_stage: 'text',
    changed_at: 'timestamp',
  },
  campaign_cost: {
    platform: 'text', campaign_id: 'text', campaign: 'text', day: 'timestamp', spend: 'double', currency: 'text',
    impressions: 'bigint', clicks: 'bigint',
  },
  product: {
    product_id: 'text', product_name: 'text', family: 'text', price: 'double', currency: 'text', source_system: 'text',
  },
  membership_override: {
    account_id: 'text', solution_interest: 'text', person_id: 'text', email: 'text', role: 'text', action: 'text',
    made_by: 'text', made_at: 'timestamp', note: 'text',
  },
} as const satisfies Record<string, Record<string, ColumnType>>;

export type Entity = keyof typeof entities;

export const entityNames = Object.keys(entities) as Entity[]; // Object.keys forgets which keys

/** A column's type; null when the entity has no such column. */
export function columnType(entity: Entity, column: string): ColumnType | null {
  const columns: Record<string, ColumnType> = entities[entity];
  return columns[column] ?? null;
}

const duckTypes: Record<ColumnType, string> = {
  text: 'varchar', integer: 'integer', bigint: 'bigint', double: 'double', boolean: 'boolean', timestamp: 'timestamp',
};

/** The engine's name for a column type. */
export function duckType(type: ColumnType): string {
  return duckTypes[type];
}
