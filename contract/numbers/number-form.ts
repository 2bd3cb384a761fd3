import { readNumber } from '../../calls/numbers/read-number.ts';
import { readSubscriber } from '../../calls/numbers/read-number-uri.ts';
import { isWithheld } from '../../calls/numbers/withheld.ts';

/**
 * One spelling for the ways in which phone systems and people write the same number, so that it is
 * found again: digits only, without extension, leading zeros (trunk 0, international 00) and
 * China's 86 before a full national number. Null where there is no number to look up (withheld, a
 * name). Only ever hashed, never shown.
 */
export function numberForm(signalled: string): string | null {
  if (isWithheld(signalled)) return null;
  // Entries of before the phone read it contain the user part as it was sent.
  const read = readNumber(signalled) ?? readSubscriber(signalled);
  const digits = read?.number.replace(/\D/g, '') ?? '';
  const national = digits
    .replace(/^0+/, '')
    .replace(/^86(?=\d{10,12}$)/, '')
    .replace(/^0+/, '');
  return national.length < 3 ? null : national;
}
