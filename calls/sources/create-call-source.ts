import type { CreateCallSource } from '../call-source.ts';
import { browserClock } from './clock.ts';
import { DialogEventsSource } from './dialog-events/dialog-events-source.ts';
import { JssipSource } from './jssip/jssip-source.ts';
import { ReportedSource } from './reported/reported-source.ts';
import type { WatchPages } from './tap/softphone-page.ts';
import { TapSource } from './tap/tap-source.ts';

/** Longest wait for a better ICE candidate: an answer must not wait for a silent STUN server. */
const ICE_BUDGET_MS = 60;

/**
 * The phone systems that the extension uses: a SIP account over WebSocket, a softphone in web
 * pages, a desk phone whose phone system reports its calls, or phones that report theirs to the
 * team's server.
 */
export function createCallSource(watchPages: WatchPages): CreateCallSource {
  return (account, access) => {
    if ('sites' in account)
      return new TapSource({ account, watchPages, clock: browserClock, notice: access.notice });
    if ('reports' in account) {
      const { watchReports = () => () => {} } = access;
      return new ReportedSource({ account, watchReports, clock: browserClock });
    }
    if (!('ipPhone' in account))
      return new JssipSource({ ...account, ...access, iceBudgetMs: ICE_BUDGET_MS });
    const { media, report } = access;
    return new DialogEventsSource({
      account,
      phone: new JssipSource({
        ...{ ...account.over, media, report, iceBudgetMs: ICE_BUDGET_MS },
        // The desk phone answers; a fork to this account must not keep it from that.
        turnAway: () => 480,
        isReady: () => false,
      }),
      clock: browserClock,
      token: () => crypto.randomUUID().replaceAll('-', ''),
      report: (detail) => report({ problem: 'unreadable-frame', detail }),
    });
  };
}
