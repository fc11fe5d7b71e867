import type { ConfigTable } from './create';

/**
 * What a CRM calls somebody's part in a deal → our role (domain.md §2.4, §2.5). Keys are lower case and trimmed.
 * A name that the playbook itself uses always means that role.
 */
export function givenRoleTable(roles: string[]): ConfigTable {
  const own = roles.map((role): [string, string] => [role.trim().toLowerCase(), role]);
  return {
    name: 'config.given_role',
    columns: { given_role: 'text', role: 'text' },
    rows: [...new Map([...known, ...own])],
  };
}

const salesforce: [given: string, role: string][] = [
  ['business user', 'Practitioner'],
  ['decision maker', 'Decision Maker'],
  ['economic buyer', 'Decision Maker'],
  ['economic decision maker', 'Decision Maker'],
  ['evaluator', 'Influencer'],
  ['executive sponsor', 'Executive Steering Committee'],
  ['influencer', 'Influencer'],
  ['technical buyer', 'Influencer'],
  ['other', 'Other'],
];

/** Both as the property stores it and as an English portal labels it. */
const hubspot: [given: string, role: string][] = [
  // Against the deal: known, but no seat that moves it forward is filled by this person.
  ['blocker', 'Other'],
  ['budget_holder', 'Decision Maker'],
  ['budget holder', 'Decision Maker'],
  ['champion', 'Champion'],
  ['decision_maker', 'Decision Maker'],
  ['end_user', 'Practitioner'],
  ['end user', 'Practitioner'],
  ['executive_sponsor', 'Executive Steering Committee'],
  // They review, as the default templates' Influencer seat has it for heads of legal.
  ['legal_and_compliance', 'Influencer'],
  ['legal and compliance', 'Influencer'],
  ['legal & compliance', 'Influencer'],
];

/** SEED and the peers of domain.md §3.1. */
const others: [given: string, role: string][] = [
  ['sponsor', 'Executive Steering Committee'],
  ['coach', 'Champion'],
  ['economic_buyer', 'Decision Maker'],
  ['technical_evaluator', 'Influencer'],
  ['technical evaluator', 'Influencer'],
  ['legal_procurement', 'Influencer'],
];

const known = [...salesforce, ...hubspot, ...others];
