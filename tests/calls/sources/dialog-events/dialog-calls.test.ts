import { describe, expect, test } from 'vitest';
import type { CallEvent } from '../../../../calls/call-event.ts';
import { foldPhone, type Phone, QUIET_PHONE } from '../../../../calls/fold-phone.ts';
import { DialogCalls } from '../../../../calls/sources/dialog-events/dialog-calls.ts';
import { readDialogInfo } from '../../../../calls/sources/dialog-events/read-dialog-info.ts';
import { dialogInfo } from './dialog-info.ts';

const NOW = 1_000_000;
const CALL = 'call-id="c1" local-tag="l1"';
const INBOUND = `${CALL} direction="recipient"`;
const OUTBOUND = `${CALL} direction="initiator"`;
const CALLER = 'sip:13900001234@example.com';

/** What the calls of the watched phone are seen to do, by documents. */
function follow() {
  const events: CallEvent[] = [];
  let phone: Phone = QUIET_PHONE;
  const calls = new DialogCalls((event) => {
    const folded = foldPhone(phone, event);
    if (folded.verdict === 'impossible') throw new Error(folded.why);
    if (folded.verdict !== 'applied') return;
    phone = folded.phone;
    events.push(event);
  });
  let now = NOW;
  return {
    calls,
    events,
    says(xml: string): boolean {
      const info = readDialogInfo(xml);
      if (info === null) throw new Error(`No document: ${xml}`);
      now += 1_000;
      return calls.apply(info, now);
    },
    types: () =>
      events.map((event) =>
        event.type === 'ended' ? `${event.call} ${event.end.how}` : `${event.call} ${event.type}`,
      ),
    end: () => events.findLast((event) => event.type === 'ended')?.end,
    states: () => phone.calls.map(({ id, state, direction }) => `${id} ${direction} ${state}`),
  };
}

describe('the examples of RFC 4235', () => {
  // §4.1.1 and §6.1: documents and ids as they stand there.
  const ALICE = 'call-id="a84b4c76e66710" local-tag="1928301774"';
  const rfc = (version: number, state: string, dialogs: string) =>
    `<?xml version="1.0"?><dialog-info xmlns="urn:ietf:params:xml:ns:dialog-info" version="${version}"
      state="${state}" entity="sip:alice@example.com">${dialogs}</dialog-info>`;

  test('a call that is dialled, rings, is answered and ended by the other side', () => {
    const seen = follow();
    const both = `${ALICE} remote-tag="456887766" direction="initiator"`;
    expect(seen.says(rfc(0, 'full', `<dialog id="as7d900as8" ${both}><state>early</state></dialog>`))).toBe(
      true,
    );
    seen.says(rfc(1, 'partial', `<dialog id="as7d900as8" ${both}><state>confirmed</state></dialog>`));
    seen.says(
      rfc(
        2,
        'partial',
        `<dialog id="as7d900as8" ${both}><state event="remote-bye">terminated</state></dialog>`,
      ),
    );
    expect(seen.types()).toEqual([
      'a84b4c76e66710 dialling',
      'a84b4c76e66710 remote-ringing',
      'a84b4c76e66710 answered',
      'a84b4c76e66710 hung-up',
    ]);
    expect(seen.end()).toEqual({ how: 'hung-up', by: 'remote-party' });
  });

  test('a call that is refused by 486', () => {
    const seen = follow();
    seen.says(rfc(0, 'full', ''));
    seen.says(
      rfc(
        1,
        'partial',
        `<dialog id="as7d900as8" ${ALICE} direction="initiator"><state>trying</state></dialog>`,
      ),
    );
    seen.says(
      rfc(
        2,
        'partial',
        `<dialog id="as7d900as8" ${ALICE} direction="initiator">
          <state event="rejected" code="486">terminated</state><duration>145</duration></dialog>`,
      ),
    );
    expect(seen.end()).toEqual({ how: 'refused', sipStatus: 486, cause: 'busy', phrase: null });
  });

  test('an empty document is an idle phone', () => {
    const seen = follow();
    expect(seen.says(rfc(0, 'full', ''))).toBe(true);
    expect(seen.types()).toEqual([]);
  });
});

