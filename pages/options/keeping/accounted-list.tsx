import { i18n } from '#i18n';
import { recordTime } from '../../../components/records/record-time.ts';
import type { AccountedView } from './keeping-view.ts';

/** Exports, reveals and deletions, newest first. */
export function AccountedList({ accounted }: { readonly accounted: readonly AccountedView[] }) {
  return (
    <section class="keeping__accounted" aria-labelledby="accounted">
      <h4 id="accounted">{i18n.t('keeping.accounted')}</h4>
      {accounted.length === 0 ? (
        <p class="field__hint">{i18n.t('keeping.nothing')}</p>
      ) : (
        <ul aria-labelledby="accounted">
          {accounted.map((one) => (
            <li key={`${one.at} ${one.kind}`}>
              <time>{recordTime(one.at)}</time>
              <span>{accountedText(one)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function accountedText(one: AccountedView): string {
  switch (one.kind) {
    case 'exported': {
      const format = one.format.toUpperCase();
      return i18n.t(one.masked ? 'keeping.exportedMasked' : 'keeping.exportedInFull', {
        ...{ count: one.notes, format },
      });
    }
    case 'register-exported':
      return i18n.t('keeping.registerExported', { count: one.entries, format: one.format.toUpperCase() });
    case 'paper':
      return paperText(one);
    case 'revealed':
      return i18n.t('keeping.revealed');
    case 'deleted-by-number':
      return i18n.t('keeping.deletedByNumber', { notes: one.notes, calls: one.calls });
    case 'deleted-by-age':
      return i18n.t('keeping.deletedByAge', { count: one.notes });
  }
}

function paperText({ paper, how }: AccountedView & { readonly kind: 'paper' }): string {
  switch (how) {
    case 'opened':
      return i18n.t('keeping.paperOpened', { paper });
    case 'printed':
      return i18n.t('keeping.paperPrinted', { paper });
    case 'exported':
      return i18n.t('keeping.paperExported', { paper });
  }
}
