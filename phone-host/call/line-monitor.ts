import { ANALYSER_FILES } from '../../audio/analyser-assets.ts';
import type { CallStatus } from '../../audio/analyser-input.ts';
import { startLineAnalyser } from '../../audio/line-analyser.ts';
import type { LineMeter } from '../../audio/line-meter.ts';
import type { LineThresholds } from '../../audio/line-thresholds.ts';
import { readLineStats } from '../../audio/read-line-stats.ts';
import type { Call } from '../../calls/call.ts';
import type { CallId } from '../../calls/call-event.ts';
import { findCall, type Phone } from '../../calls/fold-phone.ts';
import type { LineEvent } from '../../calls/line-event.ts';
import type { CallMedia } from '../../calls/media-access.ts';

interface LineMonitorPorts {
  readonly phone: () => Phone;
  readonly mediaOf: (call: CallId) => CallMedia | undefined;
  readonly thresholds: LineThresholds;
  /** False once the agent has switched listening off: asked anew when settings change, in mid-call too. */
  readonly loadMayListen: () => Promise<boolean>;
  readonly emit: (event: LineEvent) => void;
  readonly showMeter: (call: CallId, meter: LineMeter) => void;
  readonly now: () => number;
}

/** One ear a call, from the answer to the end and not a moment longer; nothing it hears is kept or leaves the machine. */
export class LineMonitor {
  readonly #ports: LineMonitorPorts;
  readonly #analysers = new Map<CallId, { readonly media: CallMedia; readonly stop: () => void }>();
  /** Not a moment before the agent's choice is known. */
  #mayListen = false;

  constructor(ports: LineMonitorPorts) {
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
    for (const [id, analyser] of this.#analysers) {
      const isUp = established.some((call) => call.id === id);
      if (!isUp || !this.#mayListen || mediaOf(id) !== analyser.media) this.#stop(id, isUp);
    }
    if (!this.#mayListen) return;
    for (const { id } of established) {
      const media = mediaOf(id);
      if (media !== undefined && !this.#analysers.has(id)) this.#start(id, media);
    }
  }

  #start(call: CallId, media: CallMedia): void {
    const [remote] = media.remote.getAudioTracks();
    if (remote === undefined) return;
    const { thresholds, emit, showMeter, now, phone } = this.#ports;
    const { stop } = startLineAnalyser({
      call,
      remote,
      own: media.own?.getAudioTracks()[0] ?? null,
      stats: async () => readLineStats(await media.readStats()),
      callStatus: () => callStatusOf(findCall(phone(), call)),
      thresholds,
      assets: ANALYSER_FILES,
      emit,
      meter: (meter) => showMeter(call, meter),
      failed: (why) => {
        console.warn('line: no sound of the call, the agent picks by hand', why);
        stop();
        this.#recordStopped(call);
      },
      now,
    });
    this.#analysers.set(call, { media, stop });
  }

  #stop(call: CallId, isUp: boolean): void {
    this.#analysers.get(call)?.stop();
    this.#analysers.delete(call);
    if (isUp) this.#recordStopped(call);
  }

  #recordStopped(call: CallId): void {
    this.#ports.emit({ type: 'listening-stopped', call, at: this.#ports.now(), confidence: 1 });
  }
}

function callStatusOf(call: Call | undefined): CallStatus {
  if (call?.state !== 'established') return { muted: false, held: false };
  const { hold, mutedSince } = call;
  return { muted: mutedSince !== null, held: hold.local !== null || hold.remote !== null };
}
