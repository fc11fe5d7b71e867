import { DAY, toDate } from './calendar';
import { advertisements, costOn } from './campaigns';
import { CsvFile, type Target } from './csv';
import type { Snapshot } from './settings';

/** What advertising cost, by platform, campaign and day, up to the day of the snapshot. */
export function writeCosts(target: Target, { asOf }: Snapshot): void {
  const file = new CsvFile(target, 'campaign-costs.csv', ['platform', 'campaign_id', 'campaign', 'day', 'spend', 'currency', 'impressions', 'clicks']);
  for (const campaign of advertisements) {
    for (let at = campaign.from; at <= asOf; at += DAY) {
      const cost = costOn(campaign, at);
      if (cost) file.add([campaign.platform, campaign.id, campaign.name, toDate(at), cost.spend, campaign.currency, cost.impressions, cost.clicks]);
    }
  }
  file.close();
}
