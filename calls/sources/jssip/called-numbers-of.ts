import type { CalledNumberFrom } from '../../phone-account.ts';
import { parseMessage } from '../sip/parse-message.ts';
import { readCalledNumbers } from '../sip-front/called-number.ts';

const AUTO: CalledNumberFrom = { source: 'auto', header: '' };
const MOST_NUMBERS = 10;

/** The field of a `ringing` event, from the INVITE as JsSIP keeps it. */
export function calledNumbersOf(
  request: object,
  from: CalledNumberFrom = AUTO,
): { readonly calledNumbers?: string[] } {
  const text: unknown = Reflect.get(request, 'data');
  const parsed = typeof text === 'string' ? parseMessage(text) : null;
  if (parsed === null || !parsed.ok || parsed.message.kind !== 'request') return {};
  const numbers = readCalledNumbers(parsed.message, from).slice(0, MOST_NUMBERS);
  return numbers.length === 0 ? {} : { calledNumbers: numbers };
}
