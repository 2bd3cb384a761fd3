/**
 * Takes back an offer that was not accepted, so that audio goes on as agreed before and the next offer can be made.
 * Not by `rollback`: Chromium (seen in 156) then drops the transport of a side that had answered the call, and the call is
 * mute for good. What both sides last agreed on is put back as if it were the answer instead.
 */
export async function rollBackOffer(connection: RTCPeerConnection): Promise<void> {
  const { signalingState, currentLocalDescription, currentRemoteDescription } = connection;
  if (signalingState !== 'have-local-offer' || currentRemoteDescription === null) return;
  const sdp = asAnswer(currentRemoteDescription, currentLocalDescription?.sdp ?? '');
  await connection.setRemoteDescription({ type: 'answer', sdp });
}

/** An offer says `setup:actpass`; an answer must name the role that it came to have (RFC 8842 §5). */
export function asAnswer({ type, sdp }: Pick<RTCSessionDescription, 'type' | 'sdp'>, ours: string): string {
  if (type === 'answer') return sdp;
  const theirs = /^a=setup:passive\r?$/m.test(ours) ? 'active' : 'passive';
  return sdp.replace(/^a=setup:actpass/gm, `a=setup:${theirs}`);
}
