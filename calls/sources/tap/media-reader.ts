import type { CallEvent, CallId, Instant } from '../../call-event.ts';
import type { HoldOriginator } from '../../vocabulary/hold-originator.ts';
import { AudioConnection } from './audio-connection.ts';
import { MEDIA_LIMITS } from './media-limits.ts';
import type { MediaSample } from './media-sample.ts';

interface AudioCall {
  readonly id: CallId;
  readonly held: Set<HoldOriginator>;
  readonly events: CallEvent[];
}

interface Followed {
  readonly audio: AudioConnection;
  call: AudioCall | null;
}

const SIDES: readonly HoldOriginator[] = ['local', 'remote'];

/**
 * The calls of one page by the audio of its peer connections, where nothing else shows them. A
 * call begins with its answer: audio goes both ways on one connection. It ends when the connection
 * is closed, or both sides are silent. Two connections that lead to each other are a test.
 */
export class MediaReader {
  readonly #followed = new Map<number, Followed>();
  readonly #newId: () => CallId;

  constructor(newId: () => CallId) {
    this.#newId = newId;
  }

  /** The events of the calls that are up. */
  get history(): readonly CallEvent[] {
    return [...this.#followed.values()].flatMap(({ call }) => call?.events ?? []);
  }

  read(sample: MediaSample, at: Instant): readonly CallEvent[] {
    const followed = this.#followed.get(sample.connection);
    if (followed === undefined) {
      if (sample.state === 'closed' || this.#followed.size >= MEDIA_LIMITS.connections) return [];
      this.#followed.set(sample.connection, { audio: new AudioConnection(sample), call: null });
      return [];
    }
    followed.audio.apply(sample, at);
    if (sample.state === 'closed') this.#followed.delete(sample.connection);
    return followed.call === null ? this.#begin(followed) : continueCall(followed, followed.call, at);
  }

  #begin(followed: Followed): readonly CallEvent[] {
    const { audio } = followed;
    const since = audio.talkingSince;
    const others = [...this.#followed.values()].filter((other) => other !== followed);
    if (since === null || others.some((other) => audio.leadsTo(other.audio))) return [];
    const id = this.#newId();
    const begin: readonly CallEvent[] = [
      {
        ...{ type: 'ringing', call: id, at: since, queuedMs: null, mediaOnly: true, watchOnly: true },
        remoteParty: { number: '', displayName: null },
      },
      { type: 'answered', call: id, at: since },
    ];
    followed.call = { id, held: new Set(), events: [...begin] };
    return begin;
  }
}

function continueCall(followed: Followed, call: AudioCall, at: Instant): readonly CallEvent[] {
  const endedAt = followed.audio.endedAt(at);
  if (endedAt !== null) {
    followed.call = null;
    // Nothing says who hung up: it is not held against the agent.
    const end = { how: 'hung-up', by: 'remote-party' } as const;
    return [{ type: 'ended', call: call.id, at: endedAt, end }];
  }
  const events = SIDES.flatMap((side) => holdEvent(call, side, followed.audio.holders.has(side), at));
  call.events.push(...events);
  return events;
}

function holdEvent(
  { id, held }: AudioCall,
  side: HoldOriginator,
  holds: boolean,
  at: Instant,
): readonly CallEvent[] {
  if (held.has(side) === holds) return [];
  if (holds) held.add(side);
  else held.delete(side);
  return [{ type: holds ? 'held' : 'resumed', call: id, at, holdOriginator: side }];
}
