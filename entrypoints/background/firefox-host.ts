import { answerRequest } from '../../background/answer-requests.ts';
import { borrowMicrophone } from '../../background/borrowed-microphone.ts';
import type { HostPlace } from '../../background/host-lifecycle.ts';
import { firefoxMicrophone } from '../../browser/firefox-microphone.ts';
import { hostIsAlive } from '../../browser/host-pulse.ts';
import { loadSettings } from '../../browser/settings-store.ts';
import { pageSession } from '../../pages/session/page-session.ts';
import { type RunningHost, runPhoneHost } from '../offscreen/run-phone-host.ts';

let host: RunningHost | null = null;

/** The phone host's place in Firefox: the background page, which is never unloaded. */
export const firefoxHost: HostPlace = {
  exists: async () => host !== null,
  isAlive: hostIsAlive,
  async create() {
    const made = runPhoneHost({
      session: pageSession,
      ask: answerRequest,
      loadSettings,
      microphone: firefoxMicrophone,
      openMicrophone: borrowMicrophone,
      // Firefox lists devices to a page in front only: what is chosen is tried.
      connected: async () => ({ inputs: [], outputs: [] }),
    });
    host = made;
    void made.ended.finally(() => {
      if (host === made) host = null;
    });
  },
  async close() {
    const closing = host;
    host = null;
    await closing?.stop();
  },
};
