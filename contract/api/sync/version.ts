/**
 * The version of everything in contract/ that crosses between extension and server. It grows by one when a schema there
 * takes something that an older side would refuse. A server older than the extension tells it to wait (`server-older`).
 */
export const SYNC_VERSION = 2;

/** The oldest extension that this server still understands. */
export const OLDEST_SYNC_VERSION = 1;

/** Request header with the extension's SYNC_VERSION, a decimal number. */
export const VERSION_HEADER = 'sansheng-version';
