import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { followPage } from '../content-scripts/softphone/follow-page.ts';

/**
 * Runs beside the page, in the sites that were named for the softphone: reads what the hook copies,
 * and sends the phone host what happened. No message leaves the page.
 */
export default defineUnlistedScript(() => followPage());
