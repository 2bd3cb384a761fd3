import type { SourceAccess } from '../../call-source.ts';
import type { PhoneAccount } from '../../phone-account.ts';

export interface JssipSourceConfig extends PhoneAccount, SourceAccess {
  /** Longest wait for a better ICE candidate after the first one, ms. */
  readonly iceBudgetMs: number;
  /** `relay`: only through TURN, for tests. Absent: `all`. */
  readonly iceTransportPolicy?: RTCIceTransportPolicy;
}

/** Delays before the connection is opened, or a failed registration is tried, again. */
export const RECONNECT_LIMITS = { leastMs: 100, firstMs: 1_000, longestMs: 30_000 } as const;

/** Delays after the registrar refused this account. */
export const REFUSED_LIMITS = { leastMs: 15_000, firstMs: 30_000, longestMs: 300_000 } as const;

export interface RegistrationTimings {
  /**
   * A re-REGISTER is sent this long after the last answer, ms. It is below the 60 s after which
   * common proxies close an idle connection.
   */
  readonly keepAliveMs: number;
  /** An answer later than this counts as none, ms. */
  readonly answerTimeoutMs: number;
}

export const REGISTRATION_TIMINGS: RegistrationTimings = { keepAliveMs: 25_000, answerTimeoutMs: 5_000 };
