import { microphoneState } from '../../host/device-watch.ts';
import { askBackground } from '../wiring/ask-background.ts';
import { offscreenSession } from '../wiring/page-session.ts';
import { runPhoneHost } from '../wiring/run-phone-host.ts';

void runPhoneHost({
  session: offscreenSession,
  ask: askBackground,
  microphone: microphoneState,
  openMicrophone: (constraints) => navigator.mediaDevices.getUserMedia(constraints),
  loadSettings: () => askBackground({ to: 'background', kind: 'load-settings' }),
});
