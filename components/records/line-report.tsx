import { i18n } from '#i18n';
import type { LineTrouble } from '../../calls/line-troubles.ts';
import { troubleText } from './line-text.ts';
import './line-report.css';

/**
 * The line troubles of a finished call. It stands last, because it arrives a moment after the rest
 * and must not move it.
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
