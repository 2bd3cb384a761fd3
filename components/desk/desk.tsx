import { i18n } from '#i18n';
import { may } from '../../contract/members/role.ts';
import { FiguresPage } from '../figures/figures-page.tsx';
import '../base.css';
import './desk.css';
import { hashOf, pagesFor, startOf } from './desk-link.ts';
import type { ActOnDesk, DeskView } from './desk-view.ts';
import { Gap } from './pages/asked-note.tsx';
import { AuditPage } from './pages/audit-page.tsx';
import { FloorPage } from './pages/floor-page.tsx';
import { MembersPage } from './pages/members-page.tsx';
import { OrganisationPage } from './pages/organisation-page.tsx';
import { PublishPage } from './pages/publish-page.tsx';
import { ReportExport } from './pages/report-export.tsx';
import { ReviewPage } from './pages/review-page.tsx';
import { ScriptsPage } from './pages/scripts-page.tsx';

interface DeskProps {
  readonly view: DeskView;
  readonly act: ActOnDesk;
}

/** The lead's desk: unhurried work on a wide page. */
export function Desk({ view, act }: DeskProps) {
  const pages = pagesFor(view.role);
  return (
    <div class="desk">
      <header class="desk__head">
        <h1>{i18n.t('desk.title')}</h1>
        <nav class="desk__pages" aria-label={i18n.t('desk.nav')}>
          {pages.map((page) => (
            <a key={page} href={hashOf(startOf(page))} aria-current={view.page === page ? 'page' : undefined}>
              {i18n.t(`desk.page.${page}`)}
            </a>
          ))}
        </nav>
      </header>
      <Page view={view} act={act} />
    </div>
  );
}

function Page({ view, act }: DeskProps) {
  if (view.gap !== null) {
    return (
      <Gap
        gap={view.gap}
        onOptions={() => act({ on: 'desk', action: 'open-options' })}
        onRetry={() => act({ on: 'desk', action: 'retry' })}
      />
    );
  }
  switch (view.page) {
    case 'scripts':
      return <ScriptsPage view={view.scripts} act={(action) => act({ on: 'scripts', action })} />;
    case 'publish':
      return <PublishPage view={view.publish} act={(action) => act({ on: 'publish', action })} />;
    case 'floor':
      return <FloorPage view={view.floor} act={(action) => act({ on: 'floor', action })} />;
    case 'reports':
      return (
        <FiguresPage view={view.figures} act={(action) => act({ on: 'reports', action })}>
          <ReportExport
            view={view.exports}
            withNotes={view.role !== null && may(view.role, 'export-notes')}
            act={(action) => act({ on: 'exports', action })}
          />
        </FiguresPage>
      );
    case 'review':
      return <ReviewPage view={view.review} act={(action) => act({ on: 'review', action })} />;
    case 'audit':
      return <AuditPage view={view.audit} act={(action) => act({ on: 'audit', action })} />;
    case 'organisation':
      return (
        <OrganisationPage view={view.organisation} act={(action) => act({ on: 'organisation', action })} />
      );
    case 'members':
      return (
        <MembersPage view={view.members} now={view.now} act={(action) => act({ on: 'members', action })} />
      );
  }
}
