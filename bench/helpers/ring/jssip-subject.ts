import { UA, WebSocketInterface } from 'jssip';
import type { RTCSessionEvent } from 'jssip/lib/UA';
import type { Subject } from './subject.ts';

/** JsSIP as its documentation shows it. */
export const jssipSubject: Subject = {
  name: 'JsSIP',
  start: ({ server, domain, user, password, iceServers }, onRinging) =>
    new Promise((resolve) => {
      const ua = new UA({
        sockets: [new WebSocketInterface(server)],
        uri: `sip:${user}@${domain}`,
        password,
      });
      ua.on('registered', () => resolve());
      ua.on('newRTCSession', ({ session }: RTCSessionEvent) => {
        session.on('progress', () =>
          onRinging(() =>
            session.answer({ mediaConstraints: { audio: true, video: false }, pcConfig: { iceServers } }),
          ),
        );
      });
      ua.start();
    }),
};
