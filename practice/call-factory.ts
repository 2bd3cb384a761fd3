import { quote } from '../calls/sources/sip/header-values.ts';
import { header, type SipRequest } from '../calls/sources/sip/message.ts';
import { acceptAgentCall, type Callee } from './call/accept-agent-call.ts';
import { openTimeline } from './call/milestone.ts';
import { playScenario } from './call/play-scenario.ts';
import { openPracticeCall, type PracticeCall } from './call/practice-call.ts';
import { ringAgent } from './call/ring-agent.ts';
import { openSession, type Session } from './call/session.ts';
import { openVoice } from './call/voice.ts';
import type { CallList } from './call-list.ts';
import type { Scenario } from './scenario.ts';
import type { SipConnection } from './sip/connection.ts';
import { type DialogStart, openDialog } from './sip/dialog.ts';
import type { Binding, Registrar } from './sip/registrar.ts';

export interface CallFactory {
  ringOut(scenario: Scenario, to: Binding): PracticeCall;
  acceptInvite(invite: SipRequest, number: string, callee: Callee, connection: SipConnection): PracticeCall;
}

export interface CallFactoryParts {
  readonly domain: string;
  readonly contact: () => string;
  readonly calls: CallList;
  readonly registrar: Pick<Registrar, 'connectionFor'>;
  readonly log: (line: string) => void;
}

/** Creates calls from dialog, voice and timeline, and lists them while they are active. */
export function openCallFactory({ domain, contact, calls, registrar, log }: CallFactoryParts): CallFactory {
  function start(label: string, connection: SipConnection, dialogStart: DialogStart): Session {
    const dialog = openDialog(dialogStart);
    const timeline = openTimeline(label);
    return openSession({
      dialog,
      timeline,
      voice: openVoice(timeline),
      connection,
      connectionFor: registrar.connectionFor,
      onEnd() {
        calls.remove(dialog.callId);
        log(`${label} ended: ${JSON.stringify(timeline.all().at(-1))}`);
      },
    });
  }

  return {
    ringOut(scenario, { user, uri, connection }) {
      const { number, displayName } = scenario.caller;
      const name = displayName === null ? '' : `${quote(displayName)} `;
      const session = start(`${scenario.id} → ${user}`, connection, {
        local: `${name}<sip:${number}@${domain}>`,
        remote: `<sip:${user}@${domain}>`,
        remoteTarget: uri,
        localContact: contact(),
      });
      const headers = Object.entries(scenario.headers).map(([header, value]) => ({
        name: header.toLowerCase(),
        value,
      }));
      const ringing = ringAgent(session, connection, { offer: scenario.offer, headers });
      const call = openPracticeCall({ session, direction: 'to-agent', number, ringing });
      calls.add({ call, session, accepted: null });
      playScenario(call, scenario, session.timeline).catch((error: unknown) => {
        session.end({ how: 'failed', cause: String(error) });
      });
      return call;
    },
    acceptInvite(invite, number, callee, connection) {
      const session = start(`agent → ${number}`, connection, {
        callId: header(invite, 'call-id') ?? '',
        local: header(invite, 'to') ?? '',
        remote: header(invite, 'from') ?? '',
        remoteTarget: '',
        localContact: contact(),
      });
      session.dialog.learn(invite);
      const accepted = acceptAgentCall(session, invite, callee, contact());
      const call = openPracticeCall({ session, direction: 'from-agent', number, ringing: null });
      calls.add({ call, session, accepted });
      return call;
    },
  };
}
