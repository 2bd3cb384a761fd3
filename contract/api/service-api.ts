import * as v from 'valibot';
import { text } from '../team/envelope.ts';
import { endpoint } from './endpoint.ts';

/** For those who operate the server, and for a browser that opens an enrolment link. */
export const serviceApi = {
  health: endpoint({
    method: 'GET',
    path: '/health',
    permission: 'public',
    summary: 'Whether this process reaches its database.',
    errors: ['unavailable'],
  }),
  metrics: endpoint({
    method: 'GET',
    path: '/metrics',
    permission: 'public',
    summary: 'Prometheus text, for the bearer METRICS_TOKEN; not found where none is set.',
    answer: text(10_000_000),
    errors: ['not-found'],
  }),
  join: endpoint({
    method: 'GET',
    path: '/join',
    permission: 'public',
    summary: 'The page that an enrolment link opens; the server never sees the fragment of the link.',
    answer: text(100_000),
  }),
  openApi: endpoint({
    method: 'GET',
    path: '/openapi.json',
    permission: 'public',
    summary: 'The OpenAPI document of this API.',
    answer: v.unknown(),
  }),
};
