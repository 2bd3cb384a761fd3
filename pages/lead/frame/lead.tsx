import { i18n } from '#i18n';
import { may } from '../../../contract/api/members/role.ts';
import { FiguresPage } from '../../figures/figures-page.tsx';
import '../../../components/base.css';
import './lead.css';
import { AdherenceReport } from '../adherence/adherence-report.tsx';
import { AuditPage } from '../audit/audit-page.tsx';
import { ListsPage } from '../call-backs/lists-page.tsx';
import { CustomersPage } from '../customers/customers-page.tsx';
import { MembersPage } from '../members/members-page.tsx';
import { OrganisationPage } from '../organisation/organisation-page.tsx';
import { PhonesPage } from '../phones/phones-page.tsx';
import { PresencePage } from '../presence/presence-page.tsx';
import { PublishPage } from '../publish/publish-page.tsx';
import { ReportExport } from '../reports/report-export.tsx';
import { Gap } from '../review/asked-note.tsx';
import { ReviewPage } from '../review/review-page.tsx';
import { ScriptsPage } from '../scripts/scripts-page.tsx';
import { Wallboard } from '../wallboard/wallboard.tsx';
import { WebhooksPage } from '../webhooks/webhooks-page.tsx';
import { hashOf, pagesFor, startOf } from './lead-link.ts';
import type { ActOnLead, LeadView } from './lead-view.ts';

interface LeadProps {
  readonly view: LeadView;
  readonly act: ActOnLead;
}

/** The lead's application, on a wide page. */
export function Lead({ view, act }: LeadProps) {
  const pages = pagesFor(view.role);
  return (
    <div class="lead">
      <header class="lead__head">
        <h1>{i18n.t('lead.title')}</h1>
        <nav class="lead__pages" aria-label={i18n.t('lead.nav')}>
          {pages.map((page) => (
            <a key={page} href={hashOf(startOf(page))} aria-current={view.page === page ? 'page' : undefined}>
              {i18n.t(`lead.page.${page}`)}
            </a>
          ))}
        </nav>
      </header>
      {view.unreadable !== undefined && (
        <p class="lead__unreadable" role="status">
          {i18n.t('lead.unreadable', { count: view.unreadable })}
        </p>
      )}
      <Page view={view} act={act} />
    </div>
  );
}

function Page({ view, act }: LeadProps) {
  if (view.gap !== null) {
    return (
      <Gap
        gap={view.gap}
        onOptions={() => act({ on: 'lead', action: 'open-options' })}
        onRetry={() => act({ on: 'lead', action: 'retry' })}
      />
    );
  }
  switch (view.page) {
    case 'scripts':
      return <ScriptsPage view={view.scripts} act={(action) => act({ on: 'scripts', action })} />;
    case 'publish':
      return <PublishPage view={view.publish} act={(action) => act({ on: 'publish', action })} />;
    case 'presence':
      return <PresencePage view={view.presence} act={(action) => act({ on: 'presence', action })} />;
    case 'wallboard':
      return <Wallboard view={view.wallboard} />;
    case 'reports':
      return (
        <FiguresPage view={view.figures} act={(action) => act({ on: 'reports', action })}>
          {view.role !== null && may(view.role, 'review-notes') && <AdherenceReport view={view.adherence} />}
          <ReportExport
            view={view.exports}
            withNotes={view.role !== null && may(view.role, 'export-notes')}
            act={(action) => act({ on: 'exports', action })}
          />
        </FiguresPage>
      );
    case 'lists':
      return <ListsPage view={view.lists} act={(action) => act({ on: 'lists', action })} />;
    case 'review':
      return <ReviewPage view={view.review} act={(action) => act({ on: 'review', action })} />;
    case 'audit':
      return <AuditPage view={view.audit} act={(action) => act({ on: 'audit', action })} />;
    case 'organisation':
      return (
        <OrganisationPage view={view.organisation} act={(action) => act({ on: 'organisation', action })} />
      );
    case 'phones':
      return <PhonesPage view={view.phones} now={view.now} act={(action) => act({ on: 'phones', action })} />;
    case 'customers':
      return <CustomersPage view={view.customers} act={(action) => act({ on: 'customers', action })} />;
    case 'webhooks':
      return (
        <WebhooksPage view={view.webhooks} now={view.now} act={(action) => act({ on: 'webhooks', action })} />
      );
    case 'members':
      return (
        <MembersPage view={view.members} now={view.now} act={(action) => act({ on: 'members', action })} />
      );
  }
}
