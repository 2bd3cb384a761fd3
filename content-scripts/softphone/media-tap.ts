import type { CallEvent, CallId } from '../../calls/call-event.ts';
import { MEDIA_LIMITS } from '../../calls/sources/tap/media-limits.ts';
import { MediaReader } from '../../calls/sources/tap/media-reader.ts';
import type { MediaSample } from '../../calls/sources/tap/media-sample.ts';
import { closedSample, samplePeer } from './sample-peer.ts';

interface MediaTapPorts {
  /** Sends events of the page's calls to the phone host. */
  readonly report: (events: readonly CallEvent[]) => void;
  /** False while the page's signalling shows its calls: a call that began goes on. */
  readonly isNeeded: () => boolean;
  readonly newId: () => CallId;
  readonly now: () => number;
  readonly after: (ms: number, task: () => void) => () => void;
}

interface FollowedPeer {
  /** A page that lets its connection go ends it: nothing here keeps it alive. */
  readonly peer: WeakRef<RTCPeerConnection>;
  isSampling: boolean;
}

/** Reads the calls of one page by the audio of its peer connections. Only events leave it. */
export class MediaTap {
  readonly #ports: MediaTapPorts;
  readonly #reader: MediaReader;
  readonly #peers = new Map<number, FollowedPeer>();
  #newest = 0;
  #stopTimer: (() => void) | null = null;

  constructor(ports: MediaTapPorts) {
    this.#ports = ports;
    this.#reader = new MediaReader(ports.newId);
  }

  /** The events of the calls that are up. */
  get history(): readonly CallEvent[] {
    return this.#reader.history;
  }

  follow(peer: RTCPeerConnection): void {
    this.#check();
    if (this.#peers.size >= MEDIA_LIMITS.connections) return;
    this.#newest += 1;
    this.#peers.set(this.#newest, { peer: new WeakRef(peer), isSampling: false });
    // The listener holds this world's object of the connection for as long as the connection is.
    peer.addEventListener('connectionstatechange', () => {
      if (peer.connectionState !== 'closed') this.#check();
    });
    this.#check();
  }

  stop(): void {
    this.#stopTimer?.();
    this.#stopTimer = null;
    this.#peers.clear();
  }

  #check(): void {
    let isBusy = false;
    for (const [id, followed] of [...this.#peers]) {
      const peer = followed.peer.deref();
      if (peer === undefined || peer.connectionState === 'closed') {
        this.#peers.delete(id);
        this.#read(closedSample(id));
      } else if (this.#isWatched(peer)) {
        isBusy = true;
        if (!followed.isSampling) void this.#sample(id, followed, peer);
      }
    }
    this.#stopTimer?.();
    this.#stopTimer = isBusy ? this.#ports.after(MEDIA_LIMITS.sampleMs, () => this.#check()) : null;
  }

  /** A call that is up is followed to its end, also while its network is away. */
  #isWatched({ connectionState }: RTCPeerConnection): boolean {
    if (this.#reader.history.length > 0) return connectionState !== 'new';
    return connectionState === 'connected' && this.#ports.isNeeded();
  }

  async #sample(id: number, followed: FollowedPeer, peer: RTCPeerConnection): Promise<void> {
    followed.isSampling = true;
    try {
      const sample = await samplePeer(peer, id);
      if (this.#peers.has(id)) this.#read(sample);
    } catch {
      // Closed meanwhile: the next check sees it.
    } finally {
      followed.isSampling = false;
    }
  }

  #read(sample: MediaSample): void {
    const events = this.#reader.read(sample, this.#ports.now());
    if (events.length > 0) this.#ports.report(events);
  }
}
