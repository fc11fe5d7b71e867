import { valueLabel, type KnownValues } from '../../playbook';

/** What a phrase may say of one kind, and the choice of saying nothing. */
export function meaningChoices(values: KnownValues, kind: string): { value: string; label: string }[] {
  const known = values && 'list' in values ? values.list : [];
  return [{ value: '', label: 'says nothing' }, ...known.map((value) => ({ value, label: valueLabel(`title.${kind}`, value) }))];
}
