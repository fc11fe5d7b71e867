-- One row per thing to do next with a buying group, the most urgent first. Key: next_step_no.
-- What a seller can act on today comes before what marketing has to build; what runs by itself comes last.
select
    cast(next_step_no as integer) as next_step_no,
    next_step,
    meaning,
from (values
    (1, 'Hand to sales', 'Complete enough and engaged, and no deal is open'),
    (2, 'Support the deal', 'A deal is open and a required seat is empty'),
    (3, 'Close the gap', 'Engaged, but people are missing'),
    (4, 'Warm up', 'Complete enough, but cold'),
    (5, 'Build the group', 'Neither complete nor engaged'),
    (6, 'Watch', 'A deal is open and no required seat is empty'),
    (7, 'Won', 'A deal is won and none is open')
) as steps (next_step_no, next_step, meaning)
