import { jsonIn, placeIn } from './read-path.ts';

const MOST = 50;
/** Longest prefix before JSON: a packet type of Engine.IO, `a` of SockJS. */
const PREFIX = /^[a-z0-9]{0,8}(?:\/[\w-]{0,60},)?\d{0,8}(?=[[{])/;

/**
 * The messages in what passed: an object, a text of JSON, or a list of either. A list such as
 * `["event", {…}]` is one message. `each` names where an answer lists its events.
 */
export function messagesIn(data: unknown, each?: string): readonly unknown[] {
  const whole = typeof data === 'string' ? jsonIn(withoutPrefix(data)) : data;
  if (typeof whole !== 'object' || whole === null) return [];
  if (each !== undefined) {
    const listed = placeIn(whole, each);
    const list = typeof listed === 'string' ? jsonIn(listed) : listed;
    return Array.isArray(list) ? list.slice(0, MOST) : [];
  }
  if (!Array.isArray(whole)) return [whole];
  const parts = whole.slice(0, MOST).map((part) => (typeof part === 'string' ? jsonIn(part) : part));
  return parts.every((part) => typeof part === 'object' && part !== null) ? parts : [whole];
}

function withoutPrefix(text: string): string {
  const trimmed = text.trimStart();
  return trimmed.slice(PREFIX.exec(trimmed)?.[0].length ?? 0);
}
