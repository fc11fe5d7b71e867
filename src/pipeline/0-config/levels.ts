import { chosenLevels, type Playbook } from '../../playbook';
import type { ConfigTable } from './create';

/** The levels that the playbook reads otherwise than the dictionary, by phrase and place; and how the places are told. */
export function levelTables(playbook: Playbook): ConfigTable[] {
  return [
    {
      name: 'config.level_choice',
      columns: { phrase: 'text', place: 'text', level: 'text' },
      rows: chosenLevels(playbook).flatMap(({ phrases, place, level }) => phrases.map((phrase) => [phrase, place, level])),
    },
    {
      name: 'config.place_word',
      columns: { place: 'text', word: 'text' },
      rows: Object.entries(placeWords).flatMap(([place, words]) => words.split(', ').map((word) => [place, word])),
    },
  ];
}

/** In the UK is who has such a country; a bank is what has such a word in its industry. */
const placeWords = {
  uk: 'united kingdom, uk, u.k., gb, gbr, great britain, britain, england, scotland, wales, northern ireland, ireland, ie, irl, eire, éire, republic of ireland, united kingdom of great britain and northern ireland',
  banks: 'bank, capital markets, financial services, asset management, wealth management, brokerage, private equity, investment management',
};
