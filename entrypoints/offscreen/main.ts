import { askBackground } from '../../browser/ask-background.ts';
import { audioDevices, microphoneState } from '../../browser/device-watch.ts';
import { offscreenSession } from '../../pages/session/page-session.ts';
import { runPhoneHost } from './run-phone-host.ts';

const host = runPhoneHost({
  session: offscreenSession,
  ask: askBackground,
  microphone: microphoneState,
  connected: audioDevices,
  openMicrophone: (constraints) => navigator.mediaDevices.getUserMedia(constraints),
  loadSettings: () => askBackground({ to: 'background', kind: 'load-settings' }),
});
// A document without a host would be taken for one; the background makes the next.
void host.ended.finally(() => window.close());
