import { ServerResponse } from 'node:http';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import * as v from 'valibot';
import { writeFrame } from '../../contract/api/events/event-frames.ts';
import { eventsApi } from '../../contract/api/events/server-event.ts';
import { refuse } from '../http/refuse.ts';
import { type RoutesOf, serve } from '../http/serve.ts';
import { isAddressed } from './audience.ts';
import { EventStream } from './event-stream.ts';
import type { Listener } from './listener.ts';
import { readEvents } from './read-events.ts';

/** A browser has one stream for its panel and one for each open page of the lead. */
const MOST_STREAMS_A_DEVICE = 8;

const stream = serve(eventsApi.stream, async ({ actor, context, ports }) => {
  const { db, events, allowedOrigins } = ports;
  const response: unknown = context.env?.outgoing;
  if (!(response instanceof ServerResponse)) return refuse('unavailable');
  const { org, team, number, role, device } = actor;
  if (events.listeners().filter((other) => other.device === device).length >= MOST_STREAMS_A_DEVICE) {
    return refuse('too-many');
  }
  const origin = context.req.header('origin') ?? '';
  const cors = allowedOrigins.includes(origin) ? { 'access-control-allow-origin': origin } : {};
  const stream = new EventStream(response, cors);
  const listener: Listener = {
    ...{ org, team, number, role, device },
    write: (frame, seq) => stream.write(frame, seq),
    close: () => stream.close(),
  };
  response.on('close', () => events.detach(listener));
  // Who has left before this line causes no event: the stream would count for ever.
  if (response.destroyed) return new Response(null, RESPONSE_ALREADY_SENT);
  const newest = await events.attach(listener);
  const last = v.safeParse(LAST_EVENT, context.req.header('last-event-id'));
  const from = last.success ? last.output : newest;
  const found = from === newest ? [] : await readEvents(db, { org, team }, from);
  const missed = (found ?? []).filter(({ seq }) => seq <= newest);
  const frames = missed
    .filter(({ audience }) => isAddressed(actor, audience))
    .map(({ seq, event }) => Buffer.from(writeFrame(String(seq), event)));
  stream.begin(frames, missed.length === newest - from ? 'hello' : 'reset', newest);
  // A copy, because the original may be older than the adapter's own Response class.
  return new Response(null, RESPONSE_ALREADY_SENT);
});

const LAST_EVENT = v.pipe(v.string(), v.regex(/^\d{1,15}$/), v.transform(Number));

export const eventRoutes: RoutesOf<typeof eventsApi> = { stream };
