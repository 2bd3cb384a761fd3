import { answerRequest } from '../../background/answer-requests.ts';
import { borrowMicrophone } from '../../background/borrowed-microphone.ts';
import { firefoxMicrophone } from '../../browser/firefox-microphone.ts';
import { loadSettings } from '../../browser/settings-store.ts';
import { pageSession } from '../../pages/session/page-session.ts';
import { runPhoneHost } from '../offscreen/run-phone-host.ts';

/** Runs the phone host in Firefox's background page, which is never unloaded. */
export function startFirefoxHost(): void {
  void runPhoneHost({
    session: pageSession,
    ask: answerRequest,
    loadSettings,
    microphone: firefoxMicrophone,
    openMicrophone: borrowMicrophone,
  });
}
