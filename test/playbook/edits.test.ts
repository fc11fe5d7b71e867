import { describe, expect, test } from 'vitest';
import { defaultPlaybook, parsePlaybook, type Playbook } from '../../src/playbook';
import { changesBetween } from '../../src/playbook/changes';
import * as edits from '../../src/playbook/edits';
import { changeLevel, changePhrase, forgetPhrase, teachPhrase } from '../../src/playbook/phrase-edits';

const seats = (playbook: Playbook, at = 0): string[] => playbook.templates[at]?.seats.map(({ role }) => role) ?? [];

describe('edits leave a playbook that can be used', () => {
  const all: Record<string, (playbook: Playbook) => Playbook> = {
    'a persona more': edits.addPersona,
    'a template more': edits.addTemplate,
    'a copy of a template': (playbook) => edits.duplicateTemplate(playbook, 0),
    'a role more': edits.addRole,
    'a role by another name': (playbook) => edits.renameRole(playbook, 0, 'Economic Buyer'),
    'an audience by another name': (playbook) => edits.renamePart(playbook, 'audiences', 0, 'Everyone'),
    'a template by another name': (playbook) => edits.renamePart(playbook, 'templates', 1, 'Data team'),
    'an interest more': edits.addInterest,
    'an audience more': edits.addAudience,
    'personas in another order': (playbook) => edits.movePart(playbook, 'personas', 3, 0),
    'a seat that needs two': (playbook) => edits.changeSeat(playbook, 0, 2, { people: 2 }),
  };
  test.each(Object.entries(all))('%s', (_, edit) => {
    const edited = edit(defaultPlaybook);
    expect(parsePlaybook(edited)).toEqual(edited);
    expect(edited).not.toEqual(defaultPlaybook);
    expect(changesBetween(defaultPlaybook, edited).length).toBeGreaterThan(0);
  });
});

test('what is done twice gets another name', () => {
  const twice = edits.addPersona(edits.addPersona(defaultPlaybook));
  expect(twice.personas.slice(-2).map(({ name }) => name)).toEqual(['New persona', 'New persona 2']);
  expect(edits.freeName('champion', ['Champion', 'CHAMPION 2'])).toBe('champion 3');
});

test('a role follows into its seats, a template and an audience into the interests', () => {
  expect(seats(edits.renameRole(defaultPlaybook, 0, 'Economic Buyer'))[0]).toBe('Economic Buyer');
  expect(edits.renamePart(defaultPlaybook, 'templates', 0, 'Team').interests[0]?.template).toBe('Team');
  expect(edits.renamePart(defaultPlaybook, 'audiences', 0, 'All').interests.map(({ audience }) => audience)).toEqual(['All', 'All']);
});

test('a phrase is taught in place of what it meant before, and follows its persona to another name', () => {
  const first = teachPhrase(defaultPlaybook, { phrase: 'CPO', function: 'product' });
  const taught = teachPhrase(first, { phrase: 'CPO', persona: 'CXO / EVP' });
  expect(taught.titles.phrases).toEqual([{ phrase: 'CPO', persona: 'CXO / EVP' }]);
  expect(edits.renamePart(taught, 'personas', 0, 'Chiefs').titles.phrases).toEqual([{ phrase: 'CPO', persona: 'Chiefs' }]);
  expect(parsePlaybook(changePhrase(taught, 0, { isAlone: true })).titles.phrases[0]).toMatchObject({ isAlone: true });
  expect(forgetPhrase(taught, 0)).toEqual(defaultPlaybook);
});

test('a level is chosen, and the choice of the dictionary is not written down', () => {
  const chosen = changeLevel(changeLevel(defaultPlaybook, 'headOf', 'lead'), 'directorInUk', 'board');
  expect(parsePlaybook(chosen).titles.levels).toEqual({ headOf: 'lead', directorInUk: 'board' });
  expect(teachPhrase(chosen, { phrase: 'x', function: 'sales' }).titles.levels).toEqual(chosen.titles.levels);
  expect(changeLevel(changeLevel(chosen, 'headOf', 'director'), 'directorInUk', 'director')).toEqual(defaultPlaybook);
});

test('a seat is added for a role that the template lacks, and none when it has all', () => {
  const without = edits.changeTemplate(defaultPlaybook, 0, { seats: defaultPlaybook.templates[0]?.seats.slice(1) ?? [] });
  expect(seats(edits.addSeat(without, 0)).at(-1)).toBe('Decision Maker');
  expect(edits.addSeat(defaultPlaybook, 0)).toEqual(defaultPlaybook);
});

test('what is in use says by what', () => {
  expect(edits.templatesWith(defaultPlaybook, 'Champion')).toEqual(['Growth Suite team', 'Data Platform team']);
  expect(edits.interestsOf(defaultPlaybook, 'templates', 1)).toEqual(['Data Platform']);
});

test('a move past the end stays', () => {
  expect(edits.moved(['a', 'b', 'c'], 0, 2)).toEqual(['b', 'c', 'a']);
  expect(edits.moved(['a', 'b'], 1, 2)).toEqual(['a', 'b']);
  expect(edits.moved([], 0, 0)).toEqual([]);
});

describe('changes', () => {
  test('are told by the names of their parts', () => {
    const changed = edits.changeSeat(defaultPlaybook, 0, 2, { people: 2 });
    expect(changesBetween(defaultPlaybook, changed)).toEqual([
      { place: ['templates', 'Growth Suite team', 'seats', 'Champion', 'people'], before: 1, after: 2 },
    ]);
  });

  test('a condition changes as one', () => {
    const condition = { field: 'title.seniority', op: 'is', value: 'vp' } as const;
    const changed = { ...defaultPlaybook, personas: edits.withPatch(defaultPlaybook.personas, 1, { condition }) };
    expect(changesBetween(defaultPlaybook, changed).map(({ place }) => place)).toEqual([['personas', 'SVP / VP', 'condition']]);
  });

  test('a part that comes, goes or moves is one change', () => {
    expect(changesBetween(defaultPlaybook, edits.addPersona(defaultPlaybook)).map(({ place }) => place)).toEqual([['personas', 'New persona']]);
    expect(changesBetween(defaultPlaybook, edits.removePart(defaultPlaybook, 'personas', 0)).map(({ place, after }) => [place, after])).toEqual([[['personas', 'CXO / EVP'], undefined]]);
    expect(changesBetween(defaultPlaybook, edits.movePart(defaultPlaybook, 'personas', 0, 2)).map(({ place }) => place)).toEqual([['personas', 'order']]);
  });

  test('there are none between a playbook and itself', () => {
    expect(changesBetween(defaultPlaybook, structuredClone(defaultPlaybook))).toEqual([]);
  });
});
