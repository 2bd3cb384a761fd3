/** A SIP message as it is on the wire, read without judging it. */
export interface Frame {
  readonly text: string;
  readonly start: string;
  /** Header lines in their order, unfolded; names in lower case and in their long form. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string;
}

/** RFC 3261 §7.3.3 and the RFCs that define each. */
const LONG_FORMS: Readonly<Record<string, string>> = {
  a: 'accept-contact',
  b: 'referred-by',
  c: 'content-type',
  d: 'request-disposition',
  e: 'content-encoding',
  f: 'from',
  i: 'call-id',
  k: 'supported',
  l: 'content-length',
  m: 'contact',
  o: 'event',
  r: 'refer-to',
  s: 'subject',
  t: 'to',
  u: 'allow-events',
  v: 'via',
  x: 'session-expires',
};

/**
 * A reader of its own, so that a mistake of the product's reader does not hide itself. It accepts
 * everything.
 */
export function readFrame(text: string): Frame {
  const from = /^(?:\r\n)*/.exec(text)?.[0].length ?? 0;
  const end = text.indexOf('\r\n\r\n', from);
  const head = text.slice(from, end === -1 ? undefined : end).replace(/\r\n[ \t]+/g, ' ');
  const [start = '', ...lines] = head.split('\r\n');
  return {
    text,
    start,
    headers: lines.map((line) => {
      const colon = line.indexOf(':');
      const name = line.slice(0, Math.max(colon, 0)).trim().toLowerCase();
      return [LONG_FORMS[name] ?? name, line.slice(colon + 1).trim()];
    }),
    body: end === -1 ? '' : text.slice(end + 4),
  };
}

/** The value of the first header line with this name. */
export function headerValue(frame: Frame, name: string): string | undefined {
  return frame.headers.find(([one]) => one === name)?.[1];
}

export function headerValues(frame: Frame, name: string): readonly string[] {
  return frame.headers.filter(([one]) => one === name).map(([, value]) => value);
}

/** The status of a response; null for a request. */
export function statusOf({ start }: Frame): number | null {
  const status = /^SIP\/2\.0 (\d{3})(?: |$)/i.exec(start)?.[1];
  return status === undefined ? null : Number(status);
}

/** The method of a request; null for a response. */
export function methodOf(frame: Frame): string | null {
  return statusOf(frame) === null ? (/^\s*(\S+)/.exec(frame.start)?.[1] ?? null) : null;
}

/** Number and method of CSeq, which tell what a response answers. */
export function cseqOf(frame: Frame): { readonly number: number; readonly method: string } {
  const match = /^(\d+)\s+(\S+)$/.exec(headerValue(frame, 'cseq') ?? '');
  return { number: Number(match?.[1] ?? Number.NaN), method: match?.[2] ?? '' };
}

/** The URI between the angle brackets of a name-addr, or before the parameters. */
export function uriIn(value: string): string {
  return /<([^>]*)>/.exec(value)?.[1] ?? value.split(';')[0]?.trim() ?? '';
}

export function tagIn(value: string): string | undefined {
  return /;\s*tag\s*=\s*([^\s;>]+)/i.exec(value)?.[1];
}
