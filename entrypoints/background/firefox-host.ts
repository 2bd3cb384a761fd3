import { firefoxMicrophone } from '../wiring/firefox-microphone.ts';
import { pageSession } from '../wiring/page-session.ts';
import { runPhoneHost } from '../wiring/run-phone-host.ts';
import { loadSettings } from '../wiring/settings-store.ts';
import { answerRequest } from './answer-requests.ts';
import { lentMicrophone } from './lent-microphone.ts';

/** Firefox keeps its background page, so the phone host lives here and asks itself what only a background may do. */
export function startFirefoxHost(): void {
  void runPhoneHost({
    session: pageSession,
    ask: answerRequest,
    loadSettings,
    microphone: firefoxMicrophone,
    openMicrophone: lentMicrophone,
  });
}
