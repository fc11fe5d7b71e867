import { fieldChoice, valueLabel, type Playbook } from '../../playbook';

/** One kind of thing that a phrase may say, and what to choose from; '' says nothing. */
export interface MeaningChoices {
  kind: 'seniority' | 'function' | 'modifier' | 'persona';
  label: string;
  choices: { value: string; label: string }[];
}

/** Everything that a phrase may say of a title, in the order to offer it; personas are the playbook's. */
export function meaningsOf({ personas }: Pick<Playbook, 'personas'>): MeaningChoices[] {
  return [
    { kind: 'seniority', label: 'Level', choices: known('title.seniority') },
    { kind: 'function', label: 'Function', choices: known('title.function') },
    { kind: 'modifier', label: 'Modifier', choices: known('title.modifiers') },
    { kind: 'persona', label: 'Persona', choices: [{ value: '', label: 'by its rules' }, ...personas.map(({ name }) => ({ value: name, label: name }))] },
  ];
}

function known(field: string): MeaningChoices['choices'] {
  const values = fieldChoice(field)?.values;
  const list = values && 'list' in values ? values.list : [];
  return [{ value: '', label: 'says nothing' }, ...list.map((value) => ({ value, label: valueLabel(field, value) }))];
}
