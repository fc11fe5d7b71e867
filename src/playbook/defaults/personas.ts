import type { Condition, Persona } from '../playbook';

const seniority = (...levels: string[]): Condition => ({ field: 'title.seniority', op: 'is one of', value: levels });
const duty = (...functions: string[]): Condition => ({ field: 'title.function', op: 'is one of', value: functions });
const anyWord = (...words: string[]): Condition => ({
  any: words.map((word): Condition => ({ field: 'title.job_title', op: 'contains word', value: word })),
});
const hasModifier = (modifier: string): Condition => ({ field: 'title.modifiers', op: 'contains', value: modifier });
/** Below a manager: where the job, not the level, tells people apart. */
const withoutReports = seniority('lead', 'senior', 'staff', 'junior', 'intern', 'unknown');
/** AJO counts them as Other, whatever they are experts of. */
const onTheirOwn = anyWord('freelance', 'freelancer', 'independent', 'industry specialist', 'subject matter expert');

/**
 * AJO's ten personas (domain.md §1.1), told by seniority and function instead of by 47 exact titles.
 * The kinds of specialist come before Individual Contributor, which would take them all.
 */
export const personas: Persona[] = [
  {
    name: 'CXO / EVP',
    description: 'Owners, boards, chief officers and executive vice presidents',
    condition: {
      any: [
        seniority('owner', 'board', 'c_level'),
        { all: [seniority('vp'), { any: [hasModifier('executive'), anyWord('evp', 'executive vice president')] }] },
      ],
    },
  },
  { name: 'SVP / VP', description: 'Vice presidents of any rank below executive', condition: seniority('vp') },
  { name: 'Senior Director / Director', description: 'Directors and heads of a department', condition: seniority('director') },
  {
    name: 'Consultant',
    description: 'Consultants, at whatever level, who do not run a department',
    condition: {
      all: [
        { any: [anyWord('consultant', 'consultants', 'berater', 'consultor', 'consulente', 'adviseur'), duty('consulting')] },
        { not: seniority('manager') },
        { not: onTheirOwn },
      ],
    },
  },
  {
    name: 'Developer',
    description: 'People who write software',
    condition: {
      all: [
        withoutReports,
        anyWord('developer', 'programmer', 'devops', 'entwickler', 'développeur', 'desarrollador', 'sviluppatore', 'ontwikkelaar'),
      ],
    },
  },
  {
    name: 'Analyst',
    description: 'Business, data, financial, market research and operations analysts',
    condition: { all: [withoutReports, anyWord('analyst', 'analysts', 'analytiker', 'analyste', 'analista')] },
  },
  {
    name: 'Professional Staff',
    description: 'Specialists of the departments that serve the others: legal, finance, people, procurement, projects',
    condition: {
      any: [
        { all: [withoutReports, duty('hr', 'legal', 'finance', 'procurement', 'administration')] },
        { all: [anyWord('project manager', 'program manager', 'compliance officer'), { not: anyWord('senior') }] },
      ],
    },
  },
  { name: 'Senior Manager / Manager', description: 'Managers of any rank', condition: seniority('manager') },
  {
    name: 'Individual Contributor',
    description: 'People with a job to do and nobody to lead',
    condition: {
      all: [seniority('lead', 'senior', 'staff', 'junior', 'intern'), { not: onTheirOwn }],
    },
  },
  {
    name: 'Other',
    description: 'Everybody with a title that says none of the above',
    condition: { field: 'title.job_title', op: 'is not empty' },
  },
];
