import type { Instant } from '../calls/call-event.ts';
import { Database } from './database.ts';
import { DialogStore } from './journal/dialog-store.ts';
import { JournalStore } from './journal/journal-store.ts';
import { CommentStore } from './notes/comment-store.ts';
import { NoteChanges } from './notes/note-changes.ts';
import { NoteStore } from './notes/note-store.ts';
import { PackStore } from './packs/pack-store.ts';
import { SignerStore } from './packs/signer-store.ts';
import { LinkStore } from './sync/link-store.ts';
import { OrderCounter } from './team/order-counter.ts';
import { TeamStore } from './team/team-store.ts';
import { Codec } from './vault/codec.ts';
import { CredentialsStore } from './vault/credentials-store.ts';
import { byWebLock, type Exclusively, type SessionSecrets } from './vault/session-secrets.ts';
import { SipAccountStore } from './vault/sip-account-store.ts';
import { TurnSecretStore } from './vault/turn-secret-store.ts';
import { Vault } from './vault/vault.ts';

interface StorePorts {
  /** Two strings in session storage, under two keys. */
  readonly vaultSession: SessionSecrets;
  readonly sipSession: SessionSecrets;
  readonly now: () => Instant;
  readonly exclusively?: Exclusively;
  readonly database?: Database;
}

export interface Stores {
  readonly database: Database;
  readonly vault: Vault;
  readonly codec: Codec;
  readonly journal: JournalStore;
  readonly dialogs: DialogStore;
  readonly notes: NoteStore;
  readonly comments: CommentStore;
  readonly credentials: CredentialsStore;
  readonly turnSecret: TurnSecretStore;
  readonly sipAccounts: SipAccountStore;
  readonly team: TeamStore;
  readonly links: LinkStore;
  readonly orderCounter: OrderCounter;
  readonly packs: PackStore;
  readonly signers: SignerStore;
  close(): void;
}

/** The stores that sync reads and writes. */
export type SyncStores = Pick<Stores, 'database' | 'codec' | 'notes' | 'comments' | 'team' | 'journal'>;

/** Opens all stores for one page. Check `vault.state` first: nothing is stored unencrypted. */
export async function openStores(ports: StorePorts): Promise<Stores> {
  const { vaultSession, sipSession, now, exclusively = byWebLock, database = new Database() } = ports;
  const vault = await Vault.open({ database, session: vaultSession, exclusively });
  const codec = new Codec(vault);
  const changes = new NoteChanges();
  const team = new TeamStore({ database, vault });
  return {
    database,
    vault,
    codec,
    journal: new JournalStore({ database, codec }),
    dialogs: new DialogStore({ database, codec }),
    notes: new NoteStore({ database, codec, now, changes }),
    comments: new CommentStore({ database, codec, now, changes }),
    credentials: new CredentialsStore({ database, codec, session: sipSession }),
    turnSecret: new TurnSecretStore({ database, codec }),
    sipAccounts: new SipAccountStore({ database, codec }),
    team,
    links: new LinkStore({ database, codec }),
    orderCounter: new OrderCounter(database),
    packs: new PackStore({ database, vault }),
    signers: new SignerStore({ database, codec }),
    close: () => {
      vault.close();
      changes.close();
      team.close();
      database.close();
    },
  };
}
