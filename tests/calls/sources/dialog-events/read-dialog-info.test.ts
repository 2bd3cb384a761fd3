import { expect, test } from 'vitest';
import { readDialogInfo } from '../../../../calls/sources/dialog-events/read-dialog-info.ts';
import { dialogInfo } from './dialog-info.ts';

test.each([
  ['no XML', 'INVITE sip:a@b SIP/2.0'],
  ['nothing', ''],
  ['not well-formed', '<dialog-info version="0" state="full"><dialog></dialog-info>'],
  ['not closed', '<dialog-info version="0" state="full">'],
  ['another document', '<presence xmlns="urn:ietf:params:xml:ns:pidf"/>'],
  ['two roots', `${'<dialog-info version="0" state="full"/>'.repeat(2)}`],
  ['no version', '<dialog-info state="full"/>'],
  ['a version that is none', '<dialog-info version="-1" state="full"/>'],
  ['a state that is none', '<dialog-info version="0" state="some"/>'],
  [
    'entities of its own',
    '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><dialog-info version="0" state="full">&b;</dialog-info>',
  ],
  ['too deep', `<dialog-info version="0" state="full">${'<a>'.repeat(50)}${'</a>'.repeat(50)}</dialog-info>`],
  ['too long', `<dialog-info version="0" state="full">${' '.repeat(300_000)}</dialog-info>`],
])('%s is no document', (_name, xml) => {
  expect(readDialogInfo(xml)).toBeNull();
});

test('prefixes, CDATA, entities and comments are read', () => {
  const info = readDialogInfo(
    `<di:dialog-info xmlns:di="urn:ietf:params:xml:ns:dialog-info" version="00000000003" state="Full">
      <!-- a comment -->
      <di:dialog id="a&amp;b" call-id="c1" direction="recipient"><di:state> <![CDATA[Early]]> </di:state>
        <di:remote><di:identity display="Wang &quot;W&quot; &lt;1&gt;">sip:1&#48;086@example.com</di:identity></di:remote>
      </di:dialog></di:dialog-info>`,
  );
  expect(info).toMatchObject({ version: 3, isFull: true });
  expect(info?.dialogs[0]).toMatchObject({
    ...{ id: 'a&b', state: 'early', direction: 'recipient' },
    remoteParty: { number: '10086', displayName: 'Wang "W" <1>' },
  });
});

test('a dialog without an id or a known state is left out, and the others are read', () => {
  const good = dialogInfo(0, 'full', [{ state: 'early' }]);
  const bad =
    '<dialog><state>early</state></dialog><dialog id="x"><state>odd</state></dialog><dialog id="y"/>';
  const info = readDialogInfo(good.replace('</dialog-info>', `${bad}</dialog-info>`));
  expect(info?.dialogs.map(({ id }) => id)).toEqual(['d1']);
});

test('odd numbers are none', () => {
  const more = '<duration>-5</duration>';
  const info = readDialogInfo(
    dialogInfo(0, 'full', [{ state: '<state event="rejected" code="9999">terminated</state>', more }]),
  );
  expect(info?.dialogs[0]).toMatchObject({ code: null, durationMs: null, end: 'rejected' });
});

test('the address is the target where no identity is given', () => {
  const more = '<remote><target uri="sip:8002@192.0.2.1:5060;transport=udp"/></remote>';
  const info = readDialogInfo(dialogInfo(0, 'full', [{ state: 'early', more }]));
  expect(info?.dialogs[0]?.remoteParty?.number).toBe('8002');
});
