type Scalar = string | number | boolean;

const LONGEST_TEXT = 65_536;
/** Key under which a message has the answers of getter methods: `{ 'args.0.getId()': 'x' }`. */
export const ANSWERS_KEY = '()';

/**
 * The text, number or boolean at a place of a message; null where there is none. Own members
 * only: what a message inherits is not part of it. A text of JSON on the way is read.
 */
export function readPath(message: unknown, path: string): Scalar | null {
  if (path.includes('(')) return scalarOf(ownMember(ownMember(message, ANSWERS_KEY), path));
  return scalarOf(placeIn(message, path));
}

/** Whatever is at a place; undefined where nothing is. */
export function placeIn(message: unknown, path: string): unknown {
  let place: unknown = message;
  for (const name of path.split('.')) {
    place = ownMember(typeof place === 'string' ? (jsonIn(place) ?? place) : place, name);
    if (place === undefined) return undefined;
  }
  return place;
}

/** A text of JSON that is an object or a list; undefined for any other text. */
export function jsonIn(text: string): unknown {
  if (text.length > LONGEST_TEXT || !/^\s*[[{]/.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function ownMember(place: unknown, name: string): unknown {
  if (typeof place !== 'object' || place === null) return undefined;
  try {
    const member = Object.getOwnPropertyDescriptor(place, name);
    return member !== undefined && 'value' in member ? member.value : undefined;
  } catch {
    // A proxy of the page.
    return undefined;
  }
}

function scalarOf(value: unknown): Scalar | null {
  if (typeof value === 'string') return value.length > LONGEST_TEXT ? null : value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  return typeof value === 'boolean' ? value : null;
}
