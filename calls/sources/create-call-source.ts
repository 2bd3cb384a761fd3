import type { CreateCallSource } from '../call-source.ts';
import { browserClock } from './clock.ts';
import { JssipSource } from './jssip/jssip-source.ts';
import { ReportedSource } from './reported/reported-source.ts';
import type { WatchPages } from './tap/softphone-page.ts';
import { TapSource } from './tap/tap-source.ts';

/** Longest wait for a better ICE candidate: an answer must not wait for a silent STUN server. */
const ICE_BUDGET_MS = 60;

/**
 * The phone systems that the extension uses: a SIP account over WebSocket, a softphone in web
 * pages, or phones that report their calls to the team's server.
 */
export function createCallSource(watchPages: WatchPages): CreateCallSource {
  return (account, access) => {
    if ('sites' in account)
      return new TapSource({ account, watchPages, clock: browserClock, notice: access.notice });
    if ('reports' in account) {
      const { watchReports = () => () => {} } = access;
      return new ReportedSource({ account, watchReports, clock: browserClock });
    }
    return new JssipSource({ ...account, ...access, iceBudgetMs: ICE_BUDGET_MS });
  };
}
