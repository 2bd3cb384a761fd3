/** Phones and phone systems for which there are lines to paste. */
export const PHONE_KINDS = [
  ...([
    'yealink',
    'snom',
    'grandstream',
    'fanvil',
    'polycom',
    'microsip',
    'freepbx',
    'freeswitch',
    '3cx',
  ] as const),
];
export type PhoneKind = (typeof PHONE_KINDS)[number];

export const PHONE_NAMES: Readonly<Record<PhoneKind, string>> = {
  yealink: 'Yealink',
  snom: 'Snom',
  grandstream: 'Grandstream',
  fanvil: 'Fanvil',
  polycom: 'Polycom / Poly',
  microsip: 'MicroSIP',
  freepbx: 'FreePBX / Asterisk',
  freeswitch: 'FreeSWITCH',
  '3cx': '3CX',
};

/** Where the phones of one agent report to. `address` ends with the token. */
export function phoneAddress(server: string, port: number, secret: string): string {
  return `http://${new URL(server).hostname}:${port}/phone-events/${secret}`;
}

/**
 * What is pasted into the phone or its provisioning file, ready to work: in the phone's own words,
 * with its own variables.
 */
export function phoneLines(kind: PhoneKind, address: string): string {
  return LINES[kind](address).join('\n');
}

const LINES: Readonly<Record<PhoneKind, (address: string) => readonly string[]>> = {
  yealink: (address) => {
    const party = '?call=$call_id&number=$remote&name=$display_remote';
    return [
      `action_url.incoming_call = ${address}/incoming${party}`,
      `action_url.outgoing_call = ${address}/outgoing${party}`,
      `action_url.call_established = ${address}/answered${party}`,
      `action_url.hold = ${address}/held${party}`,
      `action_url.unhold = ${address}/resumed${party}`,
      `action_url.missed_call = ${address}/missed${party}`,
      `action_url.reject_incoming_call = ${address}/refused${party}`,
      `action_url.call_terminated = ${address}/ended${party}`,
    ];
  },
  snom: (address) => {
    const party = '?call=$call-id&number=$remote';
    return [
      `action_incoming_url: ${address}/incoming${party}`,
      `action_outgoing_url: ${address}/outgoing${party}`,
      `action_connected_url: ${address}/answered${party}`,
      `action_hold_url: ${address}/held${party}`,
      `action_unhold_url: ${address}/resumed${party}`,
      `action_missed_url: ${address}/missed${party}`,
      `action_disconnected_url: ${address}/ended${party}`,
    ];
  },
  grandstream: (address) => {
    const party = '?number=$remote&name=$display_remote';
    return [
      `Incoming Call: ${address}/incoming${party}`,
      `Outgoing Call: ${address}/outgoing${party}`,
      `Establish Call: ${address}/answered${party}`,
      `Hold Call: ${address}/held${party}`,
      `Resume Call: ${address}/resumed${party}`,
      `Missed Call: ${address}/missed${party}`,
      `Terminate Call: ${address}/ended${party}`,
    ];
  },
  fanvil: (address) => {
    const party = '?call=$call_id&number=$remote&name=$display_remote';
    return [
      `Incoming Call: ${address}/incoming${party}`,
      `Outgoing Call: ${address}/outgoing${party}`,
      `Call Established: ${address}/answered${party}`,
      `Hold: ${address}/held${party}`,
      `Resume: ${address}/resumed${party}`,
      `Missed Call: ${address}/missed${party}`,
      `Call Terminated: ${address}/ended${party}`,
    ];
  },
  polycom: (address) => [
    `<telNotification apps.telNotification.URL="${address}"`,
    '  apps.telNotification.incomingEvent="1" apps.telNotification.outgoingEvent="1"',
    '  apps.telNotification.callStateChangeEvent="1" />',
  ],
  microsip: (address) => [
    'rem C:\\sansheng\\phone.bat',
    `@curl -s -G -m 3 "${address}/%~1" --data-urlencode "number=%~2"`,
    'rem microsip.ini, [Settings]',
    'cmdIncomingCall=C:\\sansheng\\phone.bat incoming',
    'cmdOutgoingCall=C:\\sansheng\\phone.bat outgoing',
    'cmdCallAnswer=C:\\sansheng\\phone.bat answered',
    'cmdCallStart=C:\\sansheng\\phone.bat answered',
    'cmdCallBusy=C:\\sansheng\\phone.bat refused',
    'cmdCallEnd=C:\\sansheng\\phone.bat ended',
  ],
  freepbx: (address) => {
    const party = `call=\${LINKEDID}&number=\${URIENCODE(\${CALLERID(num)})}&name=\${URIENCODE(\${CALLERID(name)})}`;
    return [
      '; extensions_custom.conf, in place of the Dial of the extension',
      `same => n,Set(R=\${CURL(${address}/incoming?${party})})`,
      'same => n,Set(CHANNEL(hangup_handler_push)=sansheng-ended,s,1)',
      `same => n,Dial(PJSIP/\${EXTEN},30,U(sansheng-answered))`,
      '',
      '[sansheng-answered]',
      `exten => s,1,Set(R=\${CURL(${address}/answered?call=\${LINKEDID})})`,
      'same => n,Return()',
      '',
      '[sansheng-ended]',
      `exten => s,1,Set(R=\${CURL(${address}/ended?call=\${LINKEDID})})`,
      'same => n,Return()',
    ];
  },
  freeswitch: (address) => {
    const call = (event: string, more = '') => `curl ${address}/${event}?call=\${uuid}${more}`;
    const party = `&amp;number=\${url_encode(\${caller_id_number})}&amp;name=\${url_encode(\${caller_id_name})}`;
    return [
      `<action application="set" data="api_result=\${curl(${address}/incoming?call=\${uuid}${party})}"/>`,
      `<action application="set" data="api_on_answer=${call('answered')}"/>`,
      `<action application="set" data="api_hangup_hook=${call('ended')}"/>`,
    ];
  },
  '3cx': (address) => {
    const party = '?number=%CallerNumber%&name=%CallerDisplayName%';
    return [`${address}/incoming${party}`];
  },
};
