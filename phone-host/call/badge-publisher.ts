import { liveCalls } from '../../calls/fold-phone.ts';
import type { BackgroundRequest } from '../../contract/messages/background-request.ts';
import { HostPart } from '../part.ts';
import type { JournalStream } from './live-journal.ts';
import type { PhoneStatusMonitor } from './phone-status-monitor.ts';

interface BadgeNeeds {
  readonly journal: JournalStream;
  readonly status: Pick<PhoneStatusMonitor, 'phoneStatus' | 'subscribe'>;
  readonly ask: (request: BackgroundRequest) => Promise<unknown>;
}

/** Sends the state of the phone to the background, which shows it at the toolbar icon. */
export class BadgePublisher extends HostPart<BadgeNeeds> {
  #published = '';

  start(): void {
    const { journal, status } = this.needs;
    const publish = () => this.#publish();
    this.undoOnStop(journal.subscribe(publish), status.subscribe(publish));
  }

  #publish(): void {
    const { journal, status, ask } = this.needs;
    const live = liveCalls(journal.phone);
    const rings = live.some(({ state }) => state === 'ringing');
    const isOut = status.phoneStatus.status === 'out';
    const badge = rings ? 'ringing' : live.length > 0 ? 'in-call' : isOut ? 'out' : 'idle';
    const published = `${badge}:${live.length}`;
    if (published === this.#published) return;
    this.#published = published;
    void ask({ to: 'background', kind: 'status', badge, liveCalls: live.length });
  }
}
