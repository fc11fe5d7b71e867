-- One row per decision to put a person into a group or out of it. Key: none; the same may be decided twice.
-- What it means beside other decisions is for `role` to say.
select account_no, solution_interest, person_no, role, action, made_by, made_at, author, note, file_no, source_row
from canon.membership_override_record
where fate = 'kept'
