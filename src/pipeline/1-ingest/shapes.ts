import type { Entity } from './entities';

/** What tells one kind of file from another. */
export interface Shape {
  /** Of each group at least one column must be found. */
  needs: string[][];
  /** Columns that count three times, because few other kinds of file have them. */
  telling: string[];
  /** Header keys that make it another kind of file; with `+`, only together. */
  never: string[];
}

/** In order of preference among equals: a file of links between two records looks like a poor file of either. */
export const shapes: Record<Entity, Shape> = {
  membership_override: {
    needs: [['account_id'], ['person_id', 'email'], ['action']],
    telling: ['action', 'made_by', 'made_at'],
    never: ['occurredat', 'activitydate', 'eventtype', 'activitytype', 'activitytypeid'],
  },
  opportunity_contact: {
    needs: [['opportunity_id'], ['person_id']],
    telling: ['role', 'is_primary', 'opportunity_id'],
    never: ['stagename', 'dealstage', 'amount', 'dealname', 'opportunityname', 'email', 'lastname', 'typename', 'activitytype', 'eventtype', 'activitydate', 'occurredat', 'visitorid'],
  },
  stage_change: {
    needs: [['opportunity_id', 'account_id'], ['to_stage'], ['changed_at']],
    telling: ['from_stage', 'to_stage', 'changed_at', 'opportunity_id'],
    never: ['name', 'opportunityname', 'dealname', 'email', 'lastname', 'product', 'type'],
  },
  account_person: {
    needs: [['account_id'], ['person_id']],
    telling: ['is_direct', 'match_score', 'roles'],
    never: ['email', 'lastname', 'firstname', 'jobtitle', 'activitydate', 'occurredat', 'timestamp', 'stagename', 'amount', 'opportunityid', 'subject', 'campaignid'],
  },
  activity: {
    needs: [['person_id', 'account_id'], ['occurred_at'], ['activity_type', 'status', 'implied type']],
    telling: ['occurred_at', 'activity_type', 'asset', 'url', 'campaign_id'],
    never: ['lastname', 'firstname', 'stagename', 'dealstage', 'company', 'jobtitle', 'numberofemployees', 'spend', 'industry', 'website', 'opportunityid+role', 'opportunityid+stage', 'opportunityid+tostage', 'opportunityid+newstage'],
  },
  opportunity: {
    needs: [['opportunity_id', 'name'], ['stage', 'amount', 'close_at', 'is_won']],
    telling: ['stage', 'amount', 'close_at', 'is_won', 'is_closed', 'opportunity_id'],
    // A history of stages has its own id beside the opportunity's.
    never: ['id+opportunityid', 'lastname', 'firstname', 'jobtitle', 'spend', 'impressions', 'numberofemployees'],
  },
  campaign_cost: {
    needs: [['spend', 'impressions'], ['platform', 'campaign', 'campaign_id']],
    telling: ['spend', 'impressions', 'clicks', 'campaign', 'day'],
    never: ['lastname', 'email', 'stagename'],
  },
  product: {
    needs: [['product_name'], ['family', 'price']],
    telling: ['product_name', 'family', 'price'],
    // What tells of a sale or a customer beside the product.
    never: [
      'email', 'lastname', 'firstname', 'company', 'companyname', 'accountid', 'accountname', 'industry', 'website', 'numberofemployees', 'personid', 'contactid', 'leadid',
      'opportunityid', 'opportunityname', 'dealid', 'dealname', 'stage', 'stagename', 'dealstage', 'amount', 'closedate', 'quantity', 'campaignid', 'spend', 'action',
      'activitydate', 'occurredat', 'orderid', 'lineitemid',
    ],
  },
  person: {
    needs: [['email', 'first_name', 'last_name', 'full_name', 'job_title'], ['person_id', 'email', 'last_name', 'full_name']],
    telling: ['email', 'first_name', 'last_name', 'job_title', 'mql_at', 'sql_at', 'person_score', 'given_role'],
    never: ['stagename', 'dealstage', 'spend'],
  },
  account: {
    needs: [['account_id', 'account_name', 'domain', 'website'], ['account_name', 'domain', 'website', 'industry', 'employees']],
    telling: ['employees', 'annual_revenue', 'industry', 'domain', 'parent_account_id', 'is_competitor'],
    never: ['lastname', 'firstname', 'email', 'emailaddress', 'jobtitle', 'stagename', 'dealstage', 'dealname', 'spend', 'cost', 'actualcost'],
  },
};

/**
 * Header keys of files that hold none of ours: the systems' own users, lists, templates, fields, orders and
 * tickets, and histories of single values; with `+`, only together.
 */
export const foreign: readonly string[] = [
  'profileid', 'userroleid', 'primaryteamid', 'roleid+email', 'ownerid+activeuserid', 'parentroleid', 'portaltype',
  'smartlistid', 'folderid', 'listid+prospectid', 'contactlistid', 'isdynamic', 'processingtype',
  'restname', 'fieldtype', 'hubspotdefined', 'pricebookentryid', 'ordernumber', 'ticketid',
  'ticketstate', 'hsticketpriority', 'vidtomerge', 'mergeddealid', 'formtype', 'numincluded',
  'displayorder', 'teamid', 'timestamp+name+value', 'timestampinstant+name+value',
];

/** Header keys that any table may have: on these alone nothing is told. */
export const generic: readonly string[] = [
  'id', 'name', 'type', 'status', 'title', 'description', 'source', 'url', 'link', 'date', 'time', 'day', 'month', 'timestamp',
  'created', 'createdat', 'createddate', 'createdon', 'createdate', 'datecreated', 'updatedat', 'value', 'score', 'action',
  'category', 'event', 'content', 'direct', 'primary', 'from', 'to', 'change', 'position', 'city', 'country', 'region', 'state',
  'nom', 'nombre', 'nome', 'naam', 'nazwa', 'land', 'ort', 'site', 'valor', 'details', 'start', 'startdate', 'language', 'currency',
];
