import type { Socket } from 'jssip';
import type { UAConfiguration } from 'jssip/lib/UA';
import type { JssipSourceConfig } from './jssip-config.ts';

/**
 * Lifetime of the binding, s: short, so that calls soon stop going to a browser that was killed.
 */
const REGISTER_EXPIRES_S = 120;
/** Longest ring, s: as long as RFC 3261 §16.8 gives a proxy, so that the proxy decides. */
const RING_LIMIT_S = 180;

/** The account as JsSIP's configuration. */
export function userAgentOptions(config: JssipSourceConfig, socket: Socket): UAConfiguration {
  const { credentials } = config;
  return {
    sockets: [socket],
    uri: `sip:${config.user}@${config.domain}`,
    authorization_user: config.user,
    ...(config.displayName === null ? {} : { display_name: config.displayName }),
    ...(credentials.kind === 'ha1'
      ? { ha1: credentials.ha1, realm: credentials.realm }
      : { password: credentials.password }),
    register_expires: REGISTER_EXPIRES_S,
    no_answer_timeout: RING_LIMIT_S,
    // Consent checks (RFC 7675) detect a dead call sooner than session timers (RFC 4028), and
    // do not end a call whose signalling is lost for a minute.
    session_timers: false,
    // JssipSocket waits before each attempt, with its own backoff.
    connection_recovery_min_interval: 1,
    connection_recovery_max_interval: 1,
  };
}
