import { fetchFromServer } from '../../browser/server/call-server.ts';
import { EventFollower } from '../../browser/server/event-follower.ts';
import { eventsApi, type ServerEvent } from '../../contract/api/events/server-event.ts';
import { SYNC_CHANNEL, type SyncMessage } from '../../contract/messages/sync-message.ts';
import type { Stores } from '../../storage/open-stores.ts';
import type { Link } from '../../storage/sync/link-store.ts';
import type { Membership } from './membership.ts';
import type { PackService } from './pack-service.ts';
import type { PresenceService } from './presence-service.ts';
import { ReleaseFetcher } from './release-fetcher.ts';

interface TeamServicePorts {
  readonly stores: Pick<Stores, 'links' | 'vault'>;
  readonly packs: PackService;
  readonly presence: PresenceService;
  readonly membership: Membership;
  /** Something of the team changed at the server. */
  readonly syncNow: () => void;
  readonly random: () => number;
}

/** Where no stream comes through, the server is asked this often for what it would have told. */
const POLL_MS = 60_000;

/** Listens to the team's server, if this browser belongs to a team, and gives every event to whom it concerns. */
export class TeamService {
  readonly #ports: TeamServicePorts;
  readonly #channel = new BroadcastChannel(SYNC_CHANNEL);
  #token: string | null = null;
  #link: Link | null = null;
  #follower: EventFollower | null = null;
  #releases: ReleaseFetcher | null = null;
  #open = false;

  constructor(ports: TeamServicePorts) {
    this.#ports = ports;
    this.#channel.onmessage = ({ data }: MessageEvent<SyncMessage>) => {
      if (data.kind === 'state' || data.kind === 'sync-now') void this.refresh();
    };
    ports.stores.vault.subscribe(() => void this.refresh());
    addEventListener('online', () => this.#follower?.again());
    setInterval(() => {
      if (!this.#open) void this.#askAll();
    }, POLL_MS);
  }

  /** At the start, and when the browser may have joined a team or left it. */
  async refresh(): Promise<void> {
    const { links, vault } = this.#ports.stores;
    if (vault.state.state === 'not-set-up') return;
    const reading = await links.read();
    if (reading.state === 'locked') return;
    const link = reading.state === 'linked' ? reading.link : null;
    if ((link?.token ?? null) === this.#token) return;
    this.#follower?.stop();
    this.#token = link?.token ?? null;
    this.#follower = null;
    this.#releases = null;
    this.#link = null;
    this.#ports.presence.use(link);
    this.#ports.membership.use(link);
    if (link === null) return;
    const { packs, random } = this.#ports;
    // Before anything is asked: an enrolment may have brought the root along, and at a start the shelf may not be read yet.
    await packs.open();
    const releases = new ReleaseFetcher(link, link.me.team.id, packs);
    const follower = new EventFollower({
      open: (lastId, signal) => {
        const headers: Record<string, string> = lastId === null ? {} : { 'last-event-id': lastId };
        return fetchFromServer(link, eventsApi.stream, {}, headers, signal);
      },
      received: (event) => void this.#handle(event, releases, link),
      stateChanged: (state) => {
        this.#open = state === 'open';
      },
      random,
    });
    this.#releases = releases;
    this.#link = link;
    this.#follower = follower;
    void releases.fetchDue();
    void follower.run();
  }

  /** The machine woke up: a line that looks open may be dead. */
  wake(): void {
    this.#follower?.again();
    void this.#askAll();
  }

  /** The pack in use, or what is known of it, has changed. */
  reportReceipt(): void {
    void this.#releases?.reportReceipt();
  }

  /** Whatever an event could have said, but for notes and the ledger: the syncer asks for those by itself. */
  async #askAll(): Promise<void> {
    if (this.#link === null) return;
    await Promise.all([this.#releases?.fetchDue(), this.#ports.membership.refresh(this.#link)]);
  }

  async #handle(event: ServerEvent, releases: ReleaseFetcher, link: Link): Promise<void> {
    const { presence, membership, syncNow } = this.#ports;
    switch (event.type) {
      case 'hello':
      case 'reset':
        syncNow();
        await this.#askAll();
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
        syncNow();
        break;
      case 'help':
      case 'message':
        presence.receive(event, link.me.member.number);
        break;
      case 'draft':
      case 'receipt':
      case 'presence':
        break;
    }
  }
}
