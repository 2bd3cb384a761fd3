import type { Oidc } from '../../../contract/api/members/organisation.ts';
import type { Asked } from '../frame/server-view.ts';

export interface OrganisationView {
  readonly name: string;
  /** Agents type it to sign in. */
  readonly code: string;
  readonly oidc: Oidc | null;
  /** Redirect URI to register at the issuer. */
  readonly redirect: string;
  readonly asked: Asked;
}

/** Null turns sign-in by company account off. */
export type OrganisationAction = { readonly do: 'save-oidc'; readonly oidc: Oidc | null };
