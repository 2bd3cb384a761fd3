import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { receiveFrames } from '../content-scripts/softphone/frame-channel.ts';
import { HostConnection } from '../content-scripts/softphone/host-connection.ts';
import { PageTap } from '../content-scripts/softphone/page-tap.ts';

/**
 * Runs beside the page, in the sites that were named for the softphone: reads the frames that the
 * hook copies, and sends the phone host what happened. No message leaves the page.
 */
export default defineUnlistedScript(() => {
  const tap = new PageTap({
    now: () => Date.now(),
    after: (ms, task) => {
      const timer = setTimeout(task, ms);
      return () => clearTimeout(timer);
    },
    onSignalling: () => host.send({ kind: 'carries-sip' }),
    report: (events) => host.send({ kind: 'events', events }),
  });
  const host = new HostConnection(() => [
    { kind: 'opened', carriesSip: tap.carriesSip, events: tap.history },
  ]);
  receiveFrames((direction, text) => tap.receive({ direction, text }));
});
