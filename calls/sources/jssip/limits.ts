/**
 * The limits of what a session waits for. A call that cannot be set up, changed or ended is let go
 * within five seconds, so each is below that.
 */
export const LIMITS = {
  /** For the browser to open the microphone, ms. */
  microphoneMs: 3_500,
  /** For the other side to confirm an answer (ACK) before a request is sent in its dialog, ms. */
  settledMs: 4_000,
  /** For the answer to a re-INVITE, ms. */
  reofferMs: 4_000,
  /** For WebRTC to take back an offer, ms. */
  rollBackMs: 500,
  /** For the answer to a REFER, ms. */
  referMs: 4_500,
  /** For this side's final answer to a request inside a session, ms. */
  requestMs: 4_000,
  /** For an answered call to be set up, or a dialled one to get its first response, ms. */
  setUpMs: 4_500,
  /** For a whole step of the queue, ms. */
  stepMs: 4_800,
} as const;
