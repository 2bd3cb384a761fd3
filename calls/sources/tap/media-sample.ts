import type { HoldOriginator } from '../../vocabulary/hold-originator.ts';
import type { MediaDirection } from './media-direction.ts';

/** One RTP stream of audio; the ids of two connections tell whether they lead to each other. */
export interface AudioFlow {
  readonly ssrc: number;
  readonly packets: number;
}

/** What the statistics of a peer connection say of its audio at one moment. */
export interface MediaSample {
  /** Names the connection within its page. */
  readonly connection: number;
  /** `away`: its network is lost for now. */
  readonly state: 'connected' | 'away' | 'closed';
  readonly received: readonly AudioFlow[];
  readonly sent: readonly AudioFlow[];
  /** Agreed on, from the side of the page; null while there is no audio. */
  readonly direction: MediaDirection | null;
  /** Who made the offer that was agreed on last. */
  readonly offeredBy: HoldOriginator;
}
