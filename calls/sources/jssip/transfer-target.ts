import { URI } from 'jssip';
import { readNumber } from '../../numbers/read-number.ts';
import { writtenNumber } from '../../numbers/telephone-number.ts';
import { isAddress, readTarget } from './sip-target.ts';

export interface TransferTarget {
  /** For Refer-To. */
  readonly target: string | URI;
  /** As the agent reads it and may dial it again. */
  readonly shown: string;
}

/**
 * The target of a transfer: what can be dialled, with the extension of a number. The other side
 * dials it, so it must get all of it (RFC 3966 §5.3, in a SIP URI: RFC 3261 §19.1.6). Null for any
 * other text.
 */
export function transferTarget(text: string, domain: string): TransferTarget | null {
  const dialled = readTarget(text);
  if (dialled === null) return null;
  const number = isAddress(text) ? null : readNumber(text);
  if (number === null || number.extension === null) return { target: dialled, shown: dialled };
  const written = writtenNumber(number);
  return { target: new NumberUri(written, domain), shown: written };
}

/** JsSIP escapes the `;` of a telephone number, which then is a part of its digits. */
class NumberUri extends URI {
  readonly #text: string;

  constructor(number: string, domain: string) {
    super('sip', number, domain);
    this.#text = `sip:${number}@${domain}`;
  }

  override toString(): string {
    return this.#text;
  }
}
