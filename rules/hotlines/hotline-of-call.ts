import type { Call } from '../../calls/call.ts';
import { numberForm } from '../../contract/numbers/number-form.ts';
import type { Hotline } from '../../contract/pack/hotline.ts';
import type { Pack } from '../../contract/pack/pack.ts';

/**
 * The hotline that the caller dialled; null for an outbound call, for a number that is none of the
 * pack's, and where the phone system does not say it. The numbers of the call are tried in their
 * order. A whole number goes before a beginning, and a longer beginning before a shorter one.
 */
export function hotlineOfCall(call: Pick<Call, 'direction' | 'calledNumbers'>, pack: Pack): Hotline | null {
  if (call.direction !== 'inbound') return null;
  for (const called of call.calledNumbers ?? []) {
    let best: { readonly hotline: Hotline; readonly fit: number } | null = null;
    for (const hotline of pack.hotlines ?? []) {
      const fit = Math.max(...hotline.numbers.map((pattern) => fitOf(pattern, called)));
      if (fit > (best?.fit ?? 0)) best = { hotline, fit };
    }
    if (best !== null) return best.hotline;
  }
  return null;
}

/** How well a pattern fits: 0 not at all, else by the length that it names. */
function fitOf(pattern: string, called: string): number {
  if (!pattern.endsWith('*')) return formOf(pattern) === formOf(called) ? Number.POSITIVE_INFINITY : 0;
  const beginning = plainOf(pattern).replace(/^86(?=\d)/, /^\s*(?:\+|00)/.test(pattern) ? '' : '86');
  return [plainOf(called), formOf(called)].some((form) => form.startsWith(beginning)) ? beginning.length : 0;
}

/** The spelling by which whole numbers are compared. */
function formOf(text: string): string {
  return isName(text) ? plainOf(text) : (numberForm(text) ?? plainOf(text));
}

/** Digits as dialled, without leading zeros; a SIP user with letters as text in lower case. */
function plainOf(text: string): string {
  const plain = text.normalize('NFKC').trim().replace(/\*$/, '');
  return isName(plain) ? plain.toLowerCase() : plain.replace(/\D/g, '').replace(/^0+/, '');
}

function isName(text: string): boolean {
  return /\p{L}/u.test(text);
}
