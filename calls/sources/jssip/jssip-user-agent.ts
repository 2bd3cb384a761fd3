import type { Socket } from 'jssip';
import type { UAConfiguration } from 'jssip/lib/UA';
import type { JssipSourceConfig } from './jssip-config.ts';

/** Binding lifetime, s: short, so that a killed browser is not rung for long. The keep-alive renews it far earlier. */
const REGISTER_EXPIRES_S = 120;
/** How long a call may ring, s. RFC 3261 §16.8 lets proxies give up after three minutes; they decide, not this side. */
const RING_LIMIT_S = 180;

/** The account as JsSIP wants it. */
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
    // RFC 7675 consent checks notice a dead call sooner than RFC 4028 timers, and do not end a call whose signalling
    // is away for a minute.
    session_timers: false,
    // JssipSocket does the waiting, with jitter.
    connection_recovery_min_interval: 1,
    connection_recovery_max_interval: 1,
  };
}
