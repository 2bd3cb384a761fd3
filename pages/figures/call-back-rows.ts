import { i18n } from '#i18n';
import type { CallBack } from '../../rules/call-backs/fold-call-backs.ts';
import type { CallBackFigures } from '../../rules/figures/call-back-figures.ts';
import { countedCallBack } from './counted-view.ts';
import type { TallyView } from './figures-view.ts';

/** Figures of call-backs as rows; `days`: within which every customer is called. */
export function callBackRows(figures: CallBackFigures, days: number): readonly TallyView[] {
  const { planned, inTime, reached, satisfied, vip, open, dropped } = figures;
  if (planned.length === 0) return [];
  const plain = (name: string, counted: readonly CallBack[]): TallyView => ({
    name,
    counted: counted.map(countedCallBack),
  });
  const share = (name: string, { counted, of }: CallBackFigures['vip']): TallyView => ({
    ...plain(name, counted),
    of: of.length,
  });
  return [
    plain(i18n.t('figures.callBacksPlanned'), planned),
    share(i18n.t('figures.callBacksInTime', { days }), inTime),
    share(i18n.t('figures.callBacksReached'), reached),
    share(i18n.t('figures.callBacksSatisfied'), satisfied),
    share(i18n.t('figures.callBacksVip'), vip),
    plain(i18n.t('figures.callBacksOpen'), open),
    plain(i18n.t('figures.callBacksDropped'), dropped),
  ];
}
