import * as v from 'valibot';
import { EngineError } from '../engine/errors';
import type { Playbook } from './playbook';
import type { Fault } from './condition-faults';
import { referenceFaults } from './reference-faults';
import { playbookSchema } from './schema';

/**
 * A playbook from outside, checked: the one door. Throws EngineError `playbook.invalid` whose message names the path
 * and the reason of each fault, one a line.
 */
export function parsePlaybook(json: unknown): Playbook {
  const checked = check(json);
  if (Array.isArray(checked)) throw refusal(checked);
  return checked;
}

/** What is wrong with a playbook, for where it is edited; none when it can be used. */
export function playbookFaults(json: unknown): Fault[] {
  const checked = check(json);
  return Array.isArray(checked) ? checked : [];
}

function check(json: unknown): Playbook | Fault[] {
  const result = v.safeParse(playbookSchema, json);
  if (!result.success) return ofThisKind(result.issues.map(toFault));
  const playbook = withoutAddress(result.output);
  const faults = referenceFaults(playbook);
  return faults.length > 0 ? faults : playbook;
}

/** What a document of another kind or version lacks besides is no fault of its own. */
function ofThisKind(faults: Fault[]): Fault[] {
  const other = faults.filter(({ path }) => path === 'format' || path === 'version');
  return other.length > 0 ? other : faults;
}

/** A playbook is the same wherever its file says that the schema is. */
function withoutAddress(output: v.InferOutput<typeof playbookSchema>): Playbook {
  const playbook = { ...output };
  delete playbook.$schema;
  return playbook;
}

function refusal(faults: Fault[]): EngineError {
  const shown = faults.slice(0, 20).map(({ path, reason }) => `${path || 'playbook'}: ${reason}`);
  const rest = faults.length > shown.length ? [`… and ${faults.length - shown.length} more`] : [];
  return new EngineError('playbook.invalid', ['This playbook cannot be used.', ...shown, ...rest].join('\n'));
}

function toFault(issue: v.BaseIssue<unknown>): Fault {
  const path = (issue.path ?? []).reduce((sum, { key }) => {
    if (typeof key === 'number') return `${sum}[${key}]`;
    return sum === '' ? String(key) : `${sum}.${String(key)}`;
  }, '');
  return { path, reason: issue.message.replace(/^Invalid (type|key): /, '').replace(/^Expected/, 'expected') };
}
