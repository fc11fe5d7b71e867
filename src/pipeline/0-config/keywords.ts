import { activityChannels, keywordBands, keywordModelOf, toKeywordWords, type Playbook } from '../../playbook';
import type { ConfigTable } from './create';

/** The products with their keywords as plain words, and how an act counts; all empty or unread without products. */
export function keywordTables(playbook: Playbook): ConfigTable[] {
  const { products, halfLifeDays, lookBackDays, weights } = keywordModelOf(playbook);
  const types = Object.keys(activityChannels);
  const keywords = products.flatMap((product, at) => product.keywords.map((keyword) => ({ productNo: at + 1, keyword, phrase: toKeywordWords(keyword) })));
  return [
    {
      name: 'config.keyword_product',
      columns: { product_no: 'integer', category: 'text', product: 'text', interest_no: 'integer' },
      rows: products.map(({ category, name, interest }, at) => {
        const place = playbook.interests.findIndex((each) => each.name === interest);
        return [at + 1, category, name, place < 0 ? null : place + 1];
      }),
    },
    {
      name: 'config.keyword',
      columns: { keyword_no: 'integer', product_no: 'integer', keyword: 'text', phrase: 'text', first_word: 'text', words: 'integer' },
      rows: keywords.map(({ productNo, keyword, phrase }, at) => {
        const words = phrase.split(' ');
        return [at + 1, productNo, keyword, phrase, words[0] ?? '', words.length];
      }),
    },
    // Apart, so that a change of weight or half-life reads no act again.
    { name: 'config.keyword_type', columns: { type_no: 'smallint', activity_type: 'text' }, rows: types.map((type, at) => [at + 1, type]) },
    { name: 'config.keyword_weight', columns: { type_no: 'smallint', weight: 'double' }, rows: types.flatMap((type, at) => (weights[type] ? [[at + 1, weights[type]]] : [])) },
    { name: 'config.keyword_decay', columns: { half_life_days: 'integer' }, rows: [[halfLifeDays]] },
    { name: 'config.keyword_window', columns: { look_back_days: 'integer' }, rows: [[lookBackDays]] },
    { name: 'config.keyword_band', columns: { band_no: 'integer', band: 'text', above: 'double', up_to: 'double' }, rows: keywordBands.map(([band, above, upTo], at) => [at + 1, band, above, upTo]) },
  ];
}
