import type { Random } from './random';

/** A title as somebody in a hurry types it: the case, the spaces and the ampersands change, the meaning does not. */
export function writeAs(random: Random, title: string): string {
  const habit = random.weighted({ neat: 84, lower: 5, upper: 4, spaces: 3, entity: 2, and: 2, break: 0.3 });
  switch (habit) {
    case 'neat': return title;
    case 'lower': return title.toLowerCase();
    case 'upper': return title.toUpperCase();
    case 'spaces': return `${random.pick(['', ' '])}${title.replace(' ', '  ')} `;
    case 'entity': return title.replaceAll(' & ', ' &amp; ');
    case 'and': return title.replaceAll(' & ', ' and ');
    case 'break': return title.replace(' ', '\n');
  }
}

/** An address as a second form, or a second person, types it. */
export function retype(random: Random, email: string): string {
  const [local = '', domain = ''] = email.split('@');
  return random.pick([
    email, email.toUpperCase(), `${email} `, ` ${email}`,
    `${local.charAt(0).toUpperCase()}${local.slice(1)}@${domain}`, `${local}@${domain.toUpperCase()}`,
  ]);
}
