import * as v from 'valibot';
import { callEvent } from './event-kind.ts';

/** The answer of an inbound call was started; the media is not up yet. */
export const answering = callEvent('answering', { by: v.picklist(['agent', 'auto']) });
