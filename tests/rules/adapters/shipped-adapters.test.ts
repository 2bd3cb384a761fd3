import { afterEach, describe, expect, it } from 'vitest';
import { pack } from '../../../scripts/pack.yaml';
import { adapterStory } from './adapter-story.ts';

function shipped(id: string) {
  const adapter = pack.adapters?.find((one) => one.id === id);
  if (adapter === undefined) throw new Error(`no adapter ${id}`);
  made = adapterStory(adapter);
  return made;
}
let made: ReturnType<typeof adapterStory> | null = null;

afterEach(() => {
  expect(made?.impossible ?? []).toEqual([]);
  made = null;
});

describe('the shipped adapters follow the documentation of', () => {
  it('RingCentral Embeddable: inbound', () => {
    const { say, shown } = shipped('ringcentral-embeddable');
    const call = {
      sessionId: 's1',
      direction: 'Inbound',
      from: '+16505550100',
      fromUserName: 'Li',
      to: '+1650',
    };
    for (const type of ['ring', 'start', 'hold', 'resume', 'end'])
      say({ type: `rc-call-${type}-notify`, call });
    expect(shown()).toEqual([
      ...['ringing +16505550100', 'answered', 'held local', 'resumed local', 'ended hung-up remote-party'],
    ]);
  });

  it('RingCentral Embeddable: an outbound start rings there, and is no answer', () => {
    const { say, shown } = shipped('ringcentral-embeddable');
    const call = { sessionId: 's1', direction: 'Outbound', to: { phoneNumber: '+16505550100' } };
    say({ type: 'rc-call-init-notify', call });
    say({ type: 'rc-call-start-notify', call });
    expect(shown()).toEqual(['dialling +16505550100', 'remote-ringing']);
    say({ type: 'rc-active-call-notify', call: { ...call, telephonyStatus: 'CallConnected' } });
    say({ type: 'rc-call-mute-notify', call: { ...call, isOnMute: true } });
    say({ type: 'rc-call-end-notify', call });
    expect(shown().slice(2)).toEqual(['answered', 'muted', 'ended hung-up remote-party']);
  });

  it('Amazon Connect Streams', () => {
    const { say, shown, events } = shipped('amazon-connect');
    const contact = (event: string, held = false) => ({
      event,
      args: [{}],
      '()': {
        'args.0.getContactId()': 'c-1',
        'args.0.isInbound()': true,
        'args.0.getType()': 'voice',
        'args.0.getQueue().name': 'Sales',
        'args.0.getInitialConnection().getEndpoint().phoneNumber': '+16505550100',
        'args.0.getInitialConnection().isOnHold()': held,
      },
    });
    for (const event of ['onConnecting', 'onAccepted', 'onConnected']) say(contact(event));
    say(contact('onRefresh', true), 1);
    say(contact('onRefresh', false), 1);
    say(contact('onEnded'));
    expect(shown()).toEqual([
      ...['ringing +16505550100', 'answered', 'held local', 'resumed local', 'ended hung-up remote-party'],
    ]);
    expect(events[0]).toMatchObject({ calledNumbers: ['Sales'] });
  });

  it('Tencent TCCC, and leaves out its text chats', () => {
    const { say, shown } = shipped('tencent-tccc');
    const event = (name: string, more: object = {}) =>
      say({ event: name, args: [{ sessionId: 's', ...more }] });
    event('callIn', { type: 'im', sessionId: 'chat' });
    event('callIn', { callerPhoneNumber: '0086075586013388', calleePhoneNumber: '0755' });
    event('userAccessed');
    event('sessionEnded', { closeBy: 'seat' });
    event('callOuted', { sessionId: 'o', calleePhoneNumber: '13900001234' });
    event('calloutAccepted', { sessionId: 'o' });
    event('sessionEnded', { sessionId: 'o', closeBy: 'client' });
    expect(shown()).toEqual([
      ...['ringing 0086075586013388', 'answered', 'ended hung-up agent'],
      ...['dialling 13900001234', 'answered', 'ended hung-up remote-party'],
    ]);
  });

  it('UinCall, whose messages are texts', () => {
    const { say, shown } = shipped('uincall');
    const event = (command: string, more: object = {}) =>
      say(
        JSON.stringify({
          key: 'CTIEvent',
          data: {
            callid: 'c',
            calldirection: 'call in',
            ani: '13100001234',
            dnis: '02863208372',
            command,
            ...more,
          },
        }),
      );
    say('not JSON');
    event('incoming');
    event('call_talking');
    event('call_hangup');
    event('incoming', { callid: 'o', calldirection: 'call out' });
    event('call_talking', { callid: 'o', calldirection: 'call out' });
    expect(shown()).toEqual([
      ...[
        'ringing 13100001234',
        'answered',
        'ended hung-up remote-party',
        'dialling 13100001234',
        'answered',
      ],
    ]);
  });
});
