-- One row per loose company name and account name that may be the same. Key: loose_no, known_no.
-- Only names that are equal but for one letter or the order of their words, or that share a word of few accounts, are compared at all:
-- no name is held against every account.
with telling as (
    select spelling_no, is_account, words, letters
    from canon.company_spelling
    where length(letters) > 5
),
-- Two texts are one letter apart only if they are equal once at most one letter of each is left out.
shortened as (
    select spelling_no, is_account, hash(letters) as form
    from telling
    union all
    select spelling_no, is_account, hash(left(letters, position - 1) || substr(letters, position + 1))
    from (select *, unnest(range(2, length(letters) + 1)) as position from telling)
    union all
    select spelling_no, is_account, hash(list_sort(words))
    from telling
    where len(words) > 1
),
word as (
    select distinct spelling_no, is_account, unnest(words) as word
    from telling
),
rare as (
    select word
    from word
    where is_account
    group by word
    having count(*) <= 20
)
select loose.spelling_no as loose_no, known.spelling_no as known_no
from shortened as loose
join shortened as known using (form)
where not loose.is_account and known.is_account
union
select loose.spelling_no, known.spelling_no
from word as loose
join word as known using (word)
join rare using (word)
where not loose.is_account and known.is_account
