import type { Oidc } from '../../../contract/api/members/organisation.ts';
import type { Asked } from '../frame/server-view.ts';

export interface OrganisationView {
  readonly name: string;
  /** Agents type it to sign in. */
  readonly code: string;
  readonly oidc: Oidc | null;
  /** Redirect URI to register at the issuer. */
  readonly redirect: string;
  /** A device that was not used for so long has to enrol again. */
  readonly deviceIdleDays: number;
  /** Minutes without use after which devices lock at the latest; null: each decides. */
  readonly lockAfterMinutes: number | null;
  readonly asked: Asked;
}

export type OrganisationAction =
  /** Null turns sign-in by company account off. */
  | { readonly do: 'save-oidc'; readonly oidc: Oidc | null }
  | { readonly do: 'save-idle-days'; readonly days: number }
  | { readonly do: 'save-lock-minutes'; readonly minutes: number | null };
