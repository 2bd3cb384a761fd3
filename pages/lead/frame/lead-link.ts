import { may, type Permission, type Role } from '../../../contract/api/members/role.ts';
import { type ItemSection, SECTIONS, type Section } from '../scripts/scripts-view.ts';

/** The page of the lead's application and the place in it: what follows `#` in the address. */
export type LeadRoute =
  | { readonly page: 'scripts'; readonly section: 'situations' | 'techniques'; readonly item: string | null }
  | { readonly page: 'scripts'; readonly section: Exclude<Section, ItemSection> }
  /** Null: the list. */
  | { readonly page: 'review'; readonly note: string | null }
  | {
      readonly page:
        | 'publish'
        | 'presence'
        | 'wallboard'
        | 'lists'
        | 'reports'
        | 'members'
        | 'customers'
        | 'phones'
        | 'webhooks'
        | 'audit'
        | 'organisation';
    };

export const LEAD_PAGES = [
  'scripts',
  'publish',
  'presence',
  'wallboard',
  'review',
  'lists',
  'reports',
  'members',
  'customers',
  'phones',
  'webhooks',
  'audit',
  'organisation',
] as const;

const NEEDS = {
  scripts: 'publish-packs',
  publish: 'publish-packs',
  presence: 'see-presence',
  wallboard: 'see-presence',
  lists: 'assign-call-backs',
  reports: 'see-figures',
  members: 'manage-members',
  customers: 'manage-team',
  phones: 'manage-members',
  webhooks: 'manage-team',
  review: 'review-notes',
  audit: 'read-audit',
  organisation: 'manage-organisation',
} as const satisfies Readonly<Record<LeadRoute['page'], Permission>>;

/** The pages of a role. Without a team (null) all pages are open; each says what is missing. */
export function pagesFor(role: Role | null): readonly LeadRoute['page'][] {
  return role === null ? LEAD_PAGES : LEAD_PAGES.filter((page) => may(role, NEEDS[page]));
}

/** Where a page begins. */
export function startOf(page: LeadRoute['page']): LeadRoute {
  if (page === 'scripts') return { page, section: 'situations', item: null };
  return page === 'review' ? { page, note: null } : { page };
}

export function hashOf(route: LeadRoute): string {
  if (route.page === 'review') {
    return route.note === null ? '#/review' : `#/review/${encodeURIComponent(route.note)}`;
  }
  if (route.page !== 'scripts') return `#/${route.page}`;
  const item = 'item' in route && route.item !== null ? `/${encodeURIComponent(route.item)}` : '';
  return `#/scripts/${route.section}${item}`;
}

/** Any address at all in; what it does not name is left at its beginning. */
export function routeOf(hash: string): LeadRoute {
  const [page, section, item] = hash.replace(/^#\/?/, '').split('/');
  const known = LEAD_PAGES.find((one) => one === page);
  if (known === 'review') return { page: known, note: section === undefined ? null : decoded(section) };
  if (known !== undefined && known !== 'scripts') return { page: known };
  const list = SECTIONS.find((one) => one === section) ?? 'situations';
  if (list !== 'situations' && list !== 'techniques') return { page: 'scripts', section: list };
  return { page: 'scripts', section: list, item: item === undefined ? null : decoded(item) };
}

function decoded(item: string): string | null {
  try {
    return decodeURIComponent(item);
  } catch {
    return null;
  }
}
