-- One row per opportunity and person who has a part in it. Key: opportunity_no, person_no.
-- Of several records for one pair, the first with a role counts.
select opportunity_no, person_no, role, is_primary, created_at, file_no, source_row
from canon.opportunity_contact_record
where fate = 'kept'
