import { toJsonSchema } from '@valibot/to-json-schema';
import * as v from 'valibot';
import {
  commonErrors,
  type Endpoint,
  NOTHING,
  type Reason,
  type Schema,
} from '../../contract/api/endpoint.ts';
import { refusalSchema } from '../../contract/api/sync/refusal.ts';
import { SYNC_VERSION, VERSION_HEADER } from '../../contract/api/sync/version.ts';
import { STATUS } from '../http/refuse.ts';

/** OpenAPI 3.1 of every endpoint, made from the schemas by which requests are parsed. */
export function openApi(api: Readonly<Record<string, Readonly<Record<string, Endpoint>>>>): unknown {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const [resource, endpoints] of Object.entries(api)) {
    for (const endpoint of Object.values(endpoints)) {
      const path = endpoint.path.replace(/:(\w+)/g, '{$1}');
      paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operation(resource, endpoint) };
    }
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

function operation(resource: string, endpoint: Endpoint): unknown {
  const { method, path, permission, summary, documented } = endpoint;
  const isMember = permission !== 'public';
  const parameters = [
    ...Array.from(path.matchAll(/:(\w+)/g), ([, name]) => parameter(String(name), 'path', true)),
    ...(isMember ? [parameter(VERSION_HEADER, 'header', true)] : []),
    ...queryNames(endpoint).map(({ name, required }) => parameter(name, 'query', required)),
  ];
  const body = jsonSchema(documented?.body ?? endpoint.body, 'input');
  const answer = jsonSchema(documented?.answer ?? endpoint.answer, 'output');
  const hasBody = method !== 'GET' && endpoint.body !== NOTHING;
  return {
    tags: [resource],
    summary,
    ...(isMember ? { security: [{ device: [] }], 'x-permission': permission } : {}),
    parameters,
    ...(hasBody ? { requestBody: { content: json(body) } } : {}),
    responses: { 200: { description: 'Done.', content: json(answer) }, ...refusals(endpoint) },
  };
}

/** One response for each status, described by the reasons that lead to it. */
function refusals(endpoint: Endpoint): Readonly<Record<string, unknown>> {
  const byStatus = new Map<number, Reason[]>();
  for (const reason of new Set([...endpoint.errors, ...commonErrors(endpoint)])) {
    byStatus.set(STATUS[reason], [...(byStatus.get(STATUS[reason]) ?? []), reason]);
  }
  const content = json({ $ref: '#/components/schemas/Refusal' });
  const described = Array.from(byStatus, ([status, reasons]) => [
    String(status),
    { description: `Refused: ${reasons.join(', ')}.`, content },
  ]);
  return { ...Object.fromEntries(described), default: { description: 'Refused.', content } };
}

function json(schema: unknown) {
  return { 'application/json': { schema } };
}

function parameter(name: string, place: 'path' | 'query' | 'header', required: boolean) {
  return { name, in: place, required, schema: { type: 'string' } };
}

const objectSchema = v.object({
  properties: v.optional(v.record(v.string(), v.unknown()), {}),
  required: v.optional(v.array(v.string()), []),
});

function queryNames({ query }: Endpoint): readonly { readonly name: string; readonly required: boolean }[] {
  const { properties, required } = v.parse(objectSchema, jsonSchema(query, 'input'));
  return Object.keys(properties).map((name) => ({ name, required: required.includes(name) }));
}

/** Checks that JSON Schema cannot express (a time zone, a sum) are left out. */
function jsonSchema(schema: Schema, typeMode: 'input' | 'output'): object {
  const { $schema: _, ...definition } = toJsonSchema(schema, {
    typeMode,
    target: 'draft-2020-12',
    errorMode: 'ignore',
  });
  return definition;
}
