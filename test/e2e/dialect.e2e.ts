import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../src/engine/database';
import { openNodeDatabase } from '../../src/engine/node-database';
import { queryRows } from '../../src/engine/wire';
import { openApp, type OpenApp } from './helpers';

// The engine shipped to browsers has lost most of its exports (lean-wasm.ts); these use as many of its parts as fit a line.
const statements = [
  `select sum(i), avg(i), stddev(i), median(i), mode(i % 7), quantile_cont(i, 0.9), approx_count_distinct(i) from range(10000) t(i)`,
  `select sum(i::hugeint) as h, sum(i::decimal(18, 3)) as d, sum(i::double) as f, bit_xor(i) as x from range(1000) t(i)`,
  `select regexp_matches('VP Sales', '(?i)\\bvp\\b'), regexp_replace('a1b22', '[0-9]+', '#', 'g'), regexp_extract_all('a1b22', '[0-9]+'), regexp_split_to_array('a b', ' ')`,
  `select strip_accents('Müller'), lower('ÄÖ'), upper('straße'), nfc_normalize('é'), unicode('ä'), reverse('añb'), length('日本'), 'Ä' collate nocase = 'ä'`,
  `select levenshtein('kitten', 'sitting'), jaro_winkler_similarity('martha', 'marhta'), jaccard('abc', 'abd'), damerau_levenshtein('ab', 'ba')`,
  `select md5('a'), sha256('a'), hash('a')::text, base64('abc'::blob), hex('abc'), url_encode('a b&c'), format('{:05.2f} {}', 3.14159, 'x'), printf('%d-%s', 4, 'y')`,
  `select strptime('31.12.2023 23:59', '%d.%m.%Y %H:%M'), try_strptime('no', '%Y'), strftime(timestamp '2024-02-29 12:00', '%A %j %V'), date_trunc('quarter', date '2024-05-05'), date_diff('day', date '2024-01-01', date '2024-03-01'), time_bucket(interval 1 week, date '2024-05-05'), age(timestamp '2024-03-01', timestamp '2024-01-15')::text`,
  `select list_transform([1, 2, 3], x -> x * 2), [x for x in [1, 2, 3] if x > 1], list_sort(['b', 'a']), list_distinct([1, 1]), flatten([[1], [2]]), array_agg(i order by i desc), string_agg(i::text, ',' order by i) from range(4) t(i)`,
  `select {'a': 1, 'b': [1, 2]} as s, map {'k': 1}['k'] as m, union_value(num := 2)::text as u, row(1, 'x')::text as r, unnest([1, 2]) as e`,
  `select i, row_number() over w, rank() over w, lag(i) over w, ntile(3) over w, first_value(i) over w, sum(i) over (order by i rows 2 preceding) from range(12) t(i) window w as (order by i % 4, i)`,
  `select i, i % 3 as g from range(20) t(i) qualify row_number() over (partition by i % 3 order by i desc) = 1 order by all`,
  `with recursive n(i) as (select 1 union all select i + 1 from n where i < 50) select sum(i) from n`,
  `pivot (select i % 3 as a, i % 2 as b, i from range(12) t(i)) on b using sum(i) order by a`,
  `select * from (values (1, 'a'), (2, 'b')) l(i, t) full join (values (2, 'x'), (3, 'y')) r(i, u) using (i) order by i`,
  `select l.i from range(100) l(i) semi join range(50, 60) r(i) using (i) order by i`,
  `from (values (1, timestamp '2024-01-01'), (2, timestamp '2024-01-03')) a(i, at) asof join (values (timestamp '2023-12-31', 'x'), (timestamp '2024-01-02', 'y')) b(since, t) on a.at >= b.since order by i`,
  `select count(*), count(distinct i % 1000), max(i), min(t) from (select i, i::text || repeat('x', 20) as t from range(200000) s(i)) join range(0, 200000, 7) r(j) on i = j`,
  `select i from range(100000) t(i) order by hash(i) limit 3`,
  `select i % 5 as a, i % 2 as b, count(*), grouping_id(a, b) from range(30) t(i) group by cube (a, b) order by all`,
  `select * from summarize(select i, i::text as t from range(100) s(i)) order by column_name`,
  `select histogram(i % 3), list(i order by i)[:3], arg_max(i, -i, 2), any_value(1), entropy(i % 4), kurtosis(i) from range(100) t(i)`,
  `select uuid '6ba7b810-9dad-11d1-80b4-00c04fd430c8'::text, '101'::bit::text, interval '1 month 2 days'::text, time '10:20:30'::text, 'a'::enum('a', 'b')::text, '\\xAA'::blob::text`,
  `select cast('12,5' as double)`,
  `select 1 / 0, 5 // 0, sqrt(-1)`,
  `select 9223372036854775807 + 1`,
  `select error('own words')`,
  `select * from no_such_table`,
  `select no_such_function(1)`,
  `selekt 1`,
  `select (select i from range(2) t(i))`,
  `select [1, 2][1:1], 'hello'[2:3], case when null then 1 else 2 end, coalesce(null, 3), nullif(1, 1), greatest(1, 2), 7 ** 2, 7 & 3, 10 % 3, -7 // 2, round(2.5), round(-2.5)`,
];

let app: OpenApp;
let database: Database;
beforeAll(async () => {
  app = await openApp();
  database = await openNodeDatabase();
});
afterAll(async () => {
  await database.close();
  await app.close();
});

const outcome = (rows: Promise<unknown>): Promise<unknown> =>
  rows.catch((error: Error) => error.message.replace(/^page\.evaluate: EngineError: /, '').split('\n')[0]);

test.each(statements)('%s means the same in the browser and in Node', async (sql) => {
  expect(await outcome(app.query(sql))).toEqual(await outcome(queryRows(database, sql)));
});
