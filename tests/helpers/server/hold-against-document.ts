import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import * as v from 'valibot';

const documentSchema = v.object({
  paths: v.record(
    v.string(),
    v.record(
      v.string(),
      v.object({
        responses: v.record(
          v.string(),
          v.object({ content: v.object({ 'application/json': v.object({ schema: v.unknown() }) }) }),
        ),
      }),
    ),
  ),
  components: v.object({ schemas: v.record(v.string(), v.unknown()) }),
});

/** Validates an answer against the OpenAPI document; gives the violation, or null. */
export function answerChecker(document: unknown) {
  const { paths, components } = v.parse(documentSchema, document);
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  ajv.addSchema({ $id: 'document', components });
  const compiled = new Map<string, ValidateFunction>();
  return (method: string, path: string, status: number, body: unknown): string | null => {
    const responses = paths[path.replace(/:(\w+)/g, '{$1}')]?.[method]?.responses;
    const promised = responses?.[status] ?? responses?.['default'];
    if (promised === undefined) return `${method} ${path} is not in the document`;
    const text = JSON.stringify(promised.content['application/json'].schema).replaceAll('"#/', '"document#/');
    const holds = compiled.get(text) ?? ajv.compile(JSON.parse(text));
    compiled.set(text, holds);
    return holds(body) ? null : `${method} ${path} ${status}: ${ajv.errorsText(holds.errors)}`;
  };
}
