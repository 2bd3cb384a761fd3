import type { api } from '../contract/api/api.ts';
import { auditRoutes } from './audit/audit-routes.ts';
import { contactRoutes } from './contacts/contact-routes.ts';
import { customerRoutes } from './contacts/customer-routes.ts';
import { eventRoutes } from './events/event-routes.ts';
import { helpRoutes } from './help/help-routes.ts';
import type { Route, RoutesOf } from './http/serve.ts';
import { deviceRoutes } from './members/device-routes.ts';
import { memberRoutes } from './members/member-routes.ts';
import { organisationRoutes } from './members/organisation-routes.ts';
import { teamRoutes } from './members/team-routes.ts';
import { noteRoutes } from './notes/note-routes.ts';
import { serviceRoutes } from './operate/service-routes.ts';
import { draftRoutes } from './packs/draft-routes.ts';
import { receiptRoutes } from './packs/receipt-routes.ts';
import { releaseRoutes } from './packs/release-routes.ts';
import { teamKeyRoutes } from './packs/team-key-routes.ts';
import { presenceRoutes } from './presence/presence-routes.ts';
import { signInRoutes } from './sign-in/sign-in-routes.ts';
import { syncRoutes } from './sync/sync-routes.ts';
import { tokenRoutes } from './tokens/token-routes.ts';
import { webhookRoutes } from './webhooks/webhook-routes.ts';

/** The type names every endpoint of the contract: one without a route does not compile. */
const BY_RESOURCE: { readonly [Resource in keyof typeof api]: RoutesOf<(typeof api)[Resource]> } = {
  service: serviceRoutes,
  signIn: signInRoutes,
  members: memberRoutes,
  devices: deviceRoutes,
  teams: teamRoutes,
  organisation: organisationRoutes,
  sync: syncRoutes,
  notes: noteRoutes,
  contacts: contactRoutes,
  customers: customerRoutes,
  audit: auditRoutes,
  events: eventRoutes,
  presence: presenceRoutes,
  help: helpRoutes,
  drafts: draftRoutes,
  teamKeys: teamKeyRoutes,
  releases: releaseRoutes,
  receipts: receiptRoutes,
  tokens: tokenRoutes,
  webhooks: webhookRoutes,
};

export const ROUTES: readonly Route[] = Object.values(BY_RESOURCE).flatMap((routes): Route[] =>
  Object.values(routes),
);

const PATTERNS = ROUTES.map(({ endpoint: { method, path } }) => ({
  method,
  pattern: new RegExp(`^${path.replaceAll('.', '\\.').replace(/:\w+/g, '[^/]+')}$`),
}));

/** Methods that a path is served with; none: there is no such path. */
export function allowedMethods(path: string): readonly string[] {
  return PATTERNS.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method);
}
