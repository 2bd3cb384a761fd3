import type { Adapter } from '../../contract/pack/adapter.ts';
import { AdapterTap } from './adapter-tap.ts';
import { receiveChannel } from './frame-channel.ts';
import { HostConnection } from './host-connection.ts';
import { MediaTap } from './media-tap.ts';
import { PageTap } from './page-tap.ts';
import { planOf } from './plan-of.ts';
import { watchDocument } from './watch-document.ts';

const now = () => Date.now();
const after = (ms: number, task: () => void) => {
  const timer = setTimeout(task, ms);
  return () => clearTimeout(timer);
};

/**
 * Reads the calls of the page by its SIP, by an adapter if the phone host names one, and where
 * neither shows any, by its audio.
 */
export function followPage(): void {
  let adapter: AdapterTap | null = null;
  let stopWatching = () => {};
  const tap = new PageTap({
    ...{ now, after },
    onSignalling: () => host.send({ kind: 'carries-sip' }),
    report: (events) => host.send({ kind: 'events', events }),
  });
  const media = new MediaTap({
    ...{ now, after },
    newId: () => `media-${crypto.randomUUID()}`,
    isNeeded: () => !tap.carriesSip && adapter?.isFound !== true,
    report: (events) => host.send({ kind: 'events', reader: 'media', events }),
  });
  const sendPlan = receiveChannel({
    onFrame: (direction, text) => tap.receive({ direction, text }),
    onMessage: (json) => adapter?.receive(json),
    onPeer: (peer) => media.follow(peer),
  });
  const host = new HostConnection({
    greet: () => [
      { kind: 'opened', carriesSip: tap.carriesSip || adapter?.isFound === true, events: tap.history },
      ...(adapter === null ? [] : [{ kind: 'events', reader: 'adapter', events: adapter.history } as const]),
      ...(media.history.length === 0
        ? []
        : [{ kind: 'events', reader: 'media', events: media.history } as const]),
    ],
    onAdapter: (named) => use(named),
  });

  /** The page keeps its adapter until it is loaded anew: what is bound in it stays bound. */
  function use(named: Adapter | null): void {
    if (adapter !== null) return;
    if (named !== null) {
      const made = new AdapterTap(named, {
        ...{ now, after },
        onFound: () => host.send({ kind: 'carries-sip' }),
        report: (events) => host.send({ kind: 'events', reader: 'adapter', events }),
      });
      adapter = made;
      stopWatching();
      stopWatching = watchDocument(named, (input, data) => made.read(input, data));
    }
    sendPlan(JSON.stringify(planOf(named)));
  }
}
