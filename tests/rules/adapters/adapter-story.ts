import * as v from 'valibot';
import type { CallEvent, PhoneEvent } from '../../../calls/call-event.ts';
import { foldPhone, type Phone, QUIET_PHONE } from '../../../calls/fold-phone.ts';
import { parsePageMessage } from '../../../contract/messages/page-message.ts';
import { type Adapter, adapterSchema } from '../../../contract/pack/adapter.ts';
import { AdapterReader } from '../../../rules/adapters/adapter-reader.ts';

/** An adapter with one input. */
export function adapterWith(input: object): Adapter {
  return v.parse(adapterSchema, { id: 'toolbar', name: 'Toolbar', inputs: [input] });
}

/** Messages of one page, read by an adapter; every event must be possible and pass to the host. */
export function adapterStory(adapter: Adapter) {
  const reader = new AdapterReader(adapter);
  const events: (CallEvent | PhoneEvent)[] = [];
  const impossible: string[] = [];
  let phone: Phone = QUIET_PHONE;
  let now = 1_000_000;
  const keep = (more: readonly (CallEvent | PhoneEvent)[]) => {
    for (const event of more) {
      if (parsePageMessage({ kind: 'events', events: [event] }) === null)
        impossible.push(`form ${event.type}`);
      const result = foldPhone(phone, event);
      if (result.verdict === 'applied') phone = result.phone;
      else impossible.push(`${result.verdict} ${event.type}`);
      events.push(event);
    }
  };
  return {
    reader,
    events,
    impossible,
    get phone() {
      return phone;
    },
    say(data: unknown, input = 0) {
      const found = adapter.inputs[input];
      if (found === undefined) throw new Error(`no input ${input}`);
      keep(reader.read({ input: found, data }, now));
    },
    pass(ms: number) {
      now += ms;
      keep(reader.onTime(now));
    },
    shown: () =>
      events.map((event) => {
        const number = 'remoteParty' in event ? ` ${event.remoteParty.number}` : '';
        const end =
          event.type === 'ended' ? ` ${event.end.how}${'by' in event.end ? ` ${event.end.by}` : ''}` : '';
        const side = 'holdOriginator' in event ? ` ${event.holdOriginator}` : '';
        return `${event.type}${number}${end}${side}`;
      }),
  };
}
