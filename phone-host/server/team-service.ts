import { fetchFromServer } from '../../browser/server/call-server.ts';
import { EventFollower } from '../../browser/server/event-follower.ts';
import { eventsApi, type ServerEvent } from '../../contract/api/events/server-event.ts';
import { SYNC_CHANNEL, type SyncMessage } from '../../contract/messages/sync-message.ts';
import type { Stores } from '../../storage/open-stores.ts';
import type { Link } from '../../storage/sync/link-store.ts';
import { every, HostPart, onEvent, onMessage } from '../part.ts';
import type { ContactFinder } from './contact-finder.ts';
import type { Membership } from './membership.ts';
import type { PackService } from './pack-service.ts';
import type { PhoneReports } from './phone-reports.ts';
import type { PresenceService } from './presence-service.ts';
import { ReleaseFetcher } from './release-fetcher.ts';
import type { SyncScheduler } from './sync-scheduler.ts';

interface TeamNeeds {
  readonly stores: Pick<Stores, 'links' | 'vault'>;
  readonly packs: PackService;
  readonly presence: Pick<PresenceService, 'use' | 'receive'>;
  readonly contacts: Pick<ContactFinder, 'use'>;
  readonly phoneReports?: Pick<PhoneReports, 'receive' | 'connected'>;
  readonly membership: Pick<Membership, 'use' | 'refresh' | 'refuse'>;
  readonly sync: Pick<SyncScheduler, 'syncNow'>;
  readonly random: () => number;
}

/** While the event stream is not open, the server is polled this often. */
const POLL_MS = 60_000;

/** Receives the events of the team's server, and gives each to the part that it concerns. */
export class TeamService extends HostPart<TeamNeeds> {
  readonly #channel = new BroadcastChannel(SYNC_CHANNEL);
  #token: string | null = null;
  #link: Link | null = null;
  #follower: EventFollower | null = null;
  #releases: ReleaseFetcher | null = null;
  #open = false;

  start(): Promise<void> {
    const { stores, packs } = this.needs;
    this.undoOnStop(
      onMessage<SyncMessage>(this.#channel, ({ kind }) => {
        if (kind === 'state' || kind === 'sync-now') void this.#refresh();
        // The user may have compared the root.
        if (kind === 'sync-now' && packs.trust === null) void this.#releases?.fetchDue();
      }),
      stores.vault.subscribe(() => void this.#refresh()),
      packs.subscribe(() => void this.#releases?.reportReceipt()),
      onEvent(globalThis, 'online', () => this.#follower?.again()),
      every(POLL_MS, () => {
        if (!this.#open) void this.#poll();
      }),
    );
    return this.#refresh();
  }

  override stop(): void {
    super.stop();
    this.#follower?.stop();
  }

  /** At the start, and when the browser may have joined a team or left it. */
  async #refresh(): Promise<void> {
    const { links, vault } = this.needs.stores;
    if (vault.state.state === 'not-set-up') return;
    const reading = await links.read();
    if (reading.state === 'locked') return;
    const link = reading.state === 'linked' ? reading.link : null;
    if ((link?.token ?? null) === this.#token) return;
    // The roles of a refused enrolment stay: orders are shown as before, only nothing is sent.
    this.needs.membership.use(reading.state === 'none' ? null : reading.link);
    this.#follower?.stop();
    this.#token = link?.token ?? null;
    this.#follower = null;
    this.#releases = null;
    this.#link = null;
    this.needs.phoneReports?.connected(false);
    const { packs, presence, contacts, membership, random } = this.needs;
    presence.use(link);
    contacts.use(link);
    if (link === null) return;
    // First, because an enrolment may have brought the root that releases are checked against.
    await packs.open(link.me.team.id);
    const releases = new ReleaseFetcher(link, packs, () => membership.refuse(link));
    const follower = new EventFollower({
      open: (lastId, signal) => {
        const headers: Record<string, string> = lastId === null ? {} : { 'last-event-id': lastId };
        return fetchFromServer(link, eventsApi.stream, {}, headers, signal);
      },
      received: (event) => void this.#handle(event, releases, link),
      stateChanged: (state) => {
        this.#open = state === 'open';
        this.needs.phoneReports?.connected(this.#open);
      },
      random,
    });
    this.#releases = releases;
    this.#link = link;
    this.#follower = follower;
    void releases.fetchDue();
    void follower.run();
  }

  /** The computer woke up: a stream that looks open may be dead. */
  wake(): void {
    this.#follower?.again();
    void this.#poll();
  }

  /**
   * Asks for what events may have reported meanwhile. Sync asks for notes and team events itself.
   */
  async #poll(): Promise<void> {
    if (this.#link === null) return;
    await Promise.all([this.#releases?.fetchDue(), this.needs.membership.refresh(this.#link)]);
  }

  async #handle(event: ServerEvent, releases: ReleaseFetcher, link: Link): Promise<void> {
    const { presence, membership, sync } = this.needs;
    switch (event.type) {
      case 'hello':
      case 'reset':
        sync.syncNow();
        await this.#poll();
        break;
      case 'release':
        if (event.document === null) await releases.fetchRelease(event.sequence);
        else await releases.acceptPushed(event.sequence, event.document);
        break;
      case 'team-keys':
        await releases.fetchKeys();
        break;
      case 'member':
        await membership.refresh(link);
        break;
      case 'changed':
        sync.syncNow();
        break;
      case 'help':
      case 'message':
        presence.receive(event, link.me.member.number);
        break;
      case 'phone':
        this.needs.phoneReports?.receive(event.report);
        break;
      case 'draft':
      case 'receipt':
      case 'presence':
        break;
    }
  }
}
