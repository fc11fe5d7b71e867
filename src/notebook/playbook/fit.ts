/** What of the loaded accounts AJO limits, as one row of `LimitedData`. */
export const limitedDataSql = `
  select
    coalesce(max(length(account_name)), 0)::integer as longestName,
    count(*) filter (where coalesce(trim(account_name), '') = '')::integer as nameless
  from canon.account`;
