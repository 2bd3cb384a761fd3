import { expect } from 'vitest';
import type { CallEvent } from '../../calls/call-event.ts';
import type { StoryOptions } from './story/open-story.ts';
import type { Story } from './story/story.ts';
import { webrtcSdp } from './wire/sdp.ts';
import { type RequestParts, writeRequest } from './wire/write-request.ts';

/** One row of a table: what the server does, and what must be true then. */
export interface SipCase extends StoryOptions {
  readonly name: string;
  /** RFC and section: `3261 8.2.6`. */
  readonly rfc: string;
  /** Runs in Firefox too. */
  readonly firefox?: true;
  readonly story: (story: Story) => Promise<void>;
}

interface RawCase extends Omit<SipCase, 'story'> {
  /** The request by its parts; INVITE with an ordinary offer, if not said otherwise. */
  readonly sends: RequestParts;
  /**
   * `ring`: 180, and 200 when the agent answers. A number or a list: this final status and no
   * ring. `final`: any answer; a call that rings is cancelled.
   */
  readonly mustAnswer: 'ring' | 'final' | number | readonly number[];
  /** Part of the event that the agent's screen is drawn from. */
  readonly agentSees?: Partial<CallEvent & { type: 'ringing' }>;
}

/** A case of one request. */
export function rawCase({ sends, mustAnswer, agentSees, ...rest }: RawCase): SipCase {
  return {
    ...rest,
    async story(story) {
      if (mustAnswer === 'ring') {
        const call = await story.talks(sends);
        if (agentSees !== undefined) expect(call.ringing).toMatchObject(agentSees);
        await story.hangsUp(call);
        return;
      }
      const isInvite = (sends.method ?? 'INVITE') === 'INVITE';
      const parts = isInvite ? { body: webrtcSdp(), ...sends } : sends;
      const status = await story.finalStatus(writeRequest(parts, story.address));
      if (typeof mustAnswer === 'number') expect(status).toBe(mustAnswer);
      else if (typeof mustAnswer !== 'string') expect(mustAnswer).toContain(status);
    },
  };
}
