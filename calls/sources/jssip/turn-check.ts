import type { Clock } from '../clock.ts';

export type TurnResult =
  /** A relayed candidate came after this time. */
  | { readonly result: 'works'; readonly relayMs: number }
  /** The server does not accept the credentials. */
  | { readonly result: 'refused' }
  | { readonly result: 'unreachable' };

type TryTurn = (config: RTCConfiguration, clock: Clock) => Promise<TurnResult>;

interface Needs {
  /** Null without a TURN server. */
  readonly config: () => RTCConfiguration | null;
  readonly clock: Clock;
  readonly onResult: (result: TurnResult) => void;
  readonly tryTurn?: TryTurn;
}

/** Longest wait for a relayed candidate, ms: TLS over a slow network needs a second or two. */
const ANSWER_MS = 4_000;
/** The next check of a server that failed, and of one that works, ms. */
const RETRY_MS = 60_000;
const AGAIN_MS = 600_000;

/**
 * Tries the TURN server apart from calls: an answer must not wait for a server that is dead, and
 * has to wait as long as a good one needs.
 */
export class TurnCheck {
  readonly #needs: Needs;
  #last: TurnResult | null = null;
  #running = false;
  #cancelNext: () => void = () => {};
  #stopped = false;

  constructor(needs: Needs) {
    this.#needs = needs;
  }

  /** What a relayed candidate takes, ms; null while it is not known to come. */
  get relayMs(): number | null {
    return this.#last?.result === 'works' ? this.#last.relayMs : null;
  }

  /** The phone is connected, or the agent asks to try now. */
  check(): void {
    if (!this.#running && !this.#stopped) void this.#check();
  }

  stop(): void {
    this.#stopped = true;
    this.#cancelNext();
  }

  async #check(): Promise<void> {
    const { config, clock, onResult, tryTurn = allocate } = this.#needs;
    this.#cancelNext();
    const turn = config();
    if (turn === null) return;
    this.#running = true;
    const result = await tryTurn(turn, clock);
    this.#running = false;
    if (this.#stopped) return;
    this.#last = result;
    this.#cancelNext = clock.after(result.result === 'works' ? AGAIN_MS : RETRY_MS, () => this.check());
    onResult(result);
  }
}

/** Errors of STUN and TURN (RFC 8656 §19) that name the credentials or the account. */
const REFUSALS: ReadonlySet<number> = new Set([400, 401, 403, 431, 432, 434, 436, 437, 438, 441]);

/** Asks for an allocation by a connection that is used for nothing else. */
async function allocate(config: RTCConfiguration, clock: Clock): Promise<TurnResult> {
  let connection: RTCPeerConnection;
  try {
    connection = new RTCPeerConnection({ ...config, iceTransportPolicy: 'relay' });
  } catch (error) {
    console.warn('phone: the browser does not take the TURN server', error);
    return { result: 'unreachable' };
  }
  const startedAt = clock.now();
  let refused = false;
  const result = await new Promise<TurnResult>((resolve) => {
    const fail = () => resolve({ result: refused ? 'refused' : 'unreachable' });
    clock.after(ANSWER_MS, fail);
    connection.addEventListener('icecandidateerror', ({ errorCode }) => {
      if (REFUSALS.has(errorCode)) refused = true;
    });
    connection.addEventListener('icecandidate', ({ candidate }) => {
      if (candidate?.type === 'relay')
        resolve({ result: 'works', relayMs: Math.max(0, clock.now() - startedAt) });
    });
    connection.addEventListener('icegatheringstatechange', () => {
      if (connection.iceGatheringState === 'complete') fail();
    });
    connection.createDataChannel('');
    connection.setLocalDescription().catch(fail);
  });
  connection.close();
  return result;
}
