import { toJsonSchema } from '@valibot/to-json-schema';
import * as v from 'valibot';
import { refusalSchema } from '../../contract/api/sync/refusal.ts';
import { SYNC_VERSION, VERSION_HEADER } from '../../contract/api/sync/version.ts';
import { NOTHING, publicRoute, type Route, type Schema } from '../http/route.ts';

/** OpenAPI 3.1 of every route, made from the schemas by which requests are parsed. */
export function openApiRoute(routes: readonly Route[]): Route {
  const document = JSON.stringify(openApi(routes));
  return publicRoute({
    method: 'get',
    path: '/openapi.json',
    about: 'This document.',
    query: NOTHING,
    body: NOTHING,
    answer: v.unknown(),
    handle: async () => new Response(document, { headers: { 'content-type': 'application/json' } }),
  });
}

function openApi(routes: readonly Route[]): unknown {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const route of routes) {
    const path = route.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method]: operation(route) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Sansheng sync server', version: String(SYNC_VERSION) },
    paths,
    components: {
      schemas: { Refusal: jsonSchema(refusalSchema, 'output') },
      securitySchemes: { device: { type: 'http', scheme: 'bearer' } },
    },
  };
}

function operation(route: Route): unknown {
  const json = (schema: unknown) => ({ 'application/json': { schema } });
  const isMember = route.access !== 'public';
  const parameters = [
    ...Array.from(route.path.matchAll(/:(\w+)/g), ([, name]) => parameter(String(name), 'path', true)),
    ...(isMember ? [parameter(VERSION_HEADER, 'header', true)] : []),
    ...queryNames(route).map(({ name, required }) => parameter(name, 'query', required)),
  ];
  const body = jsonSchema(route.shown?.body ?? route.body, 'input');
  const answer = jsonSchema(route.shown?.answer ?? route.answer, 'output');
  return {
    summary: route.about,
    ...(isMember ? { security: [{ device: [] }], 'x-permission': route.access } : {}),
    parameters,
    ...(route.method === 'get' || route.body === NOTHING ? {} : { requestBody: { content: json(body) } }),
    responses: {
      200: { description: 'Done.', content: json(answer) },
      default: { description: 'Refused.', content: json({ $ref: '#/components/schemas/Refusal' }) },
    },
  };
}

function parameter(name: string, place: 'path' | 'query' | 'header', required: boolean) {
  return { name, in: place, required, schema: { type: 'string' } };
}

const objectSchema = v.object({
  properties: v.optional(v.record(v.string(), v.unknown()), {}),
  required: v.optional(v.array(v.string()), []),
});

function queryNames({ query }: Route): readonly { readonly name: string; readonly required: boolean }[] {
  const { properties, required } = v.parse(objectSchema, jsonSchema(query, 'input'));
  return Object.keys(properties).map((name) => ({ name, required: required.includes(name) }));
}

/** Checks that JSON Schema has no word for (a time zone, a sum) are left out: the document then allows more. */
function jsonSchema(schema: Schema, typeMode: 'input' | 'output'): object {
  const { $schema: _, ...definition } = toJsonSchema(schema, {
    typeMode,
    target: 'draft-2020-12',
    errorMode: 'ignore',
  });
  return definition;
}
