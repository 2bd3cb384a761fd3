import { askBackground } from '../../browser/ask-background.ts';
import { microphoneState } from '../../browser/device-watch.ts';
import { offscreenSession } from '../../pages/session/page-session.ts';
import { runPhoneHost } from './run-phone-host.ts';

void runPhoneHost({
  session: offscreenSession,
  ask: askBackground,
  microphone: microphoneState,
  openMicrophone: (constraints) => navigator.mediaDevices.getUserMedia(constraints),
  loadSettings: () => askBackground({ to: 'background', kind: 'load-settings' }),
});
