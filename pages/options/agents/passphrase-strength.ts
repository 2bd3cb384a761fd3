/** How hard a passphrase is to guess: a hint. Only the minimum length is enforced. */
export type PassphraseStrength = 'too-short' | 'weak' | 'fair' | 'strong';

/** Minimum number of characters; storage/keys/agent-keys.ts enforces it. */
const SHORTEST_PASSPHRASE = 10;

/**
 * Length counts, and a Chinese character counts as two letters. A repeated character or a row of
 * the keyboard is weak.
 */
export function passphraseStrength(passphrase: string): PassphraseStrength {
  const letters = [...passphrase.normalize('NFKC')];
  if (letters.length < SHORTEST_PASSPHRASE) return 'too-short';
  const length = letters.reduce((sum, letter) => sum + (/\p{Script=Han}/u.test(letter) ? 2 : 1), 0);
  const different = new Set(letters).size;
  if (different < 5 || isRow(passphrase)) return 'weak';
  return length >= 14 && different >= 8 ? 'strong' : 'fair';
}

const ROWS = ['0123456789', '9876543210', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

/** Consists only of neighbouring keys: 12345678, qwerty123. */
function isRow(passphrase: string): boolean {
  let rest = passphrase.toLowerCase();
  while (rest !== '') {
    const run = longestRun(rest);
    if (run < 3) return false;
    rest = rest.slice(run);
  }
  return true;
}

function longestRun(text: string): number {
  let length = text.length;
  while (length > 0 && !ROWS.some((row) => row.includes(text.slice(0, length)))) length -= 1;
  return length;
}
