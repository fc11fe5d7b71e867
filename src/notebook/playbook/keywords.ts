import { quoteText } from '../../engine/quoting';
import { plural } from '../../ui/format';
import type { KeywordSheet } from '../../playbook';

/** How many texts have a product's keywords, and who acted on them. */
export interface ProductCount {
  category: string;
  product: string;
  texts: number;
  people: number;
  groups: number;
}

export const productCountsSql = `with texts as (
    select product_no, count(distinct text_no) as texts from score.keyword_hit group by product_no
),
people as (
    select product_no, count(*) as people from score.person_keyword group by product_no
),
reached as (
    select product_no, count(*) as groups from score.group_keyword group by product_no
)
select
    products.category,
    products.product,
    coalesce(texts.texts, 0)::integer as texts,
    coalesce(people.people, 0)::integer as people,
    coalesce(reached.groups, 0)::integer as groups,
from config.keyword_product as products
left join texts using (product_no)
left join people using (product_no)
left join reached using (product_no)`;

/** A keyword that stands in no text. */
export interface KeywordMiss {
  category: string;
  product: string;
  keyword: string;
}

export const keywordMissesSql = `select products.category, products.product, keywords.keyword
from config.keyword as keywords
join config.keyword_product as products using (product_no)
where keywords.keyword_no not in (select keyword_no from score.keyword_hit)
order by keywords.keyword_no`;

/** A text in which a keyword of a product stands. */
export interface TextHit {
  asset: string | null;
  url: string | null;
  keywords: string[];
  activities: number;
  people: number;
}

/** The texts of a product that most was done with, as far as the look-back goes. */
export const textHitsSql = (category: string, product: string): string => `with hit as (
    select hits.text_no, list(keywords.keyword order by keywords.keyword_no) as keywords
    from score.keyword_hit as hits
    join config.keyword as keywords using (keyword_no)
    join config.keyword_product as products on products.product_no = hits.product_no
    where products.category = ${quoteText(category)} and products.product = ${quoteText(product)}
    group by hits.text_no
),
done as (
    select text_no, count(*) as activities, count(distinct person_no) as people
    from score.keyword_act
    where text_no in (select text_no from hit)
    group by text_no
)
select text.asset, text.url, hit.keywords, coalesce(done.activities, 0)::integer as activities, coalesce(done.people, 0)::integer as people
from hit
join score.keyword_text as text using (text_no)
left join done using (text_no)
order by activities desc, text.text_no
limit 8`;

/** What was taken from a sheet, and what was not, as one sentence or two. */
export function sheetWords({ products, leftOut, skipped }: KeywordSheet): string {
  const keywords = products.reduce((sum, product) => sum + product.keywords.length, 0);
  return [
    `${plural(products.length, 'product')} with ${plural(keywords, 'keyword')}.`,
    ...(leftOut.length > 0 ? [`${plural(leftOut.length, 'keyword')} left out, told twice or without a letter: ${leftOut.slice(0, 8).join(', ')}${leftOut.length > 8 ? ' …' : ''}.`] : []),
    ...skipped,
  ].join(' ');
}
