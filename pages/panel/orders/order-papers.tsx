import { i18n } from '#i18n';
import { Button } from '../../../components/button.tsx';
import type { OrderPaper } from '../../papers/paper.ts';
import type { ActOnOrders, OrderPageView } from './orders-view.ts';

interface OrderPapersProps {
  readonly papers: OrderPageView['papers'];
  readonly act: ActOnOrders;
}

/** The forms of this order; each opens in a tab, to print or to download. */
export function OrderPapers({ papers, act }: OrderPapersProps) {
  return (
    <details class="order-papers">
      <summary>{i18n.t('papers.title')}</summary>
      <div class="order-act__ways">
        {papers.map((paper) => (
          <Button key={paper} onPress={() => act({ do: 'paper', paper })}>
            {titleOf(paper)}
          </Button>
        ))}
      </div>
    </details>
  );
}

function titleOf(paper: OrderPaper): string {
  switch (paper) {
    case 'complaint-record':
      return i18n.t('papers.complaintRecord');
    case 'follow-up':
      return i18n.t('papers.followUp');
    case 'sales-reply':
      return i18n.t('papers.salesReply');
  }
}
