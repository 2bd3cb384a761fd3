import type { Clock } from '../clock.ts';

/** Between two checks of the statistics: short beside the ring that the packets replace, ms. */
const CHECK_MS = 100;
/** Longer than the pause of any ringing tone (Sweden's has 5 s, E.180 Supplement 2), ms. */
const PAUSE_MS = 6_000;
/** Without packets after a 180: the network left the ringing to this phone, ms. */
const GAP_MS = 1_000;
/** Mean power of what can be heard, −50 dB under full scale; comfort noise is below it. */
const AUDIBLE = 1e-5;

interface EarlyMediaWatch {
  readonly connection: Pick<RTCPeerConnection, 'getStats'>;
  readonly clock: Pick<Clock, 'after'>;
  /** The call is neither answered nor over. */
  readonly isEarly: () => boolean;
  /** Called when the other network begins to be heard, and when it no longer is. */
  readonly onChange: (isAudible: boolean) => void;
}

/** What has been received so far; energy and duration are null where the browser does not say. */
interface Received {
  readonly packets: number;
  readonly energy: number | null;
  readonly duration: number | null;
}

const NOTHING: Received = { packets: 0, energy: null, duration: null };

/**
 * Watches whether the other network is heard before the answer. A description alone is no sound:
 * many networks send one with the 180 and then no packets (RFC 3960 §3.2), or stop them later, or
 * go on with silence.
 */
export class EarlyMedia {
  readonly #needs: EarlyMediaWatch;
  #isAudible = false;
  /** A 180 came since packets last began. */
  #rang = false;
  #received = NOTHING;
  /** Counted in checks, so that a clock that is set anew changes nothing. */
  #withoutPacketsMs = 0;
  #withoutSoundMs = 0;

  constructor(needs: EarlyMediaWatch) {
    this.#needs = needs;
    void this.#check();
  }

  /** A 180 came: the network may want this phone to ring, not itself. */
  onRinging(): void {
    this.#rang = true;
  }

  async #check(): Promise<void> {
    const { connection, clock, isEarly } = this.#needs;
    if (!isEarly()) return;
    const received = await readReceived(connection);
    if (!isEarly()) return;
    this.#judge(received);
    clock.after(CHECK_MS, () => void this.#check());
  }

  #judge(received: Received): void {
    const before = this.#received;
    this.#received = received;
    const arrives = received.packets > before.packets;
    // The first packets count at once: their sound is not played yet.
    const sounds = arrives && (before.packets === 0 || hasSound(before, received));
    this.#withoutPacketsMs = arrives ? 0 : this.#withoutPacketsMs + CHECK_MS;
    this.#withoutSoundMs = sounds ? 0 : this.#withoutSoundMs + CHECK_MS;
    if (!this.#isAudible) {
      if (sounds) this.#change(true);
      return;
    }
    const isGap = this.#rang && this.#withoutPacketsMs >= GAP_MS;
    if (isGap || this.#withoutSoundMs >= PAUSE_MS) this.#change(false);
  }

  #change(isAudible: boolean): void {
    this.#isAudible = isAudible;
    if (isAudible) this.#rang = false;
    this.#needs.onChange(isAudible);
  }
}

/** Where the browser measures no power, packets are sound. */
function hasSound(before: Received, now: Received): boolean {
  const duration = difference(now.duration, before.duration);
  const energy = difference(now.energy, before.energy);
  return duration === null || energy === null || duration <= 0 || energy / duration > AUDIBLE;
}

function difference(now: number | null, before: number | null): number | null {
  return now === null || before === null ? null : now - before;
}

async function readReceived(connection: EarlyMediaWatch['connection']): Promise<Received> {
  const report = await connection.getStats();
  // The values are dictionaries that TypeScript does not know.
  const audio = [...report.values()].filter(isInboundAudio);
  return {
    packets: audio.reduce((sum, entry) => sum + (numberIn(entry, 'packetsReceived') ?? 0), 0),
    energy: sumOf(audio, 'totalAudioEnergy'),
    duration: sumOf(audio, 'totalSamplesDuration'),
  };
}

function sumOf(entries: readonly object[], name: string): number | null {
  const values = entries.map((entry) => numberIn(entry, name));
  return values.reduce<number | null>(
    (sum, value) => (sum === null || value === null ? null : sum + value),
    values.length === 0 ? null : 0,
  );
}

function isInboundAudio(entry: unknown): entry is object {
  return (
    typeof entry === 'object' &&
    entry !== null &&
    Reflect.get(entry, 'type') === 'inbound-rtp' &&
    Reflect.get(entry, 'kind') === 'audio'
  );
}

function numberIn(entry: object, name: string): number | null {
  const value: unknown = Reflect.get(entry, name);
  return typeof value === 'number' ? value : null;
}
