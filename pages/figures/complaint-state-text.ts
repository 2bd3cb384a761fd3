import { i18n } from '#i18n';
import type { ComplaintState } from '../../rules/figures/order-figures.ts';

export function stateText(state: ComplaintState): string {
  switch (state) {
    case 'open':
      return i18n.t('figures.complaint.open');
    case 'handed-up':
      return i18n.t('figures.complaint.handedUp');
    case 'settled':
      return i18n.t('figures.complaint.settled');
    case 'not-satisfied':
      return i18n.t('figures.complaint.notSatisfied');
    case 'unfounded':
      return i18n.t('figures.complaint.unfounded');
    case 'withdrawn':
      return i18n.t('figures.complaint.withdrawn');
  }
}
