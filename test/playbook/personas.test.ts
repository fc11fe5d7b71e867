import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/engine/database';
import { openNodeDatabase } from '../../src/engine/node-database';
import { quoteText } from '../../src/engine/quoting';
import { queryRows } from '../../src/engine/wire';
import { Pipeline, tables, type TableName } from '../../src/pipeline';
import { addAjoPersonas, ajoPersonas, ajoReadings, defaultPlaybook, languageGaps, parsePlaybook, useAjoPersonas, type Playbook } from '../../src/playbook';

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

const given: TableName = 'canon.person';
let database: Database;
let pipeline: Pipeline;
let found: Map<unknown, unknown>;
beforeAll(async () => {
  database = await openNodeDatabase();
  await database.run('create schema canon');
  pipeline = new Pipeline(database, tables.filter(({ name }) => name !== given));
  await readTitles(cases.map(({ title }) => title), defaultPlaybook);
  const rows = await queryRows(database, 'select person_no, persona from persona.person');
  found = new Map(rows.map((row) => [row.person_no, row.persona]));
});
afterAll(() => database.close());

/** Gives each title to a person, numbered from 1, in place of all before. */
async function readTitles(titles: readonly string[], playbook: Playbook): Promise<void> {
  const values = titles.map((title, at) => `(${at + 1}, 1, ${quoteText(title)})`);
  await database.run(`create or replace table canon.person as from (values ${values.join(', ')}) as people (person_no, account_no, job_title)`);
  await pipeline.run(playbook, { ingest: new Map([[given, titles.join()]]), only: ['persona.person'] });
}

describe('the 47 values of §1.1 as personas', () => {
  test('are AJO’s ten with their exact titles, and fit AJO as they stand', () => {
    expect(Object.fromEntries(ajoPersonas.map(({ name, condition }) => [name, 'field' in condition ? condition.value : null]))).toEqual(ajo);
    expect(Object.values(ajo).flat()).toHaveLength(47);
    const used = useAjoPersonas(defaultPlaybook);
    expect(parsePlaybook(used)).toEqual(used);
    expect(languageGaps(used).filter(({ part }) => part === 'personas')).toEqual([]);
    expect(ajoReadings(used).filter(({ key, isOver }) => isOver && /persona|attributes/.test(key))).toEqual([]);
  });

  test('are added before the others under names of their own, as often as one likes', () => {
    const twice = addAjoPersonas(addAjoPersonas(defaultPlaybook));
    expect(parsePlaybook(twice).personas).toHaveLength(30);
    expect(twice.personas[0]?.name).toBe('CXO / EVP (AJO) 2');
  });

  test('take people by the whole title alone, whatever its case; the others keep the persona they had', async () => {
    const personaOf = async (playbook: Playbook) => {
      await readTitles(['cmo', 'VP of Sales', 'VP Sales', 'Sales manager'], playbook);
      return (await queryRows(database, 'select persona from persona.person order by person_no')).map(({ persona }) => persona);
    };
    expect(await personaOf(useAjoPersonas(defaultPlaybook))).toEqual(['CXO / EVP', 'SVP / VP', null, 'Senior Manager / Manager']);
    expect(await personaOf(addAjoPersonas(defaultPlaybook))).toEqual(['CXO / EVP (AJO)', 'SVP / VP (AJO)', 'SVP / VP', 'Senior Manager / Manager (AJO)']);
  });
});

test.each(cases.map((each, at) => ({ ...each, number: at + 1 })))('§1.1: $title is $persona', ({ number, persona }) => {
  expect(found.get(number)).toBe(persona);
});
