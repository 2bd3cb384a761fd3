import { clippedText } from '../../calls/vocabulary/bounded-text.ts';
import { numberInText } from '../../contract/numbers/number-in-text.ts';
import type { AdapterEventName, AdapterRule } from '../../contract/pack/adapter-rule.ts';
import { placeIn, readPath } from './read-path.ts';

/** What a message says of a call, or of the phone. */
export interface AdapterSignal {
  readonly event: AdapterEventName;
  /** The product's id of the call; null where it has none. */
  readonly call: string | null;
  readonly number: string | null;
  readonly name: string | null;
  readonly direction: 'inbound' | 'outbound' | null;
  readonly queue: string | null;
  readonly hungUpBy: 'agent' | 'remote-party' | null;
}

const LONGEST = 200;

/** What the first rule that fits says of a message; null if none fits. */
export function matchRules(rules: readonly AdapterRule[], message: unknown): AdapterSignal | null {
  const rule = rules.find(({ when }) => when.every((condition) => holds(condition, message)));
  return rule === undefined ? null : signalOf(rule, message);
}

function holds(condition: AdapterRule['when'][number], message: unknown): boolean {
  const { path, is, not, contains, exists } = condition;
  const value = readPath(message, path);
  if (exists !== undefined) {
    const isThere = value === null ? placeIn(message, path) != null : value !== '';
    if (exists !== isThere) return false;
  }
  if (is !== undefined && !isOneOf(value, is)) return false;
  if (not !== undefined && isOneOf(value, not)) return false;
  if (contains !== undefined && !(typeof value === 'string' && value.includes(contains))) return false;
  return is !== undefined || not !== undefined || contains !== undefined || exists !== undefined
    ? true
    : value !== null;
}

type Expected = NonNullable<AdapterRule['when'][number]['is']>;

/** `1` and `"1"` are the same: products are not strict about it either. */
function isOneOf(value: unknown, expected: Expected | undefined): boolean {
  if (value === null || value === undefined || expected === undefined) return false;
  const all = typeof expected === 'object' ? expected : [expected];
  return all.some((one) => String(one) === String(value));
}

function signalOf(rule: AdapterRule, message: unknown): AdapterSignal {
  const direction = directionOf(rule.direction, message);
  const text = (places: AdapterRule['number']) => firstText(placesFor(places, direction), message);
  const number = text(rule.number);
  return {
    event: rule.event,
    direction,
    call: firstText(placesFor(rule.call, direction), message),
    number: number === null ? null : plainNumber(number),
    name: text(rule.name),
    queue: firstText(placesFor(rule.queue, direction), message),
    hungUpBy: hangUpSideOf(rule.hungUpBy, message),
  };
}

function placesFor(places: AdapterRule['number'], direction: AdapterSignal['direction']): readonly string[] {
  if (places === undefined) return [];
  if (typeof places === 'string') return [places];
  if ('inbound' in places) return placesFor(places[direction ?? 'inbound'], direction);
  return places;
}

function firstText(paths: readonly string[], message: unknown): string | null {
  for (const path of paths) {
    const value = readPath(message, path);
    if (value === null || typeof value === 'boolean') continue;
    const text = clippedText(String(value).trim(), LONGEST);
    if (text !== '') return text;
  }
  return null;
}

function directionOf(direction: AdapterRule['direction'], message: unknown): AdapterSignal['direction'] {
  if (direction === undefined || typeof direction === 'string') return direction ?? null;
  const value = readPath(message, direction.path);
  if (isOneOf(value, direction.inbound)) return 'inbound';
  if (isOneOf(value, direction.outbound)) return 'outbound';
  // One side alone is named: any other value is the other side.
  if (value === null || (direction.inbound !== undefined && direction.outbound !== undefined)) return null;
  return direction.inbound === undefined ? 'inbound' : 'outbound';
}

function hangUpSideOf(side: AdapterRule['hungUpBy'], message: unknown): AdapterSignal['hungUpBy'] {
  if (side === undefined || typeof side === 'string') return side ?? null;
  const value = readPath(message, side.path);
  if (isOneOf(value, side.agent)) return 'agent';
  return isOneOf(value, side.remote) ? 'remote-party' : null;
}

/** The number in an address or a text; the text itself, where it is masked or a name. */
function plainNumber(text: string): string {
  const [subscriber = ''] = text.replace(/^(?:sips?|tel|callto):/i, '').split(/[@;]/);
  if (/^\+?\d+$/.test(subscriber) || /[*xX]{2}/.test(subscriber)) return subscriber;
  const written = /\+?\d[\d ()./-]{1,22}\d/.exec(subscriber)?.[0] ?? subscriber;
  return numberInText(written) ?? subscriber;
}
