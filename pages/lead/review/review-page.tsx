import { i18n } from '#i18n';
import { tameText } from '../../../components/caller-text.ts';
import { machineTime } from '../../../components/format-time.ts';
import { recordTime } from '../../../components/records/record-time.ts';
import { hashOf } from '../frame/lead-link.ts';
import type { ReviewAction, ReviewListView, ReviewRowView, ReviewView } from './review-view.ts';
import './review.css';
import { MoreButton } from './more-button.tsx';
import { ReviewFilters } from './review-filters.tsx';
import { ReviewNote } from './review-note.tsx';

interface ReviewPageProps {
  readonly view: ReviewView;
  readonly act: (action: ReviewAction) => void;
}

/** What the team wrote, to be read and spoken about. Numbers stay masked. */
export function ReviewPage({ view, act }: ReviewPageProps) {
  switch (view.page) {
    case 'list':
      return <ReviewList view={view} act={act} />;
    case 'note':
      return <ReviewNote key={view.id} view={view} act={act} />;
    case 'gone':
      return (
        <main class="team-page">
          <p role="status">{i18n.t('lead.review.gone')}</p>
          <p>
            <a href={hashOf({ page: 'review', note: null })}>{i18n.t('lead.review.back')}</a>
          </p>
        </main>
      );
  }
}

interface ListProps {
  readonly view: ReviewListView;
  readonly act: ReviewPageProps['act'];
}

const COLUMNS = ['time', 'agent', 'caller', 'category', 'text', 'settled', 'comments'] as const;

function ReviewList({ view, act }: ListProps) {
  const { rows, more, busy } = view;
  return (
    <main class="team-page">
      <section aria-labelledby="review-title">
        <h2 id="review-title">{i18n.t('lead.page.review')}</h2>
        <ReviewFilters view={view} onChange={(change) => act({ do: 'filter', change })} />
        <p role="status" class="review__found">
          {busy
            ? i18n.t('lead.asked.busy')
            : i18n.t(more ? 'lead.review.foundMore' : 'lead.review.found', { count: rows.length })}
        </p>
        {rows.length > 0 && (
          <div class="team-page__scroll">
            <table class="review__rows">
              <thead>
                <tr>
                  {COLUMNS.map((column) => (
                    <th key={column} scope="col">
                      {i18n.t(`lead.review.${column}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <Row key={row.id} row={row} />
                ))}
              </tbody>
            </table>
          </div>
        )}
        <MoreButton more={more} busy={busy} onMore={() => act({ do: 'more' })} />
      </section>
    </main>
  );
}

function Row({ row }: { readonly row: ReviewRowView }) {
  const { id, at, by, caller, category, text, settled, comments } = row;
  return (
    <tr>
      <th scope="row">
        <a href={hashOf({ page: 'review', note: id })}>
          <time dateTime={machineTime(at)}>{recordTime(at)}</time>
        </a>
      </th>
      <td class="review__brief">{by}</td>
      <td class="review__brief">
        <bdi>{tameText(caller) ?? '–'}</bdi>
      </td>
      <td class="review__brief">{category === null ? '–' : i18n.t(`note.categories.${category}`)}</td>
      <td class="review__text">
        <bdi>{tameText(text, 120) ?? '–'}</bdi>
      </td>
      <td>{settled === null ? '–' : i18n.t(settled ? 'common.yes' : 'common.no')}</td>
      <td>{comments === 0 ? '–' : comments}</td>
    </tr>
  );
}
