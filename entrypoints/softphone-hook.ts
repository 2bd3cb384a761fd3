import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { offerChannel } from '../content-scripts/softphone/frame-channel.ts';
import { hookPage } from '../content-scripts/softphone/hook-page.ts';

/**
 * Runs in the page's own world, in the sites that were named for the softphone, before the page's
 * scripts: copies what shows calls to the isolated script beside it. Has no access to the
 * extension.
 */
export default defineUnlistedScript(() => hookPage(offerChannel()));
