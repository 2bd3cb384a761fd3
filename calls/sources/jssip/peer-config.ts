import type { Instant } from '../../call-event.ts';
import { turnServerAt } from '../turn-account.ts';
import type { JssipSourceConfig } from './jssip-config.ts';

type IceSettings = Pick<JssipSourceConfig, 'iceServers' | 'turn' | 'iceTransportPolicy'>;

/** The configuration of a connection that is made now, or gathers again now. */
export function peerConfig(settings: IceSettings, now: Instant): RTCConfiguration {
  const { iceServers, turn, iceTransportPolicy = 'all' } = settings;
  return {
    iceTransportPolicy,
    iceServers: [...iceServers, ...(turn ? [turnServerAt(turn, now)] : [])],
  };
}
