import { cseqOf, headerValue, headerValues, readFrame } from '../wire/frame.ts';

const ADDRESS =
  /^(?:"[\w .]*"|[\w .]*)\s*<(?:sips?:[\w.+-]+@[a-z][\w.-]*[a-z]|tel:\+\d+)>(?:;[\w-]+=[\w.-]+)*$/;

/**
 * True for a request that any phone must answer: its Via, From, To, Call-ID and CSeq are in their
 * plainest form and there once. Requests that are only nearly so may be dropped or answered.
 */
export function mustBeAnswered(text: string): boolean {
  if (
    !/^[A-Z]+ sip:[\w.@;=-]+ SIP\/2\.0\r\n/.test(text) ||
    text.startsWith('ACK ') ||
    !text.includes('\r\n\r\n')
  )
    return false;
  const head = text.slice(0, text.indexOf('\r\n\r\n'));
  if (/[\p{Cc}\p{Cs}]|\r(?!\n)|(?<!\r)\n/u.test(head.replaceAll('\r\n', ''))) return false;
  const frame = readFrame(text);
  const once = ['from', 'to', 'call-id', 'cseq', 'via'].every(
    (name) => headerValues(frame, name).length === 1,
  );
  const { number, method } = cseqOf(frame);
  return (
    once &&
    frame.headers.every(([name]) => /^[\w-]+$/.test(name)) &&
    /^SIP\/2\.0\/\w+ [\w.]+;branch=z9hG4bK\w+$/.test(headerValue(frame, 'via') ?? '') &&
    ADDRESS.test(headerValue(frame, 'from') ?? '') &&
    /;tag=\w/.test(headerValue(frame, 'from') ?? '') &&
    ADDRESS.test(headerValue(frame, 'to') ?? '') &&
    /^[\w.@-]+$/.test(headerValue(frame, 'call-id') ?? '') &&
    number >= 0 &&
    number < 2 ** 31 &&
    text.startsWith(`${method} `)
  );
}
