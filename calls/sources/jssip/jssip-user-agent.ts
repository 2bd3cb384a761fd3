import type { Socket } from 'jssip';
import { parseMessage } from 'jssip/lib/Parser';
import type { UA, UAConfiguration } from 'jssip/lib/UA';
import type { JssipSourceConfig } from './jssip-config.ts';

/**
 * Lifetime of the binding, s: short, so that calls soon stop going to a browser that was killed.
 */
const REGISTER_EXPIRES_S = 120;
/** Longest ring, s: as long as RFC 3261 §16.8 gives a proxy, so that the proxy decides. */
const RING_LIMIT_S = 180;

/** The account as JsSIP's configuration. */
export function userAgentOptions(config: JssipSourceConfig, socket: Socket): UAConfiguration {
  return {
    sockets: [socket],
    uri: `sip:${config.user}@${config.domain}`,
    authorization_user: config.user,
    ...(config.displayName === null ? {} : { display_name: config.displayName }),
    // The front answers every challenge: JsSIP knows MD5 only, and needs no secret.
    password: 'kept-by-the-front',
    register_expires: REGISTER_EXPIRES_S,
    no_answer_timeout: RING_LIMIT_S,
    // Offers `timer`; jssip-session-timer.ts replaces what JsSIP does with it.
    session_timers: true,
    // JssipSocket waits before each attempt, with its own backoff.
    connection_recovery_min_interval: 1,
    connection_recovery_max_interval: 1,
  };
}

/** The URI by which JsSIP knows itself; requests to any other are refused with 404. */
export function contactUriOf(ua: UA): string {
  return String(ua.contact.uri);
}

/** Whether JsSIP's grammar reads a message: what it cannot read it drops without a word. */
export function isReadable(message: string, ua: UA): boolean {
  try {
    return parseMessage(message, ua) !== undefined;
  } catch {
    return false;
  }
}
