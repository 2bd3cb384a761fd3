import type { CallId, Instant } from '../calls/call-event.ts';
import type { LineEvent } from '../calls/line-event.ts';
import { browserClock } from '../calls/sources/clock.ts';
import { withTimeLimit } from '../calls/timing/time-limit.ts';
import type { Side } from '../calls/vocabulary/side.ts';
import { analyseLine } from './analyse-line.ts';
import type { AnalyserAssets } from './analyser-assets.ts';
import type { AnalyserInput, CallStatus } from './analyser-input.ts';
import type { WorkerAnswer, WorkerRequest } from './analyser-messages.ts';
import { analyserStateFrom } from './analyser-state.ts';
import { listenToTrack } from './analyser-track.ts';
import { FRAME_MS, SAMPLE_RATE } from './frame.ts';
import { keepRunning } from './keep-running.ts';
import { foldMeter, type LineMeter, RESTING_METER } from './line-meter.ts';
import type { LineStats } from './line-stats.ts';
import type { LineThresholds } from './line-thresholds.ts';
import { MODEL_DELAY_MS } from './speech-score.ts';
import type { JudgedFrame } from './voice.ts';

export interface LineAnalyserOptions {
  readonly call: CallId;
  readonly remote: MediaStreamTrack;
  /** The microphone's track; null: only the remote party. It may be muted: a copy is analysed. */
  readonly own: MediaStreamTrack | null;
  /** Called once a second. Null: no statistics yet. */
  readonly stats: () => Promise<LineStats | null>;
  /** The state of the call, from the phone. */
  readonly callStatus: () => CallStatus;
  readonly thresholds: LineThresholds;
  /** ANALYSER_FILES, seen from this page. */
  readonly assets: AnalyserAssets;
  readonly emit: (event: LineEvent) => void;
  /** For display; called about thirty times a second for each side. */
  readonly meter?: (meter: LineMeter) => void;
  /** The analyser cannot work here (no worklet, no WebAssembly). Called once. */
  readonly failed: (why: string) => void;
  /** Whether audio reaches the analyser: the browser may hold it back for a while. */
  readonly running?: (isRunning: boolean) => void;
  readonly now: () => Instant;
}

const STATS_EVERY_MS = 1000;
/** A local file is loaded within milliseconds. */
const WORKLET_MS = 10_000;

/** Analyses the line from the answer of a call until `stop`. */
export function startLineAnalyser(options: LineAnalyserOptions): { stop(): void } {
  let state = analyserStateFrom(options.call, options.now());
  let meter = RESTING_METER;
  let stopped = false;
  const stops: (() => void)[] = [];

  const apply = (input: AnalyserInput): void => {
    if (stopped) return;
    const analysed = analyseLine(state, input, options.thresholds);
    state = analysed.state;
    analysed.events.forEach(options.emit);
  };
  const pollCallStatus = (): void => {
    const callStatus = options.callStatus();
    const { muted, held } = state.callStatus;
    if (callStatus.muted !== muted || callStatus.held !== held)
      apply({ input: 'call-status', at: options.now(), callStatus });
  };
  const applyJudged = (side: Side, judged: JudgedFrame, ageMs: number): void => {
    pollCallStatus();
    const frame = { side, at: options.now() - ageMs - MODEL_DELAY_MS - FRAME_MS / 2, ...judged };
    apply({ input: 'frame', frame });
    meter = foldMeter(meter, frame);
    options.meter?.(meter);
  };
  let asking = false;
  const askStats = async (): Promise<void> => {
    pollCallStatus();
    // An answer that does not come must not gather others behind it.
    if (asking) return;
    asking = true;
    const stats = await options.stats();
    asking = false;
    if (stats !== null) apply({ input: 'stats', at: options.now(), stats });
  };
  let failed = false;
  const fail = (error: unknown): void => {
    if (!stopped && !failed) options.failed(String(error));
    failed = true;
  };

  openAnalyser(options, { judged: applyJudged, fail }, stops).catch(fail);
  const poll = setInterval(() => void askStats().catch(fail), STATS_EVERY_MS);
  return {
    stop: () => {
      stopped = true;
      clearInterval(poll);
      for (const stop of stops.splice(0)) stop();
    },
  };
}

/**
 * A context at the telephone's rate, if the browser converts tracks to it: the worklet's filter
 * costs ten times as much. Firefox throws for a track of another rate, and gets its own rate.
 */
function contextFor(track: MediaStreamTrack): AudioContext {
  const context = new AudioContext({ sampleRate: SAMPLE_RATE });
  try {
    context.createMediaStreamSource(new MediaStream([track])).disconnect();
    return context;
  } catch {
    void context.close();
    return new AudioContext();
  }
}

interface AnalyserCallbacks {
  /** @param ageMs time since the end of the newest frame that was used. */
  readonly judged: (side: Side, judged: JudgedFrame, ageMs: number) => void;
  readonly fail: (error: unknown) => void;
}

/** Starts worker and worklet. Adds to `stops` what must be undone, as soon as it exists. */
async function openAnalyser(
  { assets, remote, own, running = () => {} }: LineAnalyserOptions,
  { judged, fail }: AnalyserCallbacks,
  stops: (() => void)[],
): Promise<void> {
  const worker = new Worker(assets.worker, { type: 'module' });
  const context = contextFor(remote);
  stops.push(
    keepRunning({ context, clock: browserClock, onRunning: running }),
    () => worker.terminate(),
    () => void context.close(),
  );
  worker.onmessage = ({ data }: MessageEvent<WorkerAnswer>) => {
    if (data.answer === 'failed') fail(data.why);
    else judged(data.side, data.judged, Math.max(0, 1000 * (context.currentTime - data.audioTime)));
  };
  worker.onerror = (event) => fail(event.message);
  const load: WorkerRequest = { ask: 'load', weights: assets.weights, kernel: assets.kernel };
  worker.postMessage(load);
  await withTimeLimit(WORKLET_MS, context.audioWorklet.addModule(assets.worklet), 'the worklet');
  if (context.state === 'closed') return;
  const add = (track: MediaStreamTrack, side: Side) =>
    stops.push(listenToTrack(context, worker, track, side).stop);
  add(remote, 'remote');
  if (own !== null) {
    // Muting disables the call's own track; the copy still shows that the agent talks.
    const copy = own.clone();
    copy.enabled = true;
    stops.push(() => copy.stop());
    add(copy, 'agent');
  }
}
