-- One row per id that an opportunity is known by. Key: opportunity_key.
-- Ids are compared as canon.opportunity_record keeps them: Salesforce's by 15 characters.
select opportunity_key, opportunity_no
from canon.opportunity_record
where fate = 'kept' and opportunity_key is not null
