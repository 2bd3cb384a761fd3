/**
 * Version of the schemas between extension and server. It grows by one when a schema accepts
 * something that an older version would refuse. A server older than the extension answers `server-
 * older`.
 */
export const SYNC_VERSION = 6;

/**
 * The oldest extension that this server accepts. Older ones cannot delete what only they have of an
 * erased number.
 */
export const OLDEST_SYNC_VERSION = 4;

/** Request header with the extension's SYNC_VERSION. */
export const VERSION_HEADER = 'sansheng-version';
