import { callServer } from '../../browser/server/call-server.ts';
import type { OwnDevice } from '../../contract/api/members/member.ts';
import { devicesApi } from '../../contract/api/members/members-api.ts';
import type { SyncMessage } from '../../contract/messages/sync-message.ts';
import { type Link, type LinkStore, MOST_KNOWN_DEVICES } from '../../storage/sync/link-store.ts';
import { changeLink } from './change-link.ts';

/**
 * Devices that enrolled as this agent by the code of somebody else. Each is reported until the
 * agent has seen it: who has such a device reads what the agent reads.
 */
export class OwnDevices {
  readonly #links: Pick<LinkStore, 'read' | 'save'>;
  readonly #post: (message: SyncMessage) => void;
  #token: string | null = null;
  #devices: readonly OwnDevice[] = [];

  constructor(links: Pick<LinkStore, 'read' | 'save'>, post: (message: SyncMessage) => void) {
    this.#links = links;
    this.#post = post;
  }

  use(link: Link | null): void {
    const token = link?.token ?? null;
    if (token === this.#token) return;
    this.#token = token;
    this.#devices = [];
    this.publish();
  }

  /** Asks the server. */
  async refresh(link: Link): Promise<void> {
    const answer = await callServer(link, devicesApi.own, {});
    const reading = await this.#links.read();
    if (!answer.ok || reading.state !== 'linked' || reading.link.token !== link.token) return;
    const { me, knownDevices = [] } = reading.link;
    this.#devices = answer.value.devices.filter(
      ({ id, codeBy }) =>
        id !== me.device &&
        codeBy !== null &&
        codeBy.number !== me.member.number &&
        !knownDevices.includes(id),
    );
    this.publish();
  }

  async know(device: string): Promise<void> {
    this.#devices = this.#devices.filter(({ id }) => id !== device);
    this.publish();
    await changeLink(async () => {
      const reading = await this.#links.read();
      if (reading.state !== 'linked') return;
      const known = new Set([device, ...(reading.link.knownDevices ?? [])]);
      await this.#links.save({ ...reading.link, knownDevices: [...known].slice(0, MOST_KNOWN_DEVICES) });
    });
  }

  publish(): void {
    this.#post({ kind: 'new-devices', devices: this.#devices });
  }
}
