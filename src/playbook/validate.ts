import type { Playbook } from './playbook';
export function parsePlaybook(json: unknown): Playbook {
  // Checked in full by the next commit.
  return json as Playbook;
}
