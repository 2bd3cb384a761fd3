import type { AccessToken } from '../../../contract/api/tokens/access-token.ts';
import type { Asked } from '../frame/server-view.ts';

export interface PhoneOwner {
  readonly id: string;
  readonly number: string;
  readonly name: string;
}

export interface PhonesView {
  /** Null: the operator of the server has opened none. */
  readonly port: number | null;
  readonly owners: readonly PhoneOwner[];
  /** Those in force. */
  readonly tokens: readonly AccessToken[];
  /** Just made: its address is shown this once. */
  readonly made: { readonly label: string; readonly owner: string; readonly address: string } | null;
  readonly asked: Asked;
}

export type PhonesAction =
  | { readonly do: 'make'; readonly member: string; readonly label: string }
  | { readonly do: 'revoke'; readonly token: string }
  | { readonly do: 'hide' };
