import { i18n } from '#i18n';
import { formatDuration } from '../../components/format-time.ts';
import type { ContactFigures, Counted, Share } from '../../rules/figures/contact-figures.ts';
import { OpenCount } from './open-count.tsx';
import { shareText } from './share-text.ts';

interface HeadlineFiguresProps {
  readonly contact: ContactFigures;
  readonly onOpen: (title: string, notes: Counted) => void;
}

/** The main figures; each opens its calls. */
export function HeadlineFigures({ contact, onOpen }: HeadlineFiguresProps) {
  const plain = (title: string, counted: Counted) => ({ title, counted, shown: String(counted.length) });
  const share = (title: string, { counted, of }: Share) => ({
    title,
    counted,
    shown: shareText(counted.length, of.length),
  });
  const cells = [
    plain(i18n.t('figures.offered'), contact.offered),
    plain(i18n.t('figures.answeredInTime'), contact.inTime.counted),
    plain(i18n.t('figures.answeredLate'), contact.answeredLate),
    plain(i18n.t('figures.missed'), contact.missed),
    plain(i18n.t('figures.refused'), contact.refused),
    plain(i18n.t('figures.outsideHours'), contact.outsideHours),
    share(i18n.t('figures.connectedIn'), contact.connectedIn),
    share(i18n.t('figures.inTime'), contact.inTime),
    plain(i18n.t('figures.blocked'), contact.blocked),
    share(i18n.t('figures.settled'), contact.settledFirst),
    share(i18n.t('figures.satisfied'), contact.satisfied),
    plain(i18n.t('figures.outbound'), contact.outbound),
    share(i18n.t('figures.connectedOut'), contact.connectedOut),
    plain(i18n.t('figures.walkIns'), contact.walkIns),
    plain(i18n.t('figures.earlyHangUps'), contact.earlyHangUps),
  ];
  const parts = cells.slice(1, 6).map(({ title, shown }) => `${title} ${shown}`);
  return (
    <>
      <p class="figures__sum">
        {cells[0]?.title} {cells[0]?.shown} = {parts.join(' + ')}
      </p>
      <dl class="figures__headline">
        {cells.map(({ title, counted, shown }) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd>
              <OpenCount shown={shown} count={counted.length} onPress={() => onOpen(title, counted)} />
            </dd>
          </div>
        ))}
        <div>
          <dt>{i18n.t('figures.meanTalk')}</dt>
          <dd>{contact.meanTalkMs === null ? '–' : formatDuration(contact.meanTalkMs)}</dd>
        </div>
      </dl>
    </>
  );
}
