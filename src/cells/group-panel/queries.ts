/** SQL for one buying group by its number; each gives few rows. */
export const groupSql = (groupNo: number): string => `select
    groups.group_no, groups.account_name, groups.solution_interest, groups.industry, groups.country, groups.owner, groups.stage,
    groups.completeness, groups.engagement, groups.engaged_members, groups.members, groups.seats_filled, groups.seats_required,
    groups.open_pipeline, groups.open_opportunities, groups.won_amount, groups.currency, groups.last_activity_at,
    groups.next_step, groups.reason, threshold.complete, threshold.engaged, clock.as_of,
from score.buying_group as groups
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
from score.member as members
join role.buying_group as groups using (group_no)
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
from role.unassigned as unassigned
join canon.person as people using (person_no)
left join score.person_engagement as scores using (person_no)
where unassigned.group_no = ${groupNo}
order by contains(unassigned.reason, 'by hand') desc, engagement desc, people.full_name
limit 8`;

/** The products that a group's members showed most interest in. */
export const keywordInterestSql = (groupNo: number): string => `select category, product, strength, band, people, activities, last_day
from score.group_keyword_interest
where group_no = ${groupNo}
order by strength desc, product, category
limit 5`;
