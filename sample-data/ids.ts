const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const CHECK = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

/** What an 18-character Salesforce Id begins with, by object. */
export const PREFIX = { account: '001', contact: '003', user: '005', opportunity: '006', contactRole: '00K', history: '008' };

/** An 18-character Salesforce Id: prefix, organisation, number, and the three characters that check the case. */
export function salesforceId(prefix: string, number: number): string {
  let rest = number;
  let tail = '';
  for (let at = 0; at < 6; at++) {
    tail = DIGITS.charAt(rest % 62) + tail;
    rest = Math.floor(rest / 62);
  }
  const id = `${prefix}Lf0000${tail}`;
  return id + checkOf(id);
}

function checkOf(id: string): string {
  let check = '';
  for (let block = 0; block < 15; block += 5) {
    let bits = 0;
    for (let at = 0; at < 5; at++) if (/[A-Z]/.test(id.charAt(block + at))) bits |= 1 << at;
    check += CHECK.charAt(bits);
  }
  return check;
}
