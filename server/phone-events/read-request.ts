/** Of one request, with its headers: what phones send is a few hundred bytes. */
export const MOST_REQUEST_BYTES = 8 * 1024;

/** What a phone asked for, as bytes: its text may be in one of several encodings. */
export interface PhoneRequest {
  /** Path and query as they stand in the request line, whatever is in between. */
  readonly target: Buffer;
  readonly body: Buffer;
}

export type RequestReading =
  | { readonly state: 'complete'; readonly request: PhoneRequest }
  /** More has to come. */
  | { readonly state: 'incomplete' }
  | { readonly state: 'bad' };

const BAD: RequestReading = { state: 'bad' };
const INCOMPLETE: RequestReading = { state: 'incomplete' };

/**
 * Reads a request of a phone where an HTTP parser would refuse it: everything between the method
 * and the version is the target, with raw spaces, quotes and characters of any encoding.
 * `isEnd`: the phone sends nothing more.
 */
export function readRequest(bytes: Buffer, isEnd: boolean): RequestReading {
  const lineEnd = bytes.indexOf('\n');
  if (lineEnd === -1) return isEnd ? BAD : INCOMPLETE;
  // Latin 1 keeps every byte as one character.
  const line = bytes.subarray(0, lineEnd).toString('latin1').replace(/\r$/, '');
  const [, method = '', target = ''] =
    /^(GET|POST|PUT|HEAD)[ \t]+(.+?)(?:[ \t]+HTTP\/\d(?:\.\d)?)?[ \t]*$/.exec(line) ?? [];
  if (target === '') return BAD;
  const request = (body: Buffer): RequestReading => {
    return { state: 'complete', request: { target: Buffer.from(target, 'latin1'), body } };
  };
  const head = headOf(bytes, lineEnd + 1);
  if (head === null) return isEnd ? request(Buffer.alloc(0)) : INCOMPLETE;
  const body = bytes.subarray(head.bodyAt);
  if (method === 'GET' || method === 'HEAD') return request(Buffer.alloc(0));
  if (/^transfer-encoding:[ \t]*.*chunked/im.test(head.text)) return readChunks(body, isEnd, request);
  const [, length] = /^content-length:[ \t]*(\d{1,6})[ \t]*$/im.exec(head.text) ?? [];
  if (length === undefined) return isEnd || body.length > 0 ? request(body) : INCOMPLETE;
  if (Number(length) > MOST_REQUEST_BYTES) return BAD;
  if (body.length >= Number(length)) return request(body.subarray(0, Number(length)));
  // A phone that counts characters instead of bytes says too much.
  return isEnd ? request(body) : INCOMPLETE;
}

/** Header lines up to the empty one, which ends them with or without carriage returns. */
function headOf(bytes: Buffer, from: number): { readonly text: string; readonly bodyAt: number } | null {
  const rest = bytes.subarray(from).toString('latin1');
  const end = /^\r?\n|\r?\n\r?\n/.exec(rest);
  if (end === null) return null;
  return { text: rest.slice(0, end.index).replaceAll('\r', ''), bodyAt: from + end.index + end[0].length };
}

/** Chunked transfer coding (RFC 9112 §7.1), without trailers. */
function readChunks(
  bytes: Buffer,
  isEnd: boolean,
  request: (body: Buffer) => RequestReading,
): RequestReading {
  const parts: Buffer[] = [];
  for (let at = 0; ; ) {
    const lineEnd = bytes.indexOf('\n', at);
    if (lineEnd === -1) return isEnd ? request(Buffer.concat(parts)) : INCOMPLETE;
    const [, hex] = /^([0-9a-f]{1,4})\s*(?:;.*)?$/i.exec(bytes.toString('latin1', at, lineEnd).trim()) ?? [];
    if (hex === undefined) return BAD;
    const size = Number.parseInt(hex, 16);
    if (size === 0) return request(Buffer.concat(parts));
    const from = lineEnd + 1;
    if (bytes.length < from + size) return isEnd ? request(Buffer.concat(parts)) : INCOMPLETE;
    parts.push(bytes.subarray(from, from + size));
    const after = bytes.indexOf('\n', from + size);
    if (after === -1) return isEnd ? request(Buffer.concat(parts)) : INCOMPLETE;
    at = after + 1;
  }
}
