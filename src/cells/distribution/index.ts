import { quoteText } from '../../engine/quoting';
import { defineCell } from '../cell-type';
import View from './View.svelte';

export interface DistributionOptions {
  shape: string;
  interest: string | null;
}

export interface DistributionRow {
  measure: 'completeness' | 'engagement';
  /** For bands. */
  band_no?: number;
  band?: string;
  /** For a histogram: a whole percent, null where there is no score. */
  score?: number | null;
  threshold?: number;
  groups: number;
}

export const distribution = defineCell<DistributionOptions>({
  kind: 'distribution',
  label: 'Distribution of scores',
  hint: 'Buying groups by completeness and by engagement. Choose a band to list its groups',
  group: 'review',
  defaults: { shape: 'bands', interest: null },
  isRunOnChange: true,
  query: ({ shape, interest }) => (shape === 'histogram' ? histogramSql(interest) : bandSql(interest)),
  View,
});

function bandSql(interest: string | null): string {
  return `select measure, band_no, band, sum(groups) as groups
from score.band${where(interest)}
group by measure, band_no, band
order by measure, band_no`;
}

function histogramSql(interest: string | null): string {
  const part = (measure: string, threshold: string) => `select '${measure}' as measure, floor(groups.${measure}) as score, any_value(threshold.${threshold}) as threshold, count(*) as groups
from score.buying_group as groups
cross join config.threshold as threshold${where(interest)}
group by all`;
  return `${part('completeness', 'complete')}\nunion all\n${part('engagement', 'engaged')}\norder by measure, score`;
}

const where = (interest: string | null) => (interest === null ? '' : `\nwhere solution_interest = ${quoteText(interest)}`);
