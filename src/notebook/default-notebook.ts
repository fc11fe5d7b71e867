import type { NotebookSpec } from './spec';

const text = (id: string, ...lines: string[]) => ({ id, kind: 'markdown', options: { text: lines.length > 1 ? lines : (lines[0] ?? '') } });

/** What opens first: a review of all buying groups, from what was loaded to how they move. */
export const defaultNotebook: NotebookSpec = {
  format: 'rolecall-notebook',
  version: 1,
  title: 'Buying group review',
  cells: [
    text('intro', '# Buying group review', '', 'Who sits in which buying group, who is missing, how active they are, and what to do next. Every number leads back to the rule and the row it comes from.'),
    { id: 'totals', kind: 'totals' },
    text('data', '## What was loaded', '', 'A record that is not kept is accounted for: merged into another, orphaned, or rejected with a reason.'),
    { id: 'load', kind: 'load-summary' },
    { id: 'files', kind: 'files' },
    text('stand', '## Where the groups stand', '', '**Completeness** is the share of required seats that are filled. **Engagement** weighs what the members did in the last 30 days, relative to all groups loaded.'),
    { id: 'distribution', kind: 'distribution' },
    { id: 'quadrant', kind: 'quadrant' },
    text('missing', '## Who is missing'),
    { id: 'coverage', kind: 'coverage' },
    text('next', '## What to do next'),
    { id: 'groups', kind: 'groups' },
    text('movement', '## How they move'),
    { id: 'people', kind: 'people-funnel' },
    { id: 'stages', kind: 'group-funnel' },
  ],
};
