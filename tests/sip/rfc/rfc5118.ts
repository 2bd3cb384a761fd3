import { message, type RfcMessage } from './rfc-message.ts';

const register = (uri: string, callId: string) => `
REGISTER ${uri} SIP/2.0
To: sip:user@example.com
From: sip:user@example.com;tag=81x2
Via: SIP/2.0/UDP [2001:db8::9:1];branch=z9hG4bKas3-111
Call-ID: ${callId}
Max-Forwards: 70
Contact: "Caller" <sip:caller@[2001:db8::1]>
CSeq: 98176 REGISTER
Content-Length: 0

`;

const invite = (callId: string, sdp: string) => `
INVITE sip:user@[2001:db8::10] SIP/2.0
To: sip:user@[2001:db8::10]
From: sip:user@example.com;tag=81x2
Via: SIP/2.0/UDP [2001:db8::20];branch=z9hG4bKas3-111
Call-ID: ${callId}
Contact: "Caller" <sip:caller@[2001:db8::20]>
CSeq: 8612 INVITE
Max-Forwards: 70
Content-Type: application/sdp
Content-Length: ${Buffer.byteLength(sdp.replaceAll('\n', '\r\n'))}

${sdp}`;

/** RFC 5118 §4: IPv6 addresses wherever SIP may have them. */
export const RFC5118: readonly RfcMessage[] = [
  message(
    'ipv6-good',
    '5118 4.1',
    [405, 501],
    register('sip:[2001:db8::10]', 'SSG9559905523997077@hlau_4100'),
  ),
  message(
    'ipv6-bad',
    '5118 4.2',
    [400, 405, 501],
    register('sip:2001:db8::10', 'SSG9559905523997078@hlau_4100'),
  ),
  message(
    'port-ambiguous',
    '5118 4.3',
    [400, 405, 501],
    register('sip:[2001:db8::10:5070]', 'SSG9559905523997079@hlau_4100'),
  ),
  message(
    'port-unambiguous',
    '5118 4.4',
    [405, 501],
    register('sip:[2001:db8::10]:5070', 'SSG9559905523997080@hlau_4100'),
  ),
  message(
    'via-received-param-with-delim',
    '5118 4.5',
    [481],
    `
BYE sip:[2001:db8::10] SIP/2.0
To: sip:user@example.com;tag=bd76ya
From: sip:user@example.com;tag=81x2
Via: SIP/2.0/UDP [2001:db8::9:1];received=[2001:db8::9:255];branch=z9hG4bKas3-111
Call-ID: SSG9559905523997081@hlau_4100
Max-Forwards: 70
CSeq: 321 BYE
Content-Length: 0

`,
  ),
  message(
    'via-received-param-no-delim',
    '5118 4.5',
    [200],
    `
OPTIONS sip:[2001:db8::10] SIP/2.0
To: sip:user@example.com
From: sip:user@example.com;tag=81x2
Via: SIP/2.0/UDP [2001:db8::9:1];received=2001:db8::9:255;branch=z9hG4bKas3
Call-ID: SSG95523997077@hlau_4100
Max-Forwards: 70
Contact: "Caller" <sip:caller@[2001:db8::9:1]>
CSeq: 921 OPTIONS
Content-Length: 0

`,
  ),
  message(
    'ipv6-in-sdp',
    '5118 4.6',
    'final',
    invite(
      'SSG9559905523997082@hlau_4100',
      `v=0
o=assistant 971731711378798081 0 IN IP6 2001:db8::20
s=Live video feed for today's meeting
c=IN IP6 2001:db8::20
t=3338481189 3370017201
m=audio 6000 RTP/AVP 2
a=rtpmap:2 G726-32/8000
m=video 6024 RTP/AVP 107
a=rtpmap:107 H263-1998/90000
`,
    ),
  ),
  message(
    'mult-ip-in-header',
    '5118 4.7',
    [481],
    `
BYE sip:user@host.example.net SIP/2.0
Via: SIP/2.0/UDP [2001:db8::9:1]:6050;branch=z9hG4bKas3-111
Via: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bKjhja8781hjuaij65144
Via: SIP/2.0/TCP [2001:db8::9:255];branch=z9hG4bK451jj;received=192.0.2.200
Call-ID: 997077@lau_4100
Max-Forwards: 70
CSeq: 89187 BYE
To: sip:user@example.net;tag=9817--94
From: sip:user@example.com;tag=81x2
Content-Length: 0

`,
  ),
  message(
    'mult-ip-in-sdp',
    '5118 4.8',
    'final',
    invite(
      'SSG9559905523997083@hlau_4100',
      `v=0
o=bob 280744730 28977631 IN IP4 host.example.com
s=
t=0 0
m=audio 22334 RTP/AVP 0
c=IN IP4 192.0.2.1
m=video 6024 RTP/AVP 107
c=IN IP6 2001:db8::1
a=rtpmap:107 H263-1998/90000
`,
    ),
  ),
  message(
    'ipv4-mapped-ipv6',
    '5118 4.9',
    'final',
    `
INVITE sip:user@example.com SIP/2.0
To: sip:user@example.com
From: sip:user@east.example.com;tag=81x2
Via: SIP/2.0/UDP [::ffff:192.0.2.10]:19823;branch=z9hG4bKbh19
Via: SIP/2.0/UDP [::ffff:192.0.2.2];branch=z9hG4bKas3-111
Call-ID: SSG9559905523997077@hlau_4101
Contact: "T. desk phone" <sip:ted@[::ffff:192.0.2.2]>
CSeq: 612 INVITE
Max-Forwards: 70
Content-Type: application/sdp

v=0
o=bob 280744730 28977631 IN IP6 ::ffff:192.0.2.2
s=
t=0 0
m=audio 22334 RTP/AVP 0
c=IN IP6 ::ffff:192.0.2.2
`,
  ),
  message(
    'ipv6-bug-abnf-3-colons',
    '5118 4.10',
    [200, 400],
    `
OPTIONS sip:user@[2001:db8:::192.0.2.1] SIP/2.0
To: sip:user@[2001:db8:::192.0.2.1]
From: sip:user@example.com;tag=810x2
Via: SIP/2.0/UDP lab1.east.example.com;branch=z9hG4bKas3-111
Call-ID: G9559905523997077@hlau_4100
CSeq: 689 OPTIONS
Max-Forwards: 70
Content-Length: 0

`,
  ),
];
