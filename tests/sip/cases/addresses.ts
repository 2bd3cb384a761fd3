import { rawCase, type SipCase } from '../sip-case.ts';
import type { RequestParts } from '../wire/write-request.ts';

/** A call that rings with this number (and name), whatever the form of its headers. */
function ringsAs(
  name: string,
  rfc: string,
  sends: RequestParts,
  number: string,
  displayName: string | null = null,
): SipCase {
  return rawCase({
    name,
    rfc,
    sends,
    mustAnswer: 'ring',
    agentSees: { remoteParty: { number, displayName } },
  });
}

/** A call that RFC 3261 does not allow: it rings or is refused, but never without an answer. */
function isAnswered(name: string, rfc: string, sends: RequestParts): SipCase {
  return rawCase({ name, rfc, sends, mustAnswer: 'final' });
}

const from = (value: string): RequestParts => ({ from: value });

export const ADDRESSES: readonly SipCase[] = [
  ringsAs('From is a tel URI', '3261 20.20', from('<tel:+8613900001234>;tag=a1'), '+8613900001234'),
  ringsAs(
    'From is a tel URI without brackets',
    '3261 20.20',
    from('tel:+8613900001234;tag=a2'),
    '+8613900001234',
  ),
  ringsAs(
    'From is a tel URI with a name',
    '3966 3',
    from('"王" <tel:+8613900001234>;tag=a3'),
    '+8613900001234',
    '王',
  ),
  ringsAs('From is a SIPS URI', '3261 19.1', from('<sips:13900001234@example.com>;tag=a4'), '13900001234'),
  ringsAs(
    'the scheme is in capitals',
    '3261 19.1.4',
    from('<SIP:13900001234@example.com>;tag=a5'),
    '13900001234',
  ),
  ringsAs('no brackets', '3261 20.20', from('sip:13900001234@example.com;tag=a6'), '13900001234'),
  ringsAs('a host without a dot', '3261 25.1', from('<sip:1001@pbx>;tag=a7'), '1001'),
  ringsAs('a host that ends with a dot', '3261 25.1', from('<sip:1001@example.com.>;tag=a8'), '1001'),
  ringsAs('an IPv4 host with a port', '3261 25.1', from('<sip:1001@192.0.2.7:5062>;tag=a9'), '1001'),
  ringsAs('an IPv6 host', '3261 25.1', from('<sip:1001@[2001:db8::9:1]:5062>;tag=b1'), '1001'),
  ringsAs(
    'an IPv6 host with an IPv4 tail',
    '5118 4.9',
    from('<sip:1001@[::ffff:192.0.2.10]>;tag=b2'),
    '1001',
  ),
  ringsAs(
    'URI parameters',
    '3261 19.1.1',
    from('<sip:1001@example.com;user=phone;transport=udp;lr>;tag=b3'),
    '1001',
  ),
  ringsAs('URI headers', '3261 19.1.1', from('<sip:1001@example.com?subject=a%20b>;tag=b4'), '1001'),
  ringsAs(
    'header parameters around the tag',
    '3261 20.20',
    from('<sip:1001@example.com>;x;y=z;tag=b5;w="a;b"'),
    '1001',
  ),
  ringsAs(
    'spaces around the separators',
    '3261 7.3.1',
    from('< sip:1001@example.com >  ;  tag = b6'.replace('< ', '<').replace(' >', '>')),
    '1001',
  ),
  ringsAs('To is a tel URI', '3261 20.39', { to: '<tel:+862160000000>' }, '13900000001'),
  ringsAs('To without brackets', '3261 20.39', { to: 'sip:agent@example.com' }, '13900000001'),
  ringsAs(
    'To is somebody else',
    '3261 8.2.2.1',
    { to: '<sip:4008001234@hotline.example.com>' },
    '13900000001',
  ),
  ringsAs(
    'To has a name in Chinese',
    '3261 20.39',
    { to: '"示例热线" <sip:4008001234@example.com>' },
    '13900000001',
  ),
  ringsAs(
    'Contact without brackets',
    '3261 20.10',
    { contact: 'sip:13900000001@proxy.example.com' },
    '13900000001',
  ),
  ringsAs(
    'Contact without a user',
    '3261 20.10',
    { contact: '<sip:proxy.example.com:5060;transport=ws>' },
    '13900000001',
  ),
  ringsAs(
    'Contact has a host without a dot',
    '3261 20.10',
    { contact: '<sip:1001@pbx:5060>' },
    '13900000001',
  ),
  ringsAs(
    'Contact has parameters',
    '3840 9',
    { contact: '<sip:1001@192.0.2.1:5060;ob>;+sip.instance="<urn:uuid:0-1>";audio;q=0.5' },
    '13900000001',
  ),
  ringsAs('Contact has a name', '3261 20.10', { contact: '"网关 A, B" <sip:1001@192.0.2.1>' }, '13900000001'),
  ringsAs('Contact is a SIPS URI', '3261 20.10', { contact: '<sips:1001@proxy.example.com>' }, '13900000001'),

  ringsAs(
    'a quoted name in Chinese',
    '3261 25.1',
    from('"王女士" <sip:1001@example.com>;tag=c1'),
    '1001',
    '王女士',
  ),
  ringsAs(
    'a name of tokens',
    '3261 25.1',
    from('Lao Wang <sip:1001@example.com>;tag=c2'),
    '1001',
    'Lao Wang',
  ),
  ringsAs(
    'a name with escaped quotes',
    '3261 25.1',
    from(String.raw`"a \"b\" \\ c" <sip:1001@example.com>;tag=c3`),
    '1001',
    String.raw`a "b" \ c`,
  ),
  ringsAs(
    'a name with brackets, commas and semicolons',
    '3261 25.1',
    from('"<sip:x@y>, z;tag=no" <sip:1001@example.com>;tag=c4'),
    '1001',
    '<sip:x@y>, z;tag=no',
  ),
  ringsAs('an empty name', '3261 25.1', from('"" <sip:1001@example.com>;tag=c5'), '1001'),
  ringsAs(
    'no space after the name',
    '4475 3.1.1.6',
    from('"Lao"<sip:1001@example.com>;tag=c6'),
    '1001',
    'Lao',
  ),
  ringsAs(
    'a name of markup',
    '3261 25.1',
    from('"<img src=x onerror=alert(1)>" <sip:1001@example.com>;tag=c7'),
    '1001',
    '<img src=x onerror=alert(1)>',
  ),
  isAnswered('an unquoted name in Chinese', '3261 25.1', from('王女士 <sip:1001@example.com>;tag=d1')),
  isAnswered(
    'an unquoted name with a comma',
    '4475 3.1.2.15',
    from('Bell, Alexander <sip:1001@example.com>;tag=d2'),
  ),
  isAnswered(
    'a name whose quote never ends',
    '4475 3.1.2.6',
    from('"Lao Wang <sip:1001@example.com>;tag=d3'),
  ),
  isAnswered('a bracket that never ends', '3261 25.1', from('<sip:1001@example.com;tag=d4')),
  isAnswered('# in the user', '3261 25.1', from('<sip:*72#1001@example.com>;tag=d5')),
  isAnswered('Chinese in the user', '3261 25.1', from('<sip:王女士@example.com>;tag=d6')),
  isAnswered('a space in the user', '3261 25.1', from('<sip:139 0000 1234@example.com>;tag=d7')),
  isAnswered('a host with an underscore', '3261 25.1', from('<sip:1001@my_pbx.example.com>;tag=d8')),
  isAnswered('no host', '3261 25.1', from('<sip:1001@>;tag=d9')),
  isAnswered('a port that is none', '3261 25.1', from('<sip:1001@example.com:99999>;tag=e1')),
  isAnswered('an unknown scheme', '4475 3.3.4', from('<isbn:2983792873>;tag=e2')),
  isAnswered('a mail address', '3261 25.1', from('<mailto:a@example.com>;tag=e3')),
  isAnswered('no tag', '3261 8.1.1.3', from('<sip:1001@example.com>')),
  isAnswered('an empty tag', '3261 25.1', from('<sip:1001@example.com>;tag=')),
  isAnswered('two From lines', '4475 3.3.8', { headers: ['From: <sip:other@example.com>;tag=zz'] }),
  isAnswered('two To lines', '4475 3.3.8', { headers: ['To: <sip:other@example.com>'] }),
  isAnswered('To with an empty tag', '3261 25.1', { to: '<sip:agent@example.com>;tag=' }),
  isAnswered('Contact is a tel URI', '3261 8.1.1.8', { contact: '<tel:+8613900001234>' }),
  isAnswered('Contact is a word', '3261 8.1.1.8', { contact: 'gateway' }),
  isAnswered('Contact is a star', '3261 20.10', { contact: '*' }),
  isAnswered('Contact is empty', '3261 8.1.1.8', { contact: '' }),
  isAnswered('no Contact', '3261 8.1.1.8', { contact: null }),
  isAnswered('two Contacts', '3261 8.1.1.8', { contact: '<sip:a@192.0.2.1>, <sip:b@192.0.2.1>' }),
  isAnswered('# in the Contact', '3261 25.1', { contact: '<sip:*72#@192.0.2.1:5060>' }),
];
