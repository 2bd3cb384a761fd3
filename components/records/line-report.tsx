import { i18n } from '#i18n';
import type { LineTrouble } from '../../calls/line-troubles.ts';
import { troubleText } from './line-text.ts';
import './line-report.css';

/**
 * What the ear found wrong with a finished call's line. Nothing where nothing was wrong, or nothing listened. It stands last:
 * it comes a moment after the rest, and moves nothing.
 */
export function LineReport({ troubles }: { readonly troubles: readonly LineTrouble[] }) {
  if (troubles.length === 0) return null;
  return (
    <ul class="line-report" aria-label={i18n.t('line.report')}>
      {troubles.map((trouble) => (
        <li key={trouble.finding}>{troubleText(trouble)}</li>
      ))}
    </ul>
  );
}
