import * as v from 'valibot';
import { CALL_EVENTS, type CallEvent, PHONE_EVENTS, type PhoneEvent } from '../../calls/call-event.ts';
import type { Versioned } from '../../calls/events/event-kind.ts';
import { PAGE_READERS, type PageReport } from '../../calls/sources/tap/softphone-page.ts';
import { adapterSchema } from '../pack/adapter.ts';

/** Name of the port between the script in a softphone's page and the phone host. */
export const TAP_PORT = 'softphone-page';

/** What the phone host tells the script of a page: how its calls are read. */
export const pageOrderSchema = v.object({
  kind: v.literal('adapter'),
  adapter: v.nullable(adapterSchema),
});

type PageEvent = CallEvent | PhoneEvent;

/** A frame gives a few of them, and a page has few calls. */
const MOST_EVENTS = 300;

const KINDS: ReadonlyMap<unknown, Versioned<v.GenericSchema<unknown, PageEvent>>> = new Map(
  [...CALL_EVENTS, ...PHONE_EVENTS].map((kind) => [kind.type, kind]),
);

const envelopeSchema = v.variant('kind', [
  v.object({
    kind: v.literal('opened'),
    carriesSip: v.boolean(),
    events: v.pipe(v.array(v.unknown()), v.maxLength(MOST_EVENTS)),
  }),
  v.object({ kind: v.literal('carries-sip') }),
  v.object({
    kind: v.literal('events'),
    reader: v.exactOptional(v.picklist(PAGE_READERS)),
    events: v.pipe(v.array(v.unknown()), v.maxLength(MOST_EVENTS)),
  }),
]);

/** A message from a page; null for anything else. One event that is malformed spoils all. */
export function parsePageMessage(data: unknown): PageReport | null {
  const parsed = v.safeParse(envelopeSchema, data);
  if (!parsed.success) return null;
  const message = parsed.output;
  if (message.kind === 'carries-sip') return message;
  const events: PageEvent[] = [];
  for (const event of message.events) {
    const parsedEvent = parseEvent(event);
    if (parsedEvent === null) return null;
    events.push(parsedEvent);
  }
  return { ...message, events };
}

function parseEvent(data: unknown): PageEvent | null {
  const type: unknown = typeof data === 'object' && data !== null ? Reflect.get(data, 'type') : null;
  const kind = KINDS.get(type);
  const parsed = kind === undefined ? null : v.safeParse(kind.schema, data);
  return parsed?.success === true ? parsed.output : null;
}
