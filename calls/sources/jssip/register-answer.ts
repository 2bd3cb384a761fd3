/**
 * Status of a response to REGISTER, or null for any other frame. JsSIP tells of the first registration only, and the
 * lamp must know of every later answer too: so the frame itself is read. Only the status line and CSeq are looked at.
 */
export function registerAnswerStatus(frame: string): number | null {
  const status = /^SIP\/2\.0 (\d{3}) /i.exec(frame);
  if (status === null) return null;
  const head = frame.slice(0, frame.indexOf('\r\n\r\n'));
  return /\r\nCSeq[ \t]*:[ \t]*\d+[ \t]+REGISTER[ \t]*(?:\r\n|$)/i.test(head) ? Number(status[1]) : null;
}
