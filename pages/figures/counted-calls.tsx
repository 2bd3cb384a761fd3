import { i18n } from '#i18n';
import { Button } from '../../components/button.tsx';
import { formatClock } from '../../components/format-time.ts';
import { shortDay, shownTime } from '../../components/shown-time.ts';
import type { OpenedFigure } from './figures-view.ts';

interface CountedCallsProps {
  readonly opened: OpenedFigure;
  readonly onClose: () => void;
}

/**
 * The calls or entries behind a figure, masked. The full note is in the records, the full order in
 * the orders.
 */
export function CountedCalls({ opened, onClose }: CountedCallsProps) {
  return (
    <section class="figures__calls" aria-live="polite">
      <header>
        <h2>{headingOf(opened)}</h2>
        <Button variant="bare" icon="close" label={i18n.t('figures.close')} onPress={onClose} />
      </header>
      <table>
        <caption class="visually-hidden">{opened.title}</caption>
        <tbody>
          {opened.counted.map(({ id, at, caller, text, agent, note }) => (
            <tr key={id}>
              <td>
                <time>{dayAndClock(at)}</time>
              </td>
              <th scope="row">{caller}</th>
              {agent !== undefined && <td>{i18n.t('status.agent', { number: agent })}</td>}
              <td>
                {note === undefined ? (
                  text
                ) : (
                  <a href={`#/review/${encodeURIComponent(note)}`}>{i18n.t('figures.openNote')}</a>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function headingOf({ of, title, counted }: OpenedFigure): string {
  const count = counted.length;
  return of === 'calls'
    ? i18n.t('figures.callsOf', { title, count })
    : i18n.t('figures.entriesOf', { title, count });
}

function dayAndClock(at: number): string {
  return `${shortDay(shownTime(at)?.day ?? '')} ${formatClock(at)}`;
}
