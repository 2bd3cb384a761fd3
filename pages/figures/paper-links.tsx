import { i18n } from '#i18n';
import type { FigureSpan } from '../../rules/figures/figure-span.ts';
import { SPAN_PAPERS, type SpanPaper } from '../papers/paper.ts';
import { paperAddress } from '../papers/paper-link.ts';

/** The forms of the span on screen, each in a tab of its own. */
export function PaperLinks({ span: { kind, firstDay } }: { readonly span: FigureSpan }) {
  return (
    <section class="figures__papers">
      <h2>{i18n.t('papers.title')}</h2>
      <p>
        {SPAN_PAPERS.map((paper) => (
          <a
            key={paper}
            class="button"
            href={paperAddress({ of: 'span', paper, span: kind, day: firstDay })}
            target="_blank"
            rel="noreferrer"
          >
            {titleOf(paper, kind === 'week')}
          </a>
        ))}
      </p>
    </section>
  );
}

function titleOf(paper: SpanPaper, isWeek: boolean): string {
  switch (paper) {
    case 'complaint-statistics':
      return isWeek ? i18n.t('papers.complaintWeek') : i18n.t('papers.complaintSpan');
    case 'order-register':
      return i18n.t('papers.orderRegister');
    case 'call-back-record':
      return i18n.t('papers.callBackRecord');
    case 'call-back-summary':
      return i18n.t('papers.callBackSummary');
  }
}
