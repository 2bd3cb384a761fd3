import type { CalledNumberFrom } from '../../phone-account.ts';
import type { SipRequest } from '../sip/message.ts';
import { readCalledNumbers } from '../sip-front/called-number.ts';

const AUTO: CalledNumberFrom = { source: 'auto', header: '' };
const MOST_NUMBERS = 10;

/** The field of a `ringing` event, from the INVITE as it arrived. */
export function calledNumbersOf(
  request: SipRequest | null,
  from: CalledNumberFrom = AUTO,
): { readonly calledNumbers?: string[] } {
  if (request === null) return {};
  const numbers = readCalledNumbers(request, from).slice(0, MOST_NUMBERS);
  return numbers.length === 0 ? {} : { calledNumbers: numbers };
}
