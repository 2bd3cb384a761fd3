import type { Oidc } from '../../../contract/api/members/organisation.ts';
import type { Asked } from '../frame/server-view.ts';

export interface OrganisationView {
  readonly name: string;
  /** What agents type in to sign in. */
  readonly code: string;
  readonly oidc: Oidc | null;
  /** To be entered at the issuer. */
  readonly redirect: string;
  readonly asked: Asked;
}

/** Null: nobody signs in by the company's accounts any more. */
export type OrganisationAction = { readonly do: 'save-oidc'; readonly oidc: Oidc | null };
