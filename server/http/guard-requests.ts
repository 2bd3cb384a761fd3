import type { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { cors } from 'hono/cors';
import { secureHeaders } from 'hono/secure-headers';
import { VERSION_HEADER } from '../../contract/api/sync/version.ts';
import type { Ports } from '../ports.ts';
import { refuse } from './refuse.ts';

/** What holds for every request, before anybody is asked who they are. */
export function guardRequests(app: Hono, { limits, allowedOrigins }: Ports): void {
  app.use(secureHeaders({ xFrameOptions: 'DENY', referrerPolicy: 'no-referrer' }));
  // Extensions call with a permission for this server and need no entry. There are no cookies to be misused by a page
  // that is let through, and none is.
  app.use(
    cors({
      origin: [...allowedOrigins],
      allowHeaders: ['authorization', 'content-type', VERSION_HEADER, 'last-event-id', 'if-none-match'],
      allowMethods: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'],
      credentials: false,
    }),
  );
  app.use(async (context, next) => {
    const origin = context.req.header('origin');
    if (origin === undefined || isExtension(origin) || allowedOrigins.includes(origin)) return await next();
    const { refusal, status } = refuse('not-allowed', 'origin');
    return context.json(refusal, status);
  });
  const tooLarge = refuse('too-large');
  app.use(
    bodyLimit({
      maxSize: limits.bodyBytes,
      onError: (context) => context.json(tooLarge.refusal, tooLarge.status),
    }),
  );
}

function isExtension(origin: string): boolean {
  return /^(chrome|moz)-extension:\/\//.test(origin);
}