describe('a call that comes in', () => {
  test('rings with its caller, is answered, held, resumed and ended by the agent', () => {
    const seen = follow();
    const held = '<local><target uri="sip:8001@h"><param pname="+sip.rendering" pval="no"/></target></local>';
    seen.says(dialogInfo(0, 'full'));
    seen.says(dialogInfo(1, 'partial', [{ attributes: INBOUND, state: 'trying', remote: CALLER }]));
    expect(seen.types()).toEqual([]);
    seen.says(dialogInfo(2, 'partial', [{ attributes: INBOUND, state: 'early', remote: CALLER }]));
    seen.says(dialogInfo(3, 'partial', [{ attributes: INBOUND, state: 'confirmed', remote: CALLER }]));
    seen.says(dialogInfo(4, 'partial', [{ attributes: INBOUND, state: 'confirmed', more: held }]));
    seen.says(dialogInfo(5, 'partial', [{ attributes: INBOUND, state: 'confirmed' }]));
    seen.says(dialogInfo(6, 'partial', [{ state: '<state event="local-bye">terminated</state>' }]));
    expect(seen.types().map((line) => line.split(' ')[1])).toEqual([
      'ringing',
      'answered',
      'held',
      'resumed',
      'hung-up',
    ]);
    expect(seen.events[0]).toMatchObject({
      remoteParty: { number: '13900001234' },
      queuedMs: null,
      watchOnly: true,
    });
    expect(seen.end()).toEqual({ how: 'hung-up', by: 'agent' });
  });

  test.each([
    ['<state event="cancelled">terminated</state>', { how: 'given-up' }],
    ['<state>terminated</state>', { how: 'given-up' }],
    ['<state event="rejected" code="603">terminated</state>', { how: 'rejected', sipStatus: 603 }],
    ['<state event="timeout">terminated</state>', { how: 'no-answer' }],
    ['<state event="replaced">terminated</state>', { how: 'answered-elsewhere' }],
    [
      '<state event="error" code="500">terminated</state>',
      { how: 'failed', cause: 'signalling-failed', sipStatus: 500 },
    ],
  ])('that rings ends by %s', (state, end) => {
    const seen = follow();
    seen.says(dialogInfo(0, 'full', [{ attributes: INBOUND, state: 'early' }]));
    seen.says(dialogInfo(1, 'partial', [{ attributes: INBOUND, state }]));
    expect(seen.end()).toEqual(end);
  });

  test('is named later, as after a transfer', () => {
    const seen = follow();
    seen.says(dialogInfo(0, 'full', [{ attributes: INBOUND, state: 'confirmed', remote: CALLER }]));
    seen.says(
      dialogInfo(1, 'full', [{ attributes: INBOUND, state: 'confirmed', remote: 'tel:+8613900009999' }]),
    );
    expect(seen.events.at(-1)).toMatchObject({
      type: 'remote-party-changed',
      remoteParty: { number: '+8613900009999' },
    });
  });

  test('that was up before it was watched began when it says', () => {
    const seen = follow();
    seen.says(
      dialogInfo(7, 'full', [{ attributes: INBOUND, state: 'confirmed', more: '<duration>60</duration>' }]),
    );
    expect(seen.events.map(({ at }) => at)).toEqual([NOW + 1_000 - 60_000, NOW + 1_000 - 60_000]);
  });
});

describe('several dialogs', () => {
  test('are calls of their own, and each ends by itself', () => {
    const seen = follow();
    const other = 'call-id="c2" direction="recipient"';
    const two = (first: string, second: string) =>
      dialogInfo(1, 'full', [{ attributes: INBOUND, state: first }]).replace(
        '</dialog-info>',
        `<dialog id="d2" ${other}><state>${second}</state></dialog></dialog-info>`,
      );
    seen.says(two('confirmed', 'early'));
    seen.says(two('confirmed', 'confirmed'));
    seen.says(dialogInfo(3, 'full', [{ attributes: INBOUND, state: 'confirmed' }]));
    expect(seen.states()).toEqual(['c1 inbound established', 'c2 inbound ended']);
  });

  test('the branches of a fork are one call, which ends with the last of them', () => {
    const seen = follow();
    const fork = (version: number, first: string, second: string) =>
      dialogInfo(version, 'partial', [{ attributes: `${OUTBOUND} remote-tag="a"`, state: first }]).replace(
        '</dialog-info>',
        `<dialog id="d2" ${OUTBOUND} remote-tag="b"><state>${second}</state></dialog></dialog-info>`,
      );
    seen.says(dialogInfo(0, 'full'));
    seen.says(fork(1, 'early', 'early'));
    seen.says(fork(2, 'terminated', 'confirmed'));
    expect(seen.states()).toEqual(['c1 outbound established']);
    seen.says(fork(3, 'terminated', 'terminated'));
    expect(seen.states()).toEqual(['c1 outbound ended']);
  });

  test('one id for all calls, as some servers write it: the Call-ID tells them apart', () => {
    const seen = follow();
    seen.says(dialogInfo(1, 'partial', [{ attributes: INBOUND, state: 'early' }]));
    seen.says(dialogInfo(2, 'partial', [{ attributes: INBOUND, state: 'terminated' }]));
    seen.says(
      dialogInfo(3, 'partial', [{ attributes: 'call-id="c9" direction="recipient"', state: 'early' }]),
    );
    expect(seen.states()).toEqual(['c1 inbound ended', 'c9 inbound ringing']);
  });
});

