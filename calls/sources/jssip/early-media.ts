import type { Clock } from '../clock.ts';

/** Between two looks at the statistics: short beside the ring that the packets replace, ms. */
const CHECK_MS = 100;

interface EarlyMediaWatch {
  readonly connection: Pick<RTCPeerConnection, 'getStats'>;
  readonly clock: Clock;
  /** The call is neither answered nor over. */
  readonly isEarly: () => boolean;
  readonly onPackets: () => void;
}

/**
 * Reports the first audio packets that arrive before the answer. A description alone is no sound:
 * many networks send one with the 180 and then no packets (RFC 3960 §3.2).
 */
export function watchEarlyMedia({ connection, clock, isEarly, onPackets }: EarlyMediaWatch): void {
  const check = async () => {
    if (!isEarly()) return;
    const arrive = await receivesAudio(connection);
    if (!isEarly()) return;
    if (arrive) onPackets();
    else clock.after(CHECK_MS, () => void check());
  };
  void check();
}

async function receivesAudio(connection: EarlyMediaWatch['connection']): Promise<boolean> {
  const report = await connection.getStats();
  // The values are dictionaries that TypeScript does not know.
  return [...report.values()].some(
    (entry: unknown) =>
      typeof entry === 'object' &&
      entry !== null &&
      Reflect.get(entry, 'type') === 'inbound-rtp' &&
      Reflect.get(entry, 'kind') === 'audio' &&
      Number(Reflect.get(entry, 'packetsReceived')) > 0,
  );
}
