import { freeName } from './edits';
import type { Persona, Playbook } from './playbook';

/** The values of AJO's ten personas (domain.md §1.1): exact job titles, whatever their case. */
const values: readonly [name: string, titles: string][] = [
  ['CXO / EVP', 'CEO, CIO, CTO, CMO, CFO, Executive Vice President of Strategy'],
  ['SVP / VP', 'SVP of Marketing, VP of Sales, SVP of Operations, VP of Product, VP of IT'],
  ['Senior Director / Director', 'Director of Engineering, Senior Director of Product, Director of Finance, Director of Customer Success'],
  ['Senior Manager / Manager', 'Senior Marketing Manager, IT Manager, Operations Manager, Sales Manager, HR Manager'],
  ['Individual Contributor', 'Account Executive, Software Engineer, Marketing Specialist, Customer Success Representative'],
  ['Analyst', 'Business Analyst, Data Analyst, Market Research Analyst, Financial Analyst, Operations Analyst'],
  ['Developer', 'Front-End Developer, Back-End Developer, Full-Stack Developer, Mobile App Developer, DevOps Engineer'],
  ['Professional Staff', 'HR Specialist, Legal Counsel, Compliance Officer, Project Manager, Procurement Specialist'],
  ['Consultant', 'Management Consultant, IT Consultant, Business Process Consultant, Marketing Consultant'],
  ['Other', 'Industry Specialist, Independent Advisor, Freelance Consultant, Subject Matter Expert'],
];

/** The personas as AJO B2B Edition has them before anybody changes them. */
export const ajoPersonas: readonly Persona[] = values.map(([name, titles]) => ({
  name,
  description: 'The job titles that AJO B2B Edition lists',
  condition: { field: 'title.job_title', op: 'is one of', value: titles.split(', ') },
}));

/** AJO's personas in place of all others. */
export function useAjoPersonas(playbook: Playbook): Playbook {
  return { ...playbook, personas: structuredClone([...ajoPersonas]) };
}

/** AJO's personas before all others, under names of their own: whoever has none of their titles keeps the persona they had. */
export function addAjoPersonas(playbook: Playbook): Playbook {
  const taken = playbook.personas.map(({ name }) => name);
  const added = structuredClone([...ajoPersonas]).map((persona) => ({ ...persona, name: freeName(`${persona.name} (AJO)`, taken) }));
  return { ...playbook, personas: [...added, ...playbook.personas] };
}
