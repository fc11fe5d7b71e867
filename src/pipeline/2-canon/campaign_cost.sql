-- One row per platform, campaign, day and currency. Key: platform, campaign_id, campaign, day, currency.
-- Records of one file for the same day are parts of it and are added up; a later file tells the day again, and counts.
with told as (
    select
        platform,
        campaign_id,
        campaign,
        cast(day as date) as day,
        currency,
        file_no,
        sum(spend) as spend,
        cast(sum(impressions) as bigint) as impressions,
        cast(sum(clicks) as bigint) as clicks,
    from ingest.campaign_cost
    group by platform, campaign_id, campaign, cast(day as date), currency, file_no
)
select platform, campaign_id, campaign, day, spend, currency, impressions, clicks
from told
qualify row_number() over (partition by platform, campaign_id, campaign, day, currency order by file_no desc) = 1
