import { decodeBytes, decodeText } from './decode-bytes.ts';
import type { PhoneRequest } from './read-request.ts';
import { nameOf, type Pair } from './value-name.ts';
import { valuesOfXml } from './values-of-xml.ts';

/** What a request says: whose token, the parts of its path after it, and named values. */
export interface PhoneValues {
  readonly token: string;
  readonly parts: readonly string[];
  /** The first value of each name, which is in lower case and without signs. */
  readonly named: ReadonlyMap<string, string>;
  /** The same of other calls that the message names too. */
  readonly others: readonly ReadonlyMap<string, string>[];
}

const PREFIX = '/phone-events/';

/** A phone sends about ten. */
const MOST_VALUES = 60;

/** Null for another path, or none with a token. */
export function readValues({ target, body }: PhoneRequest): PhoneValues | null {
  const at = target.indexOf(PREFIX);
  if (at === -1) return null;
  const rest = target.subarray(at + PREFIX.length).toString('latin1');
  const [, token = '', more = ''] = /^([0-9A-Za-z-]{1,80})(?![^/?&])(.*)$/s.exec(rest) ?? [];
  if (token === '') return null;
  // A number may contain `#`, a path none of the other two.
  const queryAt = more.search(/[?&]/);
  const path = queryAt === -1 ? more : more.slice(0, queryAt);
  const query = queryAt === -1 ? '' : more.slice(queryAt + 1);
  const segments = path.split('/').filter((segment) => segment !== '');
  const isPair = (segment: string) => /^[\w.-]{1,40}=/.test(segment);
  const inLine = [...segments.filter(isPair).flatMap(pairsOf), ...pairsOf(query)];
  const { pairs, others } = valuesOfBody(body);
  const parts = segments.filter((segment) => !isPair(segment)).map((segment) => decode(segment));
  return {
    ...{ token, parts, named: firstOfEach([...inLine, ...pairs]) },
    others: others.map((other) => firstOfEach([...other, ...inLine])),
  };
}

function firstOfEach(pairs: readonly Pair[]): ReadonlyMap<string, string> {
  const named = new Map<string, string>();
  for (const [name, value] of pairs.slice(0, MOST_VALUES))
    if (value.trim() !== '' && !named.has(name)) named.set(name, value);
  return named;
}

/**
 * `a=1&b=2`. A piece without `=` belongs to the value before it: an `&` in a name was not encoded.
 */
function pairsOf(text: string): readonly Pair[] {
  const pieces: string[] = [];
  for (const piece of text.split('&')) {
    const last = pieces.pop();
    if (/^[\w.$-]{1,40}=/.test(piece) || last === undefined)
      pieces.push(...(last === undefined ? [] : [last]), piece);
    else pieces.push(`${last}&${piece}`);
  }
  return pieces.flatMap((piece): readonly Pair[] => {
    const equals = piece.indexOf('=');
    return equals === -1 ? [] : [[nameOf(piece.slice(0, equals)), decode(piece.slice(equals + 1))]];
  });
}

/** XML, JSON, or the form of a query. */
function valuesOfBody(body: Buffer): ReturnType<typeof valuesOfXml> {
  const text = decodeText(body).trim();
  if (text.startsWith('<')) return valuesOfXml(text);
  const pairs = text.startsWith('{') ? valuesOfJson(text) : pairsOf(body.toString('latin1').trim());
  return { pairs, others: [] };
}

function valuesOfJson(text: string): readonly Pair[] {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return [];
  }
  return flat(json, 3);
}

function flat(json: unknown, depth: number): readonly Pair[] {
  if (typeof json !== 'object' || json === null || depth === 0) return [];
  return Object.entries(json).flatMap(([name, value]: [string, unknown]): readonly Pair[] => {
    if (typeof value === 'string' || typeof value === 'number') return [[nameOf(name), String(value)]];
    return flat(value, depth - 1);
  });
}

function decode(raw: string): string {
  return decodeBytes(Buffer.from(raw, 'latin1'));
}
