import { listen } from '../audio/ear.ts';
import { EAR_FILES } from '../audio/ear-assets.ts';
import type { CallStanding } from '../audio/ear-input.ts';
import type { EarThresholds } from '../audio/ear-thresholds.ts';
import type { LineMeter } from '../audio/line-meter.ts';
import { readLineStats } from '../audio/read-line-stats.ts';
import type { Call } from '../calls/call.ts';
import type { CallId } from '../calls/call-event.ts';
import { findCall, type Phone } from '../calls/fold-phone.ts';
import type { LineEvent } from '../calls/line-event.ts';
import type { CallMedia } from '../calls/media-access.ts';

interface LineDeskPorts {
  readonly phone: () => Phone;
  readonly mediaOf: (call: CallId) => CallMedia | undefined;
  readonly thresholds: EarThresholds;
  /** False once the agent has switched listening off: asked anew when settings change, in mid-call too. */
  readonly loadMayListen: () => Promise<boolean>;
  readonly emit: (event: LineEvent) => void;
  readonly showMeter: (call: CallId, meter: LineMeter) => void;
  readonly now: () => number;
}

/** One ear a call, from the answer to the end and not a moment longer; nothing it hears is kept or leaves the machine. */
export class LineDesk {
  readonly #ports: LineDeskPorts;
  readonly #ears = new Map<CallId, { readonly media: CallMedia; readonly stop: () => void }>();
  /** Not a moment before the agent's choice is known. */
  #mayListen = false;

  constructor(ports: LineDeskPorts) {
    this.#ports = ports;
  }

  async settingsChanged(): Promise<void> {
    this.#mayListen = await this.#ports.loadMayListen();
    this.follow();
  }

  /** After every event, and when a call's media arrive. */
  follow(): void {
    const { phone, mediaOf } = this.#ports;
    const established = phone().calls.filter(({ state }) => state === 'established');
    for (const [id, ear] of this.#ears) {
      const isUp = established.some((call) => call.id === id);
      if (!isUp || !this.#mayListen || mediaOf(id) !== ear.media) this.#stop(id, isUp);
    }
    if (!this.#mayListen) return;
    for (const { id } of established) {
      const media = mediaOf(id);
      if (media !== undefined && !this.#ears.has(id)) this.#start(id, media);
    }
  }

  #start(call: CallId, media: CallMedia): void {
    const [remote] = media.remote.getAudioTracks();
    if (remote === undefined) return;
    const { thresholds, emit, showMeter, now, phone } = this.#ports;
    const { stop } = listen({
      call,
      remote,
      own: media.own?.getAudioTracks()[0] ?? null,
      stats: async () => readLineStats(await media.readStats()),
      standing: () => standingOf(findCall(phone(), call)),
      thresholds,
      assets: EAR_FILES,
      emit,
      meter: (meter) => showMeter(call, meter),
      failed: (why) => {
        console.warn('ear: the line cannot be heard, the agent picks by hand', why);
        stop();
        this.#tellStopped(call);
      },
      now,
    });
    this.#ears.set(call, { media, stop });
  }

  #stop(call: CallId, isUp: boolean): void {
    this.#ears.get(call)?.stop();
    this.#ears.delete(call);
    if (isUp) this.#tellStopped(call);
  }

  #tellStopped(call: CallId): void {
    this.#ports.emit({ type: 'listening-stopped', call, at: this.#ports.now(), confidence: 1 });
  }
}

function standingOf(call: Call | undefined): CallStanding {
  if (call?.state !== 'established') return { muted: false, held: false };
  const { hold, mutedSince } = call;
  return { muted: mutedSince !== null, held: hold.local !== null || hold.remote !== null };
}
