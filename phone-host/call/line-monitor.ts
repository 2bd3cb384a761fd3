import { ANALYSER_FILES } from '../../audio/analyser-assets.ts';
import type { CallStatus } from '../../audio/analyser-input.ts';
import { startLineAnalyser } from '../../audio/line-analyser.ts';
import type { LineMeter } from '../../audio/line-meter.ts';
import { readLineStats } from '../../audio/line-stats.ts';
import type { LineThresholds } from '../../audio/line-thresholds.ts';
import type { Call } from '../../calls/call.ts';
import type { CallId } from '../../calls/call-event.ts';
import { findCall } from '../../calls/fold-phone.ts';
import type { CallMedia } from '../../calls/media-access.ts';
import { HostPart } from '../part.ts';
import type { LiveJournal } from './live-journal.ts';
import type { MediaRegistry } from './media-registry.ts';

interface LineNeeds {
  readonly journal: Pick<LiveJournal, 'phone' | 'subscribe' | 'record'>;
  readonly media: Pick<MediaRegistry, 'mediaOf' | 'subscribe'>;
  readonly thresholds: () => LineThresholds;
  /** False if the agent has switched listening off. */
  readonly loadMayListen: () => Promise<boolean>;
  /** Whether audio reaches the analyser of a call. */
  readonly onRunning?: (isRunning: boolean, call: CallId) => void;
  readonly showMeter: (call: CallId, meter: LineMeter) => void;
  readonly now: () => number;
}

/**
 * Runs one line analyser a call, from the answer to the end and no longer. No sound is kept, and
 * none leaves the computer.
 */
export class LineMonitor extends HostPart<LineNeeds> {
  readonly #analysers = new Map<CallId, { readonly media: CallMedia; readonly stop: () => void }>();
  /** Calls whose audio does not reach their analyser. */
  readonly #stuck = new Set<CallId>();
  /** False until the agent's choice is known. */
  #mayListen = false;

  start(): Promise<void> {
    const { journal, media } = this.needs;
    const check = () => this.#check();
    this.undoOnStop(journal.subscribe(check), media.subscribe(check));
    return this.settingsChanged();
  }

  override stop(): void {
    super.stop();
    for (const id of [...this.#analysers.keys()]) this.#stopAnalyser(id, false);
  }

  /** Starts again what could not start, or does not hear the call. */
  retry(): void {
    for (const [id, { stop }] of this.#analysers) {
      if (!this.#stuck.has(id)) continue;
      stop();
      this.#analysers.delete(id);
    }
    this.#check();
  }

  /** During a call too. */
  async settingsChanged(): Promise<void> {
    this.#mayListen = await this.needs.loadMayListen();
    this.#check();
  }

  #check(): void {
    const { journal, media } = this.needs;
    const established = journal.phone.calls.filter(({ state }) => state === 'established');
    for (const [id, analyser] of this.#analysers) {
      const isUp = established.some((call) => call.id === id);
      if (!isUp || !this.#mayListen || media.mediaOf(id) !== analyser.media) this.#stopAnalyser(id, isUp);
    }
    if (!this.#mayListen) return;
    for (const { id } of established) {
      const found = media.mediaOf(id);
      if (found !== undefined && !this.#analysers.has(id)) this.#startAnalyser(id, found);
    }
  }

  #startAnalyser(call: CallId, media: CallMedia): void {
    const [remote] = media.remote.getAudioTracks();
    if (remote === undefined) return;
    const { thresholds, showMeter, now, journal } = this.needs;
    const { stop } = startLineAnalyser({
      call,
      remote,
      own: media.own?.getAudioTracks()[0] ?? null,
      stats: async () => readLineStats(await media.readStats()),
      callStatus: () => callStatusOf(findCall(journal.phone, call)),
      thresholds: thresholds(),
      assets: ANALYSER_FILES,
      emit: (event) => journal.record('line', event),
      meter: (meter) => showMeter(call, meter),
      failed: (why) => {
        console.warn('line: the call cannot be analysed, the agent picks scripts by hand', why);
        stop();
        this.#report(false, call);
        this.#recordStopped(call);
      },
      running: (isRunning) => this.#report(isRunning, call),
      now,
    });
    this.#analysers.set(call, { media, stop });
  }

  #stopAnalyser(call: CallId, isUp: boolean): void {
    this.#analysers.get(call)?.stop();
    this.#analysers.delete(call);
    this.#report(true, call);
    if (isUp) this.#recordStopped(call);
  }

  #report(isRunning: boolean, call: CallId): void {
    if (isRunning) this.#stuck.delete(call);
    else this.#stuck.add(call);
    this.needs.onRunning?.(isRunning, call);
  }

  #recordStopped(call: CallId): void {
    const { journal, now } = this.needs;
    journal.record('line', { type: 'listening-stopped', call, at: now(), confidence: 1 });
  }
}

function callStatusOf(call: Call | undefined): CallStatus {
  if (call?.state !== 'established') return { muted: false, held: false };
  const { hold, mutedSince } = call;
  return { muted: mutedSince !== null, held: hold.local !== null || hold.remote !== null };
}
