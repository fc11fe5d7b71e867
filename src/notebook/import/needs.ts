/** Something we show that a file feeds, and the columns it needs: of each group at least one. */
interface Need {
  what: string;
  groups: readonly (readonly string[])[];
  /** What is missing, in words, and what becomes of it. */
  words: string;
}

export interface NeedState {
  what: string;
  isMet: boolean;
  /** Why not, and what to do; empty when met. */
  words: string;
}

const needs: Record<string, readonly Need[]> = {
  account: [
    { what: 'Accounts', groups: [['account_id', 'account_name', 'website', 'domain']], words: 'needs an id, a name or a website to tell accounts apart: map a column.' },
    { what: 'People by e-mail domain', groups: [['website', 'domain']], words: 'needs the website or domain of each account: map a column, or people are matched by id and name only.' },
    { what: 'Audiences', groups: [['industry', 'country', 'employees', 'annual_revenue', 'account_type']], words: 'need something to choose accounts by, such as industry or country: map a column, or every account counts.' },
  ],
  person: [
    { what: 'Account of each person', groups: [['account_id', 'company_name', 'website', 'email']], words: 'needs an account id, a company name or an e-mail: map a column.' },
    { what: 'Personas and roles', groups: [['job_title', 'given_seniority', 'given_role']], words: 'need the job title: map a column, or nobody gets a seat by rule.' },
    { what: 'Names', groups: [['full_name', 'last_name', 'first_name', 'email']], words: 'need a name or an e-mail: map a column, or people are shown by their id.' },
    { what: 'Person funnel', groups: [['lead_at', 'mql_at', 'sal_at', 'sql_at', 'opportunity_at', 'customer_at', 'created_at']], words: 'needs a date on which each person reached a stage: map one or go without.' },
  ],
  activity: [
    { what: 'Engagement', groups: [['occurred_at']], words: 'needs the date of each act: map a column or go without.' },
    { what: 'Whose act it was', groups: [['person_id', 'account_id']], words: 'needs a person or account id, or an e-mail: map a column.' },
    { what: 'Weights', groups: [['activity_type', 'status']], words: 'need the type of each act: map a column, or all acts count as “Other”.' },
  ],
  opportunity: [
    { what: 'Deals of an account', groups: [['account_id', 'contact_ids']], words: 'need the account of each opportunity: map a column.' },
    { what: 'Pipeline', groups: [['amount']], words: 'needs the amount of each opportunity: map a column or go without.' },
    { what: 'Stages of groups', groups: [['stage', 'is_won', 'is_closed']], words: 'need the stage, or whether it is won or closed: map a column or go without.' },
    { what: 'Funnel over time', groups: [['created_at', 'close_at']], words: 'needs the date an opportunity was created or closed: map one or go without.' },
  ],
  opportunity_contact: [
    { what: 'Roles from the CRM', groups: [['opportunity_id'], ['person_id'], ['role']], words: 'need opportunity, person and role: map all three, or roles come from rules only.' },
  ],
  stage_change: [
    { what: 'Time in stage', groups: [['opportunity_id', 'account_id'], ['to_stage'], ['changed_at']], words: 'needs the opportunity, the new stage and the date: map all three.' },
  ],
  account_person: [
    { what: 'Who belongs where', groups: [['account_id'], ['person_id']], words: 'needs both ids: map them.' },
  ],
  campaign_cost: [
    { what: 'Cost', groups: [['spend']], words: 'needs what was spent: map a column or go without.' },
    { what: 'Cost over time', groups: [['day']], words: 'needs the day: map a column or go without.' },
  ],
  product: [
    { what: 'One spelling of each product', groups: [['product_name']], words: 'needs the product’s name: map a column.' },
  ],
  membership_override: [
    { what: 'Edits by hand', groups: [['account_id'], ['person_id', 'email'], ['action']], words: 'need the account, the person and the action: map all three.' },
  ],
};

/** What the file feeds, and what each of it still needs, given the columns that are mapped. */
export function needsOf(entity: string | null, mapped: Iterable<string>): NeedState[] {
  const there = new Set(mapped);
  return (needs[entity ?? ''] ?? []).map(({ what, groups, words }) => {
    const isMet = groups.every((group) => group.some((column) => there.has(column)));
    return { what, isMet, words: isMet ? '' : words };
  });
}
