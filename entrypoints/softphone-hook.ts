import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { offerFrames } from '../content-scripts/softphone/frame-channel.ts';
import { hookSockets } from '../content-scripts/softphone/socket-hook.ts';

/**
 * Runs in the page's own world, in the sites that were named for the softphone, before the page's
 * scripts: copies SIP frames to the isolated script beside it. Has no access to the extension.
 */
export default defineUnlistedScript(() => hookSockets(offerFrames()));
