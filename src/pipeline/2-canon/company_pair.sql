-- One row per loose company name and account name that may be the same. Key: loose_no, known_no.
-- Only names that are equal but for one letter, or that share a word of few accounts, are compared at all: no name is held
-- against every account.
with telling as (
    select spelling_no, is_account, words, letters, length(letters) as letter_count
    from canon.company_spelling
    where length(letters) > 5
),
-- Of two names that are one letter apart the first or the last half is the same; this leaves few to look at closer.
half as (
    select spelling_no, is_account, 'first' as side, left(letters, letter_count // 2) as part
    from telling
    union all
    select spelling_no, is_account, 'first', left(letters, (letter_count - 1) // 2)
    from telling
    union all
    select spelling_no, is_account, 'last', right(letters, letter_count // 2)
    from telling
    union all
    select spelling_no, is_account, 'last', right(letters, (letter_count - 1) // 2)
    from telling
),
near as (
    select known.spelling_no
    from half as known
    where known.is_account
        and (known.side, known.part) in (select (side, part) from half where not is_account)
),
looked_at as (
    select spelling_no, is_account, letters, letter_count
    from telling
    where not is_account or spelling_no in (select spelling_no from near)
),
-- Two texts are one letter apart only if they are equal once at most one letter of each is left out.
shortened as (
    select spelling_no, is_account, hash(letters) as form
    from looked_at
    union all
    select spelling_no, is_account, hash(left(letters, position - 1) || substr(letters, position + 1))
    from (select *, unnest(range(2, letter_count + 1)) as position from looked_at)
),
loose_word as (
    select spelling_no, unnest(words) as word
    from telling
    where not is_account
),
known_word as (
    select spelling_no, word
    from (select spelling_no, unnest(words) as word from telling where is_account)
    where word in (select word from loose_word)
),
rare as (
    select word
    from known_word
    group by word
    having count(*) <= 20
)
select loose.spelling_no as loose_no, known.spelling_no as known_no
from shortened as loose
join shortened as known using (form)
where not loose.is_account and known.is_account
union
select loose_word.spelling_no, known_word.spelling_no
from loose_word
join known_word using (word)
join rare using (word)