describe('versions', () => {
  test('a gap: what came is applied, and the whole state is asked for', () => {
    const seen = follow();
    expect(seen.says(dialogInfo(0, 'full'))).toBe(true);
    expect(seen.says(dialogInfo(2, 'partial', [{ attributes: INBOUND, state: 'early' }]))).toBe(false);
    expect(seen.states()).toEqual(['c1 inbound ringing']);
    expect(seen.says(dialogInfo(3, 'full'))).toBe(true);
    expect(seen.states()).toEqual(['c1 inbound ended']);
  });

  test('a partial document of an old version is not applied', () => {
    const seen = follow();
    seen.says(dialogInfo(5, 'full'));
    expect(seen.says(dialogInfo(5, 'partial', [{ attributes: INBOUND, state: 'early' }]))).toBe(false);
    expect(seen.types()).toEqual([]);
  });

  test('a full document counts whatever its version: the server was started anew', () => {
    const seen = follow();
    seen.says(dialogInfo(50, 'full', [{ attributes: INBOUND, state: 'early' }]));
    expect(seen.says(dialogInfo(0, 'full'))).toBe(true);
    expect(seen.states()).toEqual(['c1 inbound ended']);
  });

  test('a partial document first: its calls are followed, and the whole state is asked for', () => {
    const seen = follow();
    expect(seen.says(dialogInfo(9, 'partial', [{ attributes: INBOUND, state: 'early' }]))).toBe(false);
    expect(seen.states()).toEqual(['c1 inbound ringing']);
  });

  test('another subscription: calls go on, and the first full document ends the others', () => {
    const seen = follow();
    seen.says(dialogInfo(3, 'full', [{ attributes: INBOUND, state: 'confirmed' }]));
    seen.calls.restart();
    seen.says(
      dialogInfo(0, 'partial', [{ attributes: 'call-id="c2" direction="recipient"', state: 'early' }]),
    );
    expect(seen.states()).toEqual(['c1 inbound established', 'c2 inbound ringing']);
    seen.says(dialogInfo(1, 'full'));
    expect(seen.states()).toEqual(['c1 inbound ended', 'c2 inbound ended']);
  });
});

describe('a lamp: no remote side and no Call-ID, as Asterisk writes it', () => {
  const line = (version: number, state: string, more = '') =>
    dialogInfo(version, 'full', [{ attributes: more, state }]);
  const RINGING = 'direction="recipient"';

  test('rings, is answered and ends, and the caller is unknown', () => {
    const seen = follow();
    seen.says(line(0, 'terminated'));
    seen.says(line(1, 'early', RINGING));
    seen.says(line(2, 'confirmed'));
    seen.says(line(3, 'terminated'));
    expect(seen.types().map((line) => line.split(' ')[1])).toEqual(['ringing', 'answered', 'hung-up']);
    expect(seen.events[0]).toMatchObject({ remoteParty: { number: '', displayName: null } });
  });

  test('a second caller while the line is in use changes nothing of the first call', () => {
    const seen = follow();
    seen.says(line(1, 'early', RINGING));
    seen.says(line(2, 'confirmed'));
    seen.says(line(3, 'early', RINGING));
    seen.says(line(4, 'confirmed'));
    expect(seen.states()).toEqual(['d1 inbound established']);
  });

  test('in use without a ring: the agent dialled, and nothing says that it was answered', () => {
    const seen = follow();
    seen.says(line(0, 'terminated'));
    seen.says(line(1, 'confirmed'));
    expect(seen.states()).toEqual(['d1 outbound dialling']);
    seen.says(line(2, 'terminated'));
    expect(seen.end()).toEqual({ how: 'cancelled' });
  });

  test('in use from the start: nothing is known of that call, and the next one is followed', () => {
    const seen = follow();
    seen.says(line(0, 'confirmed'));
    seen.says(line(1, 'confirmed'));
    seen.says(line(2, 'terminated'));
    expect(seen.types()).toEqual([]);
    seen.says(line(3, 'early', RINGING));
    expect(seen.states()).toEqual(['d1 inbound ringing']);
  });
});

test('when nothing is reported any more, no call stays up', () => {
  const seen = follow();
  seen.says(dialogInfo(0, 'full', [{ attributes: INBOUND, state: 'confirmed' }]));
  seen.calls.endAll(NOW + 5_000);
  expect(seen.end()).toEqual({ how: 'broken', cause: 'signalling-failed', sipStatus: null });
});
