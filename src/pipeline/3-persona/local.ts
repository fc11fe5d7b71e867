import { isLevelLocal, type Playbook } from '../../playbook';
import type { PipelineTable } from '../table';

/** Who has a title that means something of its own where they are; nobody is looked for while no level depends on the place. */
export const localHolder: PipelineTable = { name: 'persona.local_holder', isGenerated: true, sql: (playbook) => select(playbook) };

const select = (playbook: Playbook): string => (isLevelLocal(playbook) ? someHolders : noHolders);

const noHolders = `-- No rows: no level depends on the place. Key: person_no.
-- One row per person whose title means something of its own where they are, where some level does.
select null::integer as person_no, null::integer as written_no, null::varchar as place
where false`;

const someHolders = `-- One row per person whose title means something of its own where they are. Key: person_no.
-- Only titles whose level a phrase with such a meaning decides. The country is the person's, else the account's; the industry the account's.
with local as (
    select chosen.title_no as written_no, min(choice.place) as place
    from persona.shipped_choice as chosen
    join config.level_choice as choice using (phrase)
    where chosen.axis = 'seniority' and choice.place <> 'anywhere'
    group by chosen.title_no
),
held as (
    select
        person.person_no,
        local.written_no,
        local.place,
        lower(trim(coalesce(person.country, account.country))) as country,
        lower(account.industry) as industry,
    from local
    join persona.written_title as written_title on written_title.title_no = local.written_no
    join canon.person as person using (job_title)
    left join canon.account as account on account.account_no = person.account_no
),
banking as (
    select industries.industry
    from (select distinct industry from held where industry is not null) as industries
    where exists (select 1 from config.place_word as word where word.place = 'banks' and contains(industries.industry, word.word))
)
select held.person_no, held.written_no, held.place
from held
join config.place_word as word on word.place = 'uk' and word.word = held.country
where held.place = 'uk'
union all
select held.person_no, held.written_no, held.place
from held
join banking using (industry)
where held.place = 'banks'`;
