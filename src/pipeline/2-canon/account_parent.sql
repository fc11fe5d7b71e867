-- One row per account that names another as its parent: its parent, the top of its family and the steps up to it. Key: account_no.
-- Parents in a circle are cut above the account that was loaded first, which becomes the top; the problem names the circle.
with recursive link as (
    select account_no, parent_no
    from canon.account_parent_record
    where parent_no is not null
),
reach as (
    select account_no, parent_no as above_no
    from link
    union
    select reach.account_no, link.parent_no
    from reach
    join link on link.account_no = reach.above_no
),
circle as (
    select reach.account_no, min(around.above_no) as first_no
    from reach
    join reach as around using (account_no)
    where reach.above_no = reach.account_no
    group by reach.account_no
),
kept as (
    select account_no, parent_no
    from link
    where account_no not in (select first_no from circle)
),
line as (
    select account_no, parent_no as above_no, 1 as depth
    from kept
    union all
    select line.account_no, kept.parent_no, line.depth + 1
    from line
    join kept on kept.account_no = line.above_no
),
family as (
    select account_no, arg_max(above_no, depth) as top_no, max(depth) as depth
    from line
    group by account_no
),
-- From the parent that was cut off, the line leads round to the account.
round as (
    select link.account_no, link.parent_no as member_no, 0 as depth
    from link
    where link.account_no in (select first_no from circle)
    union all
    select link.account_no, line.above_no, line.depth
    from link
    join line on line.account_no = link.parent_no
    where link.account_no in (select first_no from circle)
),
path as (
    select round.account_no, string_agg(account.account_name, ' → ' order by round.depth) as names
    from round
    join canon.account as account on account.account_no = round.member_no
    group by round.account_no
)
select
    record.account_no,
    record.named_parent,
    kept.parent_no,
    coalesce(family.top_no, record.account_no) as top_no,
    cast(coalesce(family.depth, 0) as integer) as depth,
    case when kept.parent_no is not null then record.matched_by end as matched_by,
    case
        when record.parent_no is null then 'no such account'
        when path.names is not null then 'parents in a circle: ' || account.account_name || ' → ' || path.names
        when kept.parent_no is null then 'parents in a circle'
    end as problem,
from canon.account_parent_record as record
join canon.account as account on account.account_no = record.account_no
left join kept on kept.account_no = record.account_no
left join family on family.account_no = record.account_no
left join path on path.account_no = record.account_no
