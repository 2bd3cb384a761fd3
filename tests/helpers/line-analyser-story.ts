import { analyseLine } from '../../audio/analyse-line.ts';
import type { AnalyserInput } from '../../audio/analyser-input.ts';
import { analyserStateFrom } from '../../audio/analyser-state.ts';
import { FRAME_MS } from '../../audio/frame.ts';
import type { LineThresholds } from '../../audio/line-thresholds.ts';
import { PHONE_LINE_THRESHOLDS } from '../../bench/helpers/audio/phone-line-thresholds.ts';
import type { LineEvent } from '../../calls/line-event.ts';
import type { Side } from '../../calls/vocabulary/side.ts';

interface Sounds {
  /** dBFS of each side; a `talking` side sounds like speech. */
  readonly caller?: number;
  readonly agent?: number;
  readonly talking?: readonly Side[];
  readonly clipped?: boolean;
  /** Packets of this second: lost, of fifty; null for a second without packets. */
  readonly lost?: number | null;
}

/** The line analyser's input second by second, without real sound. */
export class LineAnalyserStory {
  readonly events: LineEvent[] = [];
  readonly #thresholds: LineThresholds;
  readonly #lagMs: number;
  #state = analyserStateFrom('call-1', 0);
  #now = 0;
  #received = 0;
  #lost = 0;

  /**
   * @param lagMs how much later than the statistics a frame is judged; some 300 ms in a browser.
   */
  constructor(thresholds: Partial<LineThresholds> = {}, lagMs = 0) {
    this.#lagMs = lagMs;
    this.#thresholds = { ...PHONE_LINE_THRESHOLDS, ...thresholds };
  }

  get now(): number {
    return this.#now;
  }

  /** Names of the reported events, in order, without changes of the verdict. */
  get reported(): string[] {
    return this.events
      .filter(({ type }) => type !== 'line-judged')
      .map((event) => ('side' in event ? `${event.side} ${event.type}` : event.type));
  }

  get findings(): string[] {
    return this.events.flatMap((event) => (event.type === 'line-judged' ? [event.verdict.finding] : []));
  }

  sounds(
    seconds: number,
    { caller = -66, agent = -66, talking = [], clipped = false, lost = 0 }: Sounds,
  ): this {
    const until = this.#now + seconds * 1000;
    for (let k = 0; this.#now < until; k += 1) {
      for (const side of ['remote', 'agent'] as const) {
        const level = side === 'remote' ? caller : agent;
        // A voice drops by about 20 dB between syllables; noise does not.
        const dbfs = talking.includes(side) && k % 6 === 0 ? level - 20 : level;
        const speech = talking.includes(side) ? 0.97 : 0.02;
        const clippedShare = clipped && side === 'remote' ? 0.1 : 0;
        this.#apply({
          input: 'frame',
          frame: { side, at: this.#now - this.#lagMs, dbfs, clippedShare, speech },
        });
      }
      if (k % 31 === 30) this.#count(lost);
      this.#now += FRAME_MS;
    }
    return this;
  }

  stands(status: { muted?: boolean; held?: boolean }): this {
    const now = { muted: false, held: false, ...status };
    this.#apply({ input: 'call-status', at: this.#now, callStatus: now });
    return this;
  }

  #count(lost: number | null): void {
    if (lost !== null) {
      this.#received += 50 - lost;
      this.#lost += lost;
    }
    const counted = { packetsReceived: this.#received, packetsLost: this.#lost };
    const rest = { jitterMs: 4, concealedSamples: null, totalSamples: null };
    this.#apply({ input: 'stats', at: this.#now, stats: { ...counted, ...rest } });
  }

  #apply(input: AnalyserInput): void {
    const analysed = analyseLine(this.#state, input, this.#thresholds);
    this.#state = analysed.state;
    this.events.push(...analysed.events);
  }
}
