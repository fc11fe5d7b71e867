/** SQL for one buying group by its number; each gives few rows. */
export const groupSql = (groupNo: number): string => `select
    groups.group_no, groups.account_name, groups.solution_interest, template.template, groups.industry, groups.country, groups.owner, groups.stage,
    groups.completeness, groups.engagement, groups.engaged_members, groups.members, groups.seats_filled, groups.seats_required,
    groups.open_pipeline, groups.open_opportunities, groups.won_amount, groups.currency, groups.last_activity_at,
    groups.next_step, groups.reason, threshold.complete, threshold.engaged, clock.as_of,
from score.buying_group as groups
join config.interest as interest using (interest_no)
join config.template as template using (template_no)
cross join config.threshold as threshold
left join canon.clock as clock on true
where groups.group_no = ${groupNo}`;

export const seatsSql = (groupNo: number): string => `select seat_no, role, weighting, people, people_required, is_required, missing
from score.seat
where group_no = ${groupNo}
order by position`;

export const membersSql = (groupNo: number): string => `select
    members.person_no, members.seat_no, members.role, members.full_name, members.email, members.job_title, members.seniority, members.function,
    members.persona, members.engagement, members.activities, members.last_activity_at, members.source, members.rule,
    members.phrases, members.file_name, members.source_row, matches.matched_by, matches.match_score, matches.similarity,
    members.made_at, members.author, members.note, members.told_file_name, members.told_row,
    opportunities.name as opportunity, opportunities.stage as opportunity_stage,
    case when matches.person_no is null then coalesce(own.account_name, 'no account') end as elsewhere,
from score.member as members
join role.buying_group as groups using (group_no)
join canon.person as people on people.person_no = members.person_no
left join canon.account as own on own.account_no = people.account_no
left join canon.opportunity as opportunities on opportunities.opportunity_no = members.opportunity_no
left join canon.account_person as matches
    on matches.account_no = groups.account_no and matches.person_no = members.person_no
where members.group_no = ${groupNo}
order by members.position, members.engagement desc, members.person_no
limit 500`;

export const nearestSql = (groupNo: number): string => `select seat_no, completeness_gain, nearest_person, nearest_job_title
from score.missing_seat
where group_no = ${groupNo}`;

export const othersSql = (groupNo: number): string => `select
    unassigned.person_no, people.full_name, people.job_title, coalesce(scores.score, 0) as engagement, unassigned.reason,
    removals.source, removals.made_at, removals.author, removals.note,
from role.unassigned as unassigned
join canon.person as people using (person_no)
left join score.person_engagement as scores using (person_no)
left join role.decision as removals
    on removals.group_no = unassigned.group_no and removals.person_no = unassigned.person_no and removals.action = 'remove'
where unassigned.group_no = ${groupNo}
order by removals.source is null, removals.source <> 'manual', engagement desc, people.full_name
limit 8`;

/** The products that a group's members showed most interest in. */
export const keywordInterestSql = (groupNo: number): string => `select category, product, strength, band, people, activities, last_day
from score.group_keyword_interest
where group_no = ${groupNo}
order by strength desc, product, category
limit 5`;
