-- One row per platform, campaign, day and currency. Key: platform, campaign_id, campaign, day, currency.
-- Records of the same day are parts of it, so they are added up.
select
    platform,
    campaign_id,
    campaign,
    cast(day as date) as day,
    sum(spend) as spend,
    currency,
    cast(sum(impressions) as bigint) as impressions,
    cast(sum(clicks) as bigint) as clicks,
from ingest.campaign_cost
group by platform, campaign_id, campaign, cast(day as date), currency
