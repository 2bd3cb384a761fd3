import { i18n } from '#i18n';
import type { CourtesyText } from '../../../rules/scripts/courtesy-text.ts';
import './courtesy-notes.css';

/** General courtesy rules, shown while no script is up. */
export function CourtesyNotes({ courtesy }: { readonly courtesy: CourtesyText }) {
  return (
    <section class="courtesy-notes" aria-label={i18n.t('script.courtesy')}>
      <p>{i18n.t('script.none')}</p>
      <ul class="courtesy-notes__words">
        {courtesy.words.map((word) => (
          <li key={word}>{word}</li>
        ))}
      </ul>
      <ul class="courtesy-notes__rules">
        {courtesy.rules.map((rule) => (
          <li key={rule}>{rule}</li>
        ))}
      </ul>
    </section>
  );
}
