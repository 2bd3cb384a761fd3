import { i18n } from '#i18n';
import { Icon } from '../../../components/icon.tsx';
import type { TechniqueText } from '../../../rules/call/rules-view.ts';
import './technique-cards.css';

/** Ways to handle a difficult caller, collapsed at first. */
export function TechniqueCards({ techniques }: { readonly techniques: readonly TechniqueText[] }) {
  return (
    <section class="technique-cards" aria-label={i18n.t('script.techniques')}>
      {techniques.map((technique) => (
        <details key={technique.id} class="technique-cards__card" name="technique">
          <summary>{technique.title}</summary>
          <p class="technique-cards__when">{technique.when}</p>
          <p>{technique.how}</p>
          {technique.sayings.map((saying) => (
            <p key={saying} class="technique-cards__saying">
              {saying}
            </p>
          ))}
          {technique.never !== null && (
            <p class="technique-cards__never">
              <Icon name="forbidden" />
              {technique.never}
            </p>
          )}
        </details>
      ))}
    </section>
  );
}
