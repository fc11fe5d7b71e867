import { ajoReadings, type Playbook } from '../../playbook';

/** The parts of a playbook in the order in which they are worked through. */
export const sections = [
  { key: 'interests', label: 'Solution interests', hint: 'What is sold, to whom, and with which team' },
  { key: 'audiences', label: 'Audiences', hint: 'Which accounts a solution is for' },
  { key: 'templates', label: 'Role templates', hint: 'The seats that a buying group needs, and who fits them' },
  { key: 'roles', label: 'Roles', hint: 'What the seats are called' },
  { key: 'personas', label: 'Personas', hint: 'Kinds of people; the first that fits is theirs' },
  { key: 'titles', label: 'Job titles', hint: 'What stands for several things, what nobody understood yet, and the phrases you taught' },
  { key: 'examples', label: 'Examples', hint: 'Cases that the rules must get right, whatever is changed' },
  { key: 'engagement', label: 'Engagement', hint: 'How much each kind of act counts' },
  { key: 'stages', label: 'Stages', hint: 'Where a buying group can stand, and how it moves from the first interest to a win or a loss' },
  { key: 'keywords', label: 'Keywords', hint: 'What people read about: products, and the words that tell of them' },
  { key: 'settings', label: 'Scores and thresholds', hint: 'When a group is complete, engaged, and how far the funnel looks' },
  { key: 'learn', label: 'Learn from deals', hint: 'Who sat in the deals that were won and lost, and the template that follows from it' },
  { key: 'fit', label: 'Will it fit AJO B2B?', hint: 'What Adobe Journey Optimizer B2B Edition would not take as it stands; nothing here is enforced' },
] as const;

export type SectionKey = (typeof sections)[number]['key'];

/** How many parts a section has; null where that says nothing. */
export function sizeOf(section: SectionKey, playbook: Playbook): number | null {
  if (section === 'titles') return playbook.titles.phrases.length || null;
  if (section === 'keywords') return playbook.keywords?.products.length || null;
  if (section === 'fit') return ajoReadings(playbook).filter(({ isOver }) => isOver).length || null;
  if (section === 'examples') return playbook.examples?.length ?? null;
  if (section === 'stages') return playbook.stageModel.stages.length;
  return section === 'engagement' || section === 'settings' || section === 'learn' ? null : playbook[section].length;
}
