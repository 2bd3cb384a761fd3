import { i18n } from '#i18n';
import './harassment.css';

/** Calls by hour of the day, as bars and as a table for screen readers. */
export function HourChart({ byHour }: { readonly byHour: readonly number[] }) {
  const hours = byHour.map((count, hour) => ({ count, hour }));
  const most = Math.max(1, ...byHour);
  return (
    <figure class="hour-chart">
      <figcaption>{i18n.t('harassment.byHour')}</figcaption>
      <div class="hour-chart__bars" aria-hidden="true">
        {hours.map(({ count, hour }) => (
          <div key={hour} class="hour-chart__bar" style={{ '--share': `${(100 * count) / most}%` }}>
            {hour % 6 === 0 && <span>{hour}</span>}
          </div>
        ))}
      </div>
      <table class="visually-hidden">
        <thead>
          <tr>
            <th>{i18n.t('harassment.hour')}</th>
            <th>{i18n.t('harassment.count')}</th>
          </tr>
        </thead>
        <tbody>
          {hours
            .filter(({ count }) => count > 0)
            .map(({ count, hour }) => (
              <tr key={hour}>
                <td>{`${hour}:00`}</td>
                <td>{count}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </figure>
  );
}
