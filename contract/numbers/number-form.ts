/**
 * One spelling for the ways in which phone systems write the same number, so that it is found
 * again: digits only, without leading zeros (trunk 0, international 00) and without China's 86
 * before a full national number. Null where there is no number to look up (anonymous, a name).
 * Only ever hashed, never shown.
 */
export function numberForm(signalled: string): string | null {
  const digits = signalled.normalize('NFKC').replace(/\D/g, '');
  const national = digits
    .replace(/^0+/, '')
    .replace(/^86(?=\d{10,12}$)/, '')
    .replace(/^0+/, '');
  return national.length < 3 ? null : national;
}
