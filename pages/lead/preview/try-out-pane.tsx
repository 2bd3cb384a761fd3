import { useId } from 'preact/hooks';
import { i18n } from '#i18n';
import { Button } from '../../../components/button.tsx';
import { formatDuration } from '../../../components/format-time.ts';
import type { ActOnScripts, TryOutView } from '../scripts/scripts-view.ts';
import { callerWords, momentWords } from './moment-words.ts';
import './try-out-pane.css';

interface TryOutPaneProps {
  readonly tryOut: TryOutView;
  readonly act: ActOnScripts;
}

/**
 * A recorded call with a slider and the timeline of what comes up. The panel beside it shows the
 * same moment.
 */
export function TryOutPane({ tryOut, act }: TryOutPaneProps) {
  const id = useId();
  const { callers, caller, lastsMs, atMs, playing } = tryOut;
  const moments = tryOut.moments.flatMap((moment) => {
    const words = momentWords(moment);
    return words === null ? [] : [{ moment, words }];
  });
  const reached = moments.findLastIndex(({ moment }) => moment.at <= atMs);
  return (
    <section class="try-out" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{i18n.t('lead.section.tryOut')}</h2>
      <p class="lead-field__hint">{i18n.t('lead.tryOutWhy')}</p>
      <div class="lead-field">
        <label for={`${id}-caller`}>{i18n.t('lead.tryOutCaller')}</label>
        <select
          id={`${id}-caller`}
          value={caller}
          onChange={({ currentTarget }) => act({ do: 'try-out', caller: currentTarget.value })}
        >
          {callers.map((one) => (
            <option key={one} value={one}>
              {callerWords(one)}
            </option>
          ))}
        </select>
      </div>
      <div class="try-out__time">
        <Button icon={playing ? 'hold' : 'resume'} onPress={() => act({ do: playing ? 'pause' : 'play' })}>
          {playing ? i18n.t('lead.tryOutPause') : i18n.t('lead.tryOutPlay')}
        </Button>
        <input
          type="range"
          min={0}
          max={lastsMs}
          step={100}
          value={atMs}
          aria-label={i18n.t('lead.tryOutTime')}
          aria-valuetext={formatDuration(atMs)}
          onInput={({ currentTarget }) => act({ do: 'seek', atMs: currentTarget.valueAsNumber })}
        />
        <output class="try-out__clock">
          {formatDuration(atMs)} / {formatDuration(lastsMs)}
        </output>
      </div>
      <h3>{i18n.t('lead.tryOutMoments')}</h3>
      <ol class="try-out__moments">
        {moments.map(({ moment, words }, n) => (
          <li key={`${moment.at} ${words}`} aria-current={n === reached ? 'step' : undefined}>
            <button
              type="button"
              class={`try-out__moment try-out__moment--${moment.kind}${n > reached ? ' try-out__moment--ahead' : ''}`}
              onClick={() => act({ do: 'seek', atMs: moment.at })}
            >
              <span class="try-out__at">{formatDuration(moment.at)}</span>
              <span>{words}</span>
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}
