import { i18n } from '#i18n';

/** The page's heading for those who walk by headings; what is on screen needs none for eyes. */
export function PageTitle() {
  return <h1 class="visually-hidden">{i18n.t('extensionName')}</h1>;
}
