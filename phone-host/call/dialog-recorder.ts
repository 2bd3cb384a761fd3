import type { CallId, Instant } from '../../calls/call-event.ts';
import type { CallSource, ReportedAccount, WatchedPhone, WatchedSites } from '../../calls/call-source.ts';
import type { Dialog } from '../../calls/dialog.ts';
import type { PhoneAccount } from '../../calls/phone-account.ts';
import { SerialQueue } from '../../calls/timing/serial-queue.ts';
import type { DialogStore } from '../../storage/journal/dialog-store.ts';
import type { Undo } from '../part.ts';
import { HostPart } from '../part.ts';

type AccountSource = Pick<CallSource, 'registration' | 'endAbandoned'> & {
  readonly account: Pick<PhoneAccount, 'user' | 'domain'> | WatchedSites | WatchedPhone | ReportedAccount;
};

interface RecorderNeeds {
  readonly store: Pick<DialogStore, 'put' | 'delete' | 'read' | 'ids'>;
  readonly vault: {
    readonly state: { readonly state: string };
    subscribe(listener: () => void): Undo;
  };
  readonly connection: {
    readonly source: AccountSource | null;
    onRegistered(listener: () => void): Undo;
  };
  readonly now: () => Instant;
}

/** No phone system keeps a call for longer that nobody answers for. */
const ABANDONED_FOR_MS = 12 * 60 * 60_000;

/**
 * Keeps what is needed to end each call that is up. After a restart in a call it ends the old call
 * as soon as the phone is registered and the vault unlocked: the other side still hears silence. It
 * opens no microphone: to call again is for the agent.
 */
export class DialogRecorder extends HostPart<RecorderNeeds> {
  readonly #queue = new SerialQueue();
  readonly #rowOf = new Map<CallId, string>();
  /** The rows of the hosts before this one. */
  #abandoned: readonly string[] = [];

  async start(): Promise<void> {
    const { connection, vault, store } = this.needs;
    this.#abandoned = await store.ids();
    this.undoOnStop(
      connection.onRegistered(() => this.#endAbandoned()),
      vault.subscribe(() => this.#endAbandoned()),
    );
  }

  override async stop(): Promise<void> {
    super.stop();
    await this.#queue.idle();
  }

  /** The dialog of a call as it is now; null when the call has ended. */
  keep(call: CallId, dialog: Dialog | null): void {
    const row = this.#rowOf.get(call) ?? crypto.randomUUID();
    const account = this.needs.connection.source?.account;
    if (dialog === null) {
      if (this.#rowOf.delete(call)) this.#do(() => this.needs.store.delete(row));
    } else if (account !== undefined && 'user' in account) {
      this.#rowOf.set(call, row);
      const { user, domain } = account;
      this.#do(() => this.needs.store.put(row, { user, domain, dialog, at: this.needs.now() }));
    }
  }

  #endAbandoned(): void {
    if (this.#abandoned.length > 0) this.#do(() => this.#endEach());
  }

  async #endEach(): Promise<void> {
    const { vault, store } = this.needs;
    if (vault.state.state !== 'unlocked') return;
    const left: string[] = [];
    for (const row of this.#abandoned) {
      if ((await this.#end(row)) === 'later') left.push(row);
      else await store.delete(row);
    }
    this.#abandoned = left;
  }

  async #end(row: string): Promise<'done' | 'later'> {
    const { store, connection, now } = this.needs;
    const kept = await store.read(row);
    if (kept === 'locked') return 'later';
    if (kept === 'none' || now() - kept.at > ABANDONED_FOR_MS) return 'done';
    const phone = connection.source;
    if (phone?.registration.state !== 'registered') return 'later';
    if (!('user' in phone.account)) return 'later';
    if (phone.account.user !== kept.user || phone.account.domain !== kept.domain) return 'later';
    return (await phone.endAbandoned(kept.dialog)) === 'ended' ? 'done' : 'later';
  }

  /** A call goes on whether or not its dialog can be stored. */
  #do(work: () => Promise<void>): void {
    this.#queue.run(work).catch((error: unknown) => {
      console.error('phone host: the dialog of a call could not be kept or ended', error);
    });
  }
}
