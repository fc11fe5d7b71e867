import { activityChannels } from './activity-types';
import type { Fault } from './condition-faults';
import { toKeywordWords } from './keywords';
import type { Playbook } from './playbook';

/** Products told twice in a category, keywords without a word, solutions and activity types that are not there. */
export function keywordFaults({ keywords, interests }: Playbook): Fault[] {
  if (!keywords) return [];
  const keys = keywords.products.map(({ category, name }) => `${category.trim().toLowerCase()}\n${name.trim().toLowerCase()}`);
  return [
    ...keywords.products.flatMap((product, at) => [
      ...(keys.indexOf(keys[at] ?? '') < at ? [{ path: `keywords.products[${at}].name`, reason: `“${product.name}” is there already, in the same category` }] : []),
      ...(product.interest !== undefined && !interests.some(({ name }) => name === product.interest) ? [{ path: `keywords.products[${at}].interest`, reason: `there is no solution interest “${product.interest}”` }] : []),
      ...product.keywords.flatMap((keyword, place) => (toKeywordWords(keyword) === '' ? [{ path: `keywords.products[${at}].keywords[${place}]`, reason: `“${keyword}” has no letter or digit to look for` }] : [])),
    ]),
    ...Object.keys(keywords.weights ?? {}).flatMap((type) => (Object.hasOwn(activityChannels, type) ? [] : [{ path: `keywords.weights.${type}`, reason: `there is no activity type “${type}”` }])),
  ];
}
