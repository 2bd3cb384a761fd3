import { type Invitation, Registerer, RegistererState, UserAgent } from 'sip.js';
import type { Subject } from './subject.ts';

/** SIP.js as in its guides, with its default limit on ICE gathering (5 s). */
export const sipjsSubject: Subject = {
  name: 'SIP.js',
  async start({ server, domain, user, password, iceServers }, onRinging) {
    const uri = UserAgent.makeURI(`sip:${user}@${domain}`);
    if (uri === undefined) throw new Error('SIP.js cannot read the account.');
    const agent = new UserAgent({
      uri,
      authorizationUsername: user,
      authorizationPassword: password,
      logLevel: 'error',
      transportOptions: { server },
      sessionDescriptionHandlerFactoryOptions: { peerConnectionConfiguration: { iceServers } },
      delegate: {
        onInvite(invitation: Invitation) {
          void invitation.progress();
          onRinging(() => {
            const constraints = { audio: true, video: false };
            void invitation.accept({ sessionDescriptionHandlerOptions: { constraints } });
          });
        },
      },
    });
    await agent.start();
    const registerer = new Registerer(agent);
    const registered = new Promise<void>((resolve) => {
      registerer.stateChange.addListener((state) => {
        if (state === RegistererState.Registered) resolve();
      });
    });
    await registerer.register();
    await registered;
  },
};
