/** The roles that AJO B2B Edition always has (domain.md §1.2). */
export const defaultRoles: readonly string[] = ['Decision Maker', 'Influencer', 'Practitioner', 'Executive Steering Committee', 'Champion', 'Other'];

/** What a role of each weighting counts in AJO B2B Edition (domain.md §1.2). */
export const ajoWeightings: Readonly<Record<string, number>> = { Trivial: 20, Minor: 40, Normal: 60, Important: 80, Vital: 100 };

/** What an act of each band counts in AJO B2B Edition: another scale than the roles' (domain.md §1.5). */
export const ajoActivityBands: readonly { name: string; value: number }[] = [
  { name: 'Trivial', value: 30 },
  { name: 'Minor', value: 40 },
  { name: 'Normal', value: 60 },
  { name: 'Important', value: 90 },
  { name: 'Vital', value: 100 },
  { name: 'No Weight', value: 0 },
];
