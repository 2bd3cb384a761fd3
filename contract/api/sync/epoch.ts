import { text } from '../../team/envelope.ts';

/**
 * Names one life of the server's database. Another epoch means that the database was restored or
 * that a standby took its place: it may have lost what it had acknowledged. The device then pulls
 * from the start and offers again what it holds.
 */
export const epochSchema = text(40);
