import type { RTCSession } from 'jssip/lib/RTCSession';
import type { FailureCause } from '../../call-end.ts';
import type { Clock } from '../clock.ts';
import { readBranchAudio } from './branch-audio.ts';
import { LIMITS } from './limits.ts';
import { STATUS } from './session-status.ts';

interface SetUpWatch {
  readonly session: RTCSession;
  readonly clock: Clock;
  readonly letGo: (cause: FailureCause) => void;
}

/** What distinguishes the remote ends of a forked call: DTLS fingerprint and ICE credentials. */
interface Branch {
  readonly fingerprint: string;
  readonly user: string;
}

function branchOf(sdp: string): Branch {
  const value = (name: string) => new RegExp(`^a=${name}:(.*?)\\s*$`, 'm').exec(sdp)?.[1] ?? '';
  return { fingerprint: value('fingerprint'), user: value('ice-ufrag') };
}

/** The end of the set-up in which packets of the branch that answered have to arrive, ms. */
const PACKETS_WITHIN_MS = 1_000;

/**
 * Lets go of a call that is not set up in time: JsSIP waits for ever where WebRTC does not settle,
 * and half a minute where the other side does not reply. The result begins the watch of an answer.
 */
export function watchSetUp({ session, clock, letGo }: SetUpWatch): { readonly answering: () => void } {
  let cancel = () => {};
  const limit = (check: () => FailureCause | null) => {
    cancel();
    cancel = clock.after(LIMITS.setUpMs, () => {
      const cause = check();
      if (cause !== null) letGo(cause);
    });
  };
  const status = () => Number(session.status);
  const branches: Branch[] = [];
  const answered = () => branches.at(-1);
  const differs = (name: keyof Branch) => branches.some((one) => one[name] !== answered()?.[name]);
  const watchAnswered = () => {
    const { connection } = session;
    clock.after(LIMITS.setUpMs - PACKETS_WITHIN_MS, async () => {
      if (session.isEnded()) return;
      const before = await readBranchAudio(connection);
      clock.after(PACKETS_WITHIN_MS, async () => {
        if (session.isEnded()) return;
        const { packets, user } = await readBranchAudio(connection);
        const { local, remote } = session.isOnHold();
        // Nobody sends packets to a call on hold.
        if (session.isEnded() || local || remote) return;
        const isOther = user !== null && user !== answered()?.user;
        if (isOther || packets <= before.packets) letGo('media-failed');
      });
    });
  };
  if (String(session.direction) === 'outgoing') {
    limit(() => {
      if (status() === STATUS.nothingSent) return 'media-failed';
      return status() === STATUS.inviteSent ? 'no-reply-from-server' : null;
    });
    // The answer of a 2xx; that of a 183 leaves the session unconfirmed.
    session.on('sdp', ({ originator, type, sdp }) => {
      if (String(originator) !== 'remote' || String(type) !== 'answer') return;
      branches.push(branchOf(sdp));
      if (status() === STATUS.confirmed) limit(() => 'media-failed');
    });
  }
  session.on('accepted', () => {
    limit(() => {
      if (session.connection.connectionState === 'connected') return null;
      if (status() === STATUS.notConfirmed) return 'answer-not-confirmed';
      // One branch sent early media, another one answered: the browser may not get over to it.
      return differs('fingerprint') || differs('user') ? 'media-failed' : null;
    });
    // Behind one media server both have its certificate: the browser sees no reason to begin DTLS
    // anew, and stays connected to the wrong one.
    if (differs('user') && !differs('fingerprint')) watchAnswered();
  });
  const over = () => cancel();
  session.on('failed', over);
  session.on('ended', over);
  return { answering: () => limit(() => 'answer-not-sent') };
}
