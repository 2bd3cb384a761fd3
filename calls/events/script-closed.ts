import * as v from 'valibot';
import { callEvent } from './event-kind.ts';

/** The agent closed the script. */
export const scriptClosed = callEvent('script-closed', { situation: v.string() });
