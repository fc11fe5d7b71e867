import { ajoActivityBands, ajoWeightings, defaultRoles } from '../ajo-defaults';
import type { Playbook } from '../playbook';
import { personas } from './personas';
import { stageModel } from './stages';
import { templateFor } from './templates';

/** Rules that score a real export with no editing; the numbers are AJO's (domain.md §1.2, §1.5). */
export const defaultPlaybook: Playbook = {
  format: 'rolecall-playbook',
  version: 1,
  name: 'Default playbook',
  personas,
  roles: [...defaultRoles],
  weightings: { ...ajoWeightings },
  templates: [
    templateFor('Growth Suite team', ['marketing', 'sales', 'customer_success']),
    templateFor('Data Platform team', ['it', 'data', 'engineering', 'security']),
  ],
  audiences: [{ name: 'All accounts', condition: null }],
  interests: [
    { name: 'Growth Suite', template: 'Growth Suite team', audience: 'All accounts' },
    { name: 'Data Platform', template: 'Data Platform team', audience: 'All accounts' },
  ],
  engagement: {
    name: 'Activity weighting model 1',
    windowDays: 30,
    dailyCap: 20,
    normalisation: 'max',
    bands: [...ajoActivityBands],
    weights: {
      'Attend Event': 60,
      'Email Clicked': 30,
      'Email Opened': 30,
      'Form Filled Out': 40,
      'Interesting Moment': 60,
      'Link Clicks': 40,
      'Page Views': 40,
      'Register for Event': 60,
    },
  },
  completeness: { variant: 'mean' },
  thresholds: { complete: 70, engaged: 50 },
  asOf: null,
  funnel: { windowDays: 90, months: 12 },
  titles: { phrases: [] },
  matching: { companyName: 0.9 },
  activityAliases: {},
  stageModel,
};
