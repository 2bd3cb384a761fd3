import type { Hono } from 'hono';
import { cors } from 'hono/cors';
import { secureHeaders } from 'hono/secure-headers';
import { SERVER_TIME_HEADER } from '../../contract/api/server-time.ts';
import { VERSION_HEADER } from '../../contract/api/sync/version.ts';
import type { Ports } from '../ports.ts';
import { refuse, sendRefusal } from './refuse.ts';

/** Middleware for every request, before its route is known: it reads no body. */
export function guardRequests(app: Hono, { allowedOrigins, now }: Ports): void {
  app.use(async (context, next) => {
    await next();
    context.header(SERVER_TIME_HEADER, String(now()));
  });
  app.use(secureHeaders({ xFrameOptions: 'DENY', referrerPolicy: 'no-referrer' }));
  // Extensions call with a host permission and need no entry. There are no cookies that a page of
  // an allowed origin could misuse.
  app.use(
    cors({
      origin: [...allowedOrigins],
      allowHeaders: ['authorization', 'content-type', VERSION_HEADER, 'last-event-id', 'if-none-match'],
      allowMethods: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'],
      exposeHeaders: [SERVER_TIME_HEADER, 'retry-after'],
      credentials: false,
    }),
  );
  app.use(async (context, next) => {
    const origin = context.req.header('origin');
    if (origin === undefined || isExtension(origin) || allowedOrigins.includes(origin)) return await next();
    return sendRefusal(context, refuse('not-allowed', 'origin'));
  });
}

function isExtension(origin: string): boolean {
  return /^(chrome|moz)-extension:\/\//.test(origin);
}
