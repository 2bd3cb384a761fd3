import type { RTCSession } from 'jssip/lib/RTCSession';

/**
 * Calls the listener with the status of each response to an outbound INVITE, before JsSIP handles
 * it. JsSIP reports no `progress` for a second description: the 180 after a 183, another branch.
 */
export function onInviteResponse(session: RTCSession, listener: (status: number) => void): void {
  const handle: unknown = Reflect.get(session, '_receiveInviteResponse');
  if (typeof handle !== 'function') throw new Error('JsSIP has changed inside: _receiveInviteResponse');
  Reflect.set(session, '_receiveInviteResponse', (response: object) => {
    const status: unknown = Reflect.get(response, 'status_code');
    if (typeof status === 'number') listener(status);
    Reflect.apply(handle, session, [response]);
  });
}
