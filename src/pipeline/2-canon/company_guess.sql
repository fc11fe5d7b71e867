-- One row per company name that no account bears and one account's name is clearly like. Key: name_key.
-- As alike as the least alike of the words that differ (Jaro-Winkler, 0 to 1); the same words in another order or spacing are 0.99.
-- Other numbers, other first letters and a second account nearly as like make it none.
with differing as (
    select
        pair.loose_no,
        pair.known_no,
        len(loose.words) = len(known.words) as is_as_long,
        list_filter(loose.words, lambda word: not list_contains(known.words, word)) as loose_words,
        list_filter(known.words, lambda word: not list_contains(loose.words, word)) as known_words,
    from canon.company_pair as pair
    join canon.company_spelling as loose on loose.spelling_no = pair.loose_no
    join canon.company_spelling as known on known.spelling_no = pair.known_no
),
joined as (
    select *, coalesce(array_to_string(loose_words, ''), '') as loose_letters, coalesce(array_to_string(known_words, ''), '') as known_letters
    from differing
),
fitting as (
    select *
    from joined
    where loose_letters = known_letters and (is_as_long or loose_letters <> '')
        or left(loose_letters, 1) = left(known_letters, 1)
        and damerau_levenshtein(loose_letters, known_letters) <= 1 + length(loose_letters) // 10
        and regexp_replace(loose_letters, '[^0-9]', '', 'g') = regexp_replace(known_letters, '[^0-9]', '', 'g')
),
compared as (
    select
        loose_no,
        known_no,
        least(0.99, case
            when loose_letters = known_letters then 1
            when len(loose_words) = len(known_words) then list_min(list_transform(
                range(1, len(loose_words) + 1),
                lambda place: jaro_winkler_similarity(loose_words[place], known_words[place])
            ))
            else jaro_winkler_similarity(loose_letters, known_letters)
        end) as score,
    from fitting
),
-- A name that several accounts bear is as many rivals.
rival as (
    select compared.loose_no, account_match.account_no, max(compared.score) as score
    from compared
    join canon.company_spelling as known on known.spelling_no = compared.known_no
    join canon.account_record as account_record on account_record.name_key = known.name_key
    join canon.account_match as account_match using (record_no)
    group by compared.loose_no, account_match.account_no
),
ranked as (
    select
        *,
        row_number() over (partition by loose_no order by score desc, account_no) as place,
        lead(score) over (partition by loose_no order by score desc, account_no) as runner_up,
    from rival
)
select
    loose.name_key,
    ranked.account_no,
    cast(ranked.score as double) as score,
    cast(ranked.runner_up as double) as runner_up,
from ranked
join canon.company_spelling as loose on loose.spelling_no = ranked.loose_no
cross join config.matching as matching
where ranked.place = 1
    and ranked.score >= matching.company_name
    and (ranked.runner_up is null or ranked.runner_up <= ranked.score - 0.02)
