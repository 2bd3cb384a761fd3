import { auditRoute } from './audit/audit-route.ts';
import { eventsRoute } from './events/events-route.ts';
import type { Route } from './http/route.ts';
import { DEVICE_ROUTES } from './members/device-routes.ts';
import { meRoute } from './members/me-route.ts';
import { MEMBER_ROUTES } from './members/member-routes.ts';
import { ORGANISATION_ROUTES } from './members/organisation-routes.ts';
import { TEAM_ROUTES } from './members/team-routes.ts';
import { HEALTH_ROUTES } from './operate/health-routes.ts';
import { DRAFT_ROUTES } from './packs/draft-routes.ts';
import { KEY_ROUTES } from './packs/key-routes.ts';
import { publishRoute } from './packs/publish-route.ts';
import { RECEIPT_ROUTES } from './packs/receipt-routes.ts';
import { RELEASE_ROUTES } from './packs/release-routes.ts';
import { HELP_ROUTES } from './presence/help-routes.ts';
import { messageRoute } from './presence/message-route.ts';
import { STATE_ROUTES } from './presence/state-routes.ts';
import { commentRoute } from './review/comment-route.ts';
import { NOTE_ROUTES } from './review/note-routes.ts';
import { enrolRoute } from './sign-in/enrol-route.ts';
import { SIGN_IN_ROUTES } from './sign-in/oidc-routes.ts';
import { erasureRoute } from './sync/erasure-route.ts';
import { pullRoute } from './sync/pull-route.ts';
import { pushRoute } from './sync/push-route.ts';

/** Every route of the API: mounted, documented and held against every role by this list. */
export const ROUTES: readonly Route[] = [
  ...HEALTH_ROUTES,
  enrolRoute,
  ...SIGN_IN_ROUTES,
  meRoute,
  pushRoute,
  pullRoute,
  erasureRoute,
  ...NOTE_ROUTES,
  commentRoute,
  ...MEMBER_ROUTES,
  ...DEVICE_ROUTES,
  ...TEAM_ROUTES,
  ...ORGANISATION_ROUTES,
  auditRoute,
  eventsRoute,
  ...STATE_ROUTES,
  ...HELP_ROUTES,
  messageRoute,
  ...DRAFT_ROUTES,
  ...KEY_ROUTES,
  publishRoute,
  ...RELEASE_ROUTES,
  ...RECEIPT_ROUTES,
];
