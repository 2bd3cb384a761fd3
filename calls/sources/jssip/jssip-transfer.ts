import { C, URI } from 'jssip';
import type { RTCSession } from 'jssip/lib/RTCSession';
import type { CommandResult } from '../../call-command.ts';
import type { JssipCall } from './jssip-call.ts';
import { internalsOf } from './jssip-types.ts';
import { LIMITS } from './limits.ts';
import type { TransferTarget } from './transfer-target.ts';

/** RFC 3515 leaves the length of the subscription to the recipient; no phone rings longer. */
const OUTCOME_TIMEOUT_MS = 120_000;
/** Time for the replaced party to send its BYE (RFC 3891 §3), ms. */
const LEAVE_TIMEOUT_MS = 2_000;

const TIMED_OUT: CommandResult = { ok: false, reason: 'timed-out' };

/** Transfers the call to `target`; the NOTIFYs that follow report the outcome. */
export async function transferBlind(
  call: JssipCall,
  { target, shown }: TransferTarget,
): Promise<CommandResult> {
  if (!(await call.settle())) return TIMED_OUT;
  if (call.now?.state !== 'established') return { ok: false, reason: 'wrong-state' };
  call.report({ type: 'transfer-started', target: shown, kind: 'blind' });
  return refer(call, target, shown);
}

/** Connects the parties of two calls of the agent; both calls end as transferred. */
export async function transferAttended(call: JssipCall, other: JssipCall): Promise<CommandResult> {
  const settled = await Promise.all([call.settle(), other.settle()]);
  if (!settled.every(Boolean)) return TIMED_OUT;
  if (call.now?.state !== 'established' || other.now?.state !== 'established') {
    return { ok: false, reason: 'wrong-state' };
  }
  const shown = other.now.remoteParty.number;
  const target = replacing(other.session);
  call.report({ type: 'transfer-started', target: shown, kind: 'attended' });
  const asked = { ask: 'transferred', target: call.now.remoteParty.number } as const;
  // The replaced party sends a BYE: it belongs to the transfer, and the caller did not hang up.
  const restore = other.expect(asked);
  return refer(call, target, shown, {
    onAccepted: () => call.clock.after(LEAVE_TIMEOUT_MS, () => other.end(asked)),
    onFailed: restore,
  });
}

interface Outcome {
  readonly onAccepted: () => void;
  readonly onFailed: () => void;
}
const NOTHING_MORE: Outcome = { onAccepted: () => {}, onFailed: () => {} };

/**
 * REFER, and its NOTIFYs to the end (RFC 3515 §2.4.4). The command resolves when the other side
 * accepts or refuses the request. The call ends, or goes on, when the outcome is reported.
 */
function refer(call: JssipCall, target: string | URI, shown: string, outcome = NOTHING_MORE) {
  return new Promise<CommandResult>((resolve) => {
    let over = false;
    let accepted = false;
    let withdraw = () => {};
    const fail = (sipStatus: number | null) => {
      if (over) return;
      over = true;
      cancel();
      cancelAnswer();
      withdraw();
      outcome.onFailed();
      if (call.now?.state === 'established') call.report({ type: 'transfer-failed', sipStatus });
      const refused = { ok: false, reason: 'refused-by-remote' } as const;
      resolve(sipStatus === null ? refused : { ...refused, sipStatus });
    };
    const cancel = call.clock.after(OUTCOME_TIMEOUT_MS, () => fail(null));
    const cancelAnswer = call.clock.after(LIMITS.referMs, () => {
      resolve(TIMED_OUT);
      fail(null);
    });
    // Nothing more is to come, and the timers hold the call.
    call.session.on('ended', () => {
      over = true;
      cancel();
      cancelAnswer();
      if (accepted) return;
      // The call was over before the answer: nothing was transferred, and the other call stays.
      outcome.onFailed();
      resolve({ ok: false, reason: 'wrong-state' });
    });
    reportDialogErrors(call.session);
    call.session.refer(target, {
      eventHandlers: {
        requestSucceeded: () => {
          accepted = true;
          cancelAnswer();
          resolve({ ok: true });
          // Many phone systems send no NOTIFY: their BYE says that the caller is connected.
          if (!over) withdraw = call.expect({ ask: 'transferred', target: shown });
        },
        // The caller is still there, and may hang up.
        trying: () => withdraw(),
        progress: () => withdraw(),
        requestFailed: ({ response, cause }: { response: { status_code: number } | null; cause: string }) =>
          // No answer counts as 408 (RFC 3261 §8.1.3.1); JsSIP leaves out a real one.
          fail(response?.status_code ?? (cause === C.causes.REQUEST_TIMEOUT ? 408 : null)),
        // Also after the time is over: the caller is gone then.
        accepted: () => {
          if (call.now?.state !== 'established') return;
          over = true;
          cancel();
          call.end({ ask: 'transferred', target: shown });
          outcome.onAccepted();
        },
        failed: (event: { status_line: { status_code: number } }) => fail(event.status_line.status_code),
      },
    });
  });
}

/** JsSIP says of 408 and 481 only that the dialog may be gone, and leaves the status out. */
function reportDialogErrors(session: RTCSession): void {
  const inside = internalsOf(session);
  const send = inside.sendRequest.bind(session);
  inside.sendRequest = (method, options) => {
    inside.sendRequest = send;
    const eventHandlers = options?.eventHandlers;
    return send(method, {
      ...options,
      eventHandlers: { ...eventHandlers, onDialogError: eventHandlers?.['onErrorResponse'] },
    });
  };
}

/**
 * The party of `other` as a Refer-To target with Replaces (RFC 3891 §3). The to-tag is the tag of
 * the party that receives the INVITE with Replaces, so the tags depend on the direction of the
 * call. JsSIP's own option ignores the direction.
 */
function replacing(other: RTCSession): URI {
  const inside = internalsOf(other);
  const outgoing = String(other.direction) === 'outgoing';
  const theirs = outgoing ? inside._to_tag : inside._from_tag;
  const ours = outgoing ? inside._from_tag : inside._to_tag;
  const replaces = `${inside._request.call_id};to-tag=${theirs};from-tag=${ours}`;
  const { user, host, port } = other.remote_identity.uri;
  return new URI('sip', user, host, port, {}, { Replaces: [encodeURIComponent(replaces)] });
}
