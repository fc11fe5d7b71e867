const unlike: Record<string, string> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ı: 'i' };
const oneCharacterWord = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー]/gu;

/**
 * A phrase in the form that `persona.title.normalised` has: plain lower-case words, one space between them, every
 * Chinese, Japanese or Korean character a word of its own. Empty when there is no word in it.
 */
export function toNormalWords(phrase: string): string {
  if (/^[a-z0-9]+( [a-z0-9]+)*$/.test(phrase)) return phrase;
  return phrase
    .replace(/&(?:amp;)+/gi, '&')
    .replace(/[！-～]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/\bi\.[Rr]\b\.?/g, 'i r ')
    .replace(/\ba\.D\b\.?/g, 'a d ')
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .normalize('NFC')
    .replace(/[ßæœøłđı]/g, (letter) => unlike[letter] ?? letter)
    .replace(/\b([a-z])(?:\.|\/([a-z])\b)/g, '$1$2')
    .replaceAll('&', ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(oneCharacterWord, ' $& ')
    .replace(/\s+/g, ' ')
    .trim();
}
