import { i18n } from '#i18n';

/** The page's heading, for screen readers only. */
export function PageTitle() {
  return <h1 class="visually-hidden">{i18n.t('extensionName')}</h1>;
}
