import { i18n } from '#i18n';
import './level-meter.css';

const STEPS = 12;

/** Twelve segments from quiet to loud, and the level in words. */
export function LevelMeter({ level }: { readonly level: number }) {
  const lit = Math.round(Math.min(1, Math.max(0, level)) * STEPS);
  return (
    <div class="level-meter">
      <span class="level-meter__segments" aria-hidden="true">
        {Array.from({ length: STEPS }, (_, index) => index + 1).map((step) => (
          <span key={step} class={`level-meter__segment${step <= lit ? ' level-meter__segment--lit' : ''}`} />
        ))}
      </span>
      <span class="level-meter__word">{word(lit)}</span>
    </div>
  );
}

function word(lit: number): string {
  if (lit === 0) return i18n.t('microphone.nothing');
  return lit >= STEPS ? i18n.t('microphone.tooLoud') : i18n.t('microphone.speechDetected');
}
