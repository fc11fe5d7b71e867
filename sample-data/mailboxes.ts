import type { Account } from './accounts';
import { toMailPart, type Name } from './names';
import type { Random } from './random';

/** The addresses given out at one account. */
export type Mailboxes = Set<string>;

const freeHosts = ['gmail.com', 'outlook.com', 'yahoo.com', 'hotmail.com', 'gmx.de', 'web.de', 'orange.fr', 'libero.it', 'icloud.com'];
const sharedBoxes = ['info', 'sales', 'office', 'contact', 'marketing', 'it'];

/** Whether more than one person may read what is sent there. */
export const isShared = (email: string): boolean => sharedBoxes.some((box) => email.startsWith(`${box}@`));

/** An address nobody else has, but for the shared ones; now and then none, or something that is no address. */
export function mailboxFor(random: Random, name: Name, account: Account, taken: Mailboxes): string {
  const kind = random.weighted({ own: 885, free: 40, shared: 12, none: 60, junk: 3 });
  switch (kind) {
    case 'none': return '';
    case 'junk': return 'n/a';
    case 'shared': return `${random.pick(sharedBoxes)}@${account.domain}`;
    case 'free': return own(name, random.pick(freeHosts), taken, `${random.pick(['.', '_', ''])}`, account.number);
    case 'own': return own(name, account.domain, taken, random.weighted({ '.': 8, '': 1, _: 1 }), null);
  }
}

function own({ first, last }: Name, host: string, taken: Mailboxes, between: string, suffix: number | null): string {
  const local = `${toMailPart(first)}${between}${toMailPart(last)}${suffix ?? ''}`;
  for (let count = 1; ; count++) {
    const email = `${local}${count === 1 ? '' : suffix === null ? count : `.${count}`}@${host}`;
    if (taken.has(email)) continue;
    taken.add(email);
    return email;
  }
}
