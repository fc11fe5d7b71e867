import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../src/engine/database';
import { openNodeDatabase } from '../../src/engine/node-database';
import { quoteText } from '../../src/engine/quoting';
import { queryRows } from '../../src/engine/wire';
import { Pipeline, tables, type TableName } from '../../src/pipeline';
import { defaultPlaybook } from '../../src/playbook';

/** AJO's own values (domain.md §1.1), each under the persona that AJO gives it. */
const ajo: Record<string, string[]> = {
  'CXO / EVP': ['CEO', 'CIO', 'CTO', 'CMO', 'CFO', 'Executive Vice President of Strategy'],
  'SVP / VP': ['SVP of Marketing', 'VP of Sales', 'SVP of Operations', 'VP of Product', 'VP of IT'],
  'Senior Director / Director': ['Director of Engineering', 'Senior Director of Product', 'Director of Finance', 'Director of Customer Success'],
  'Senior Manager / Manager': ['Senior Marketing Manager', 'IT Manager', 'Operations Manager', 'Sales Manager', 'HR Manager'],
  'Individual Contributor': ['Account Executive', 'Software Engineer', 'Marketing Specialist', 'Customer Success Representative'],
  Analyst: ['Business Analyst', 'Data Analyst', 'Market Research Analyst', 'Financial Analyst', 'Operations Analyst'],
  Developer: ['Front-End Developer', 'Back-End Developer', 'Full-Stack Developer', 'Mobile App Developer', 'DevOps Engineer'],
  'Professional Staff': ['HR Specialist', 'Legal Counsel', 'Compliance Officer', 'Project Manager', 'Procurement Specialist'],
  Consultant: ['Management Consultant', 'IT Consultant', 'Business Process Consultant', 'Marketing Consultant'],
  Other: ['Industry Specialist', 'Independent Advisor', 'Freelance Consultant', 'Subject Matter Expert'],
};

/** Titles as exports really have them. */
const real: Record<string, string[]> = {
  'CXO / EVP': ['Chief Revenue Officer', 'Co-Founder', 'Owner', 'EVP Sales', 'Managing Director', 'Geschäftsführer', 'Group EVP, Marketing', 'Board Member'],
  'SVP / VP': ['Vice President, Customer Success', 'Sr. VP Marketing', 'VP Sales EMEA'],
  'Senior Director / Director': ['Sr Director, Data', 'Head of Security', 'Regional Sales Director'],
  'Senior Manager / Manager': ['Marketing Ops Manager', 'Senior IT Manager', 'Consulting Manager'],
  'Individual Contributor': ['Data Engineer', 'Sales Development Representative', 'Software Engineer Intern'],
  Analyst: ['Senior Business Analyst', 'SOC Analyst'],
  Developer: ['Senior Java Developer', 'Web Developer'],
  'Professional Staff': ['Accountant', 'Paralegal', 'Program Manager'],
  Consultant: ['Senior SAP Consultant', 'Unternehmensberater'],
  Other: ['Wizard of Light Bulb Moments'],
};

const cases = [ajo, real].flatMap((set) => Object.entries(set).flatMap(([persona, titles]) => titles.map((title) => ({ title, persona }))));

let database: Database;
let found: Map<unknown, unknown>;
beforeAll(async () => {
  database = await openNodeDatabase();
  await database.run('create schema canon');
  const values = cases.map(({ title }, at) => `(${at + 1}, 1, ${quoteText(title)})`);
  await database.run(`create table canon.person as from (values ${values.join(', ')}) as people (person_no, account_no, job_title)`);
  const given: TableName = 'canon.person';
  const pipeline = new Pipeline(database, tables.filter(({ name }) => name !== given));
  await pipeline.run(defaultPlaybook, { ingest: new Map([[given, 'given']]), only: ['persona.person'] });
  const rows = await queryRows(database, 'select person_no, persona from persona.person');
  found = new Map(rows.map((row) => [row.person_no, row.persona]));
});
afterAll(() => database.close());

test.each(cases.map((each, at) => ({ ...each, number: at + 1 })))('§1.1: $title is $persona', ({ number, persona }) => {
  expect(found.get(number)).toBe(persona);
});
