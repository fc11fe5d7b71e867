import type { Playbook } from '../../playbook';
import type { ConfigTable } from './create';

/** The playbook's examples as rows, numbered from 1: who they are about, and each thing that they expect (null: none of it). */
export function exampleTables({ examples = [] }: Playbook): ConfigTable[] {
  return [
    {
      name: 'config.example',
      columns: {
        example_no: 'integer', job_title: 'text', full_name: 'text', email: 'text', department: 'text', country: 'text', region: 'text', city: 'text',
        lead_source: 'text', account_name: 'text', domain: 'text', industry: 'text', account_country: 'text', account_type: 'text', employees: 'integer',
        annual_revenue: 'double',
      },
      rows: examples.map(({ person }, at) => [
        at + 1, person.title, person.name ?? null, person.email?.toLowerCase() ?? null, person.department ?? null, person.country ?? null,
        person.region ?? null, person.city ?? null, person.leadSource ?? null, person.company ?? null, person.domain?.toLowerCase() ?? null,
        person.industry ?? null, person.accountCountry ?? null, person.accountType ?? null, person.employees ?? null, person.annualRevenue ?? null,
      ]),
    },
    {
      name: 'config.expectation',
      columns: { example_no: 'integer', what: 'text', solution_interest: 'text', expected: 'text' },
      rows: examples.flatMap(({ expect }, at) =>
        (['persona', 'seniority', 'function', 'role'] as const).flatMap((what) =>
          expect[what] === undefined ? [] : [[at + 1, what, what === 'role' ? (expect.solutionInterest ?? null) : null, expect[what] ?? null]],
        ),
      ),
    },
  ];
}
