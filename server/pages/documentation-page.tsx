/** `/docs`: the interface for people, made from the OpenAPI document; loads nothing from elsewhere. */
import type { OpenApiDocument } from '../openapi/document.ts';
import { PROBLEMS } from '../problems.ts';
import type { Services } from '../services.ts';
import { frameOf, Layout, renderPage } from './layout.tsx';

/** The parts of an OpenAPI operation that the page shows. */
interface Operation {
  operationId?: string;
  summary?: string;
  description?: string;
  parameters?: Parameter[];
  requestBody?: { content: Record<string, Media> };
  responses: Record<string, { description?: string; content?: Record<string, Media> }>;
}

interface Parameter {
  name: string;
  in: string;
  required?: boolean;
  description?: string;
  schema?: Schema;
}

interface Media {
  schema?: Schema;
  examples?: Record<string, { summary?: string; value: unknown }>;
}

interface Schema {
  $ref?: string;
  type?: string;
  enum?: unknown[];
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  default?: unknown;
  minimum?: number;
  maximum?: number;
  description?: string;
}

const nameOf = (reference: string) => reference.slice(reference.lastIndexOf('/') + 1);

/** A schema in a few words. */
function inWords(schema: Schema | undefined): string {
  if (schema === undefined) return '';
  if (schema.$ref !== undefined) return nameOf(schema.$ref);
  if (schema.type === 'array') return `list of ${inWords(schema.items) || 'values'}`;
  const choice = schema.enum === undefined ? (schema.type ?? '') : schema.enum.join(' | ');
  const range =
    schema.minimum === undefined
      ? ''
      : ` from ${schema.minimum}${schema.maximum === undefined ? '' : ` to ${schema.maximum}`}`;
  return choice + range + (schema.default === undefined ? '' : `, by default ${String(schema.default)}`);
}

const quote = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;

/** The first example of an operation as a command. */
function curlOf(path: string, operation: Operation, origin: string): string {
  const example = (parameter: Parameter) =>
    (parameter as Parameter & { example?: string }).example ??
    (parameter.schema as { example?: string } | undefined)?.example;
  const parameters = operation.parameters ?? [];
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const parameter = parameters.find((one) => one.name === name);
    return (parameter && example(parameter)) ?? name;
  });
  const query = parameters.flatMap((one) =>
    one.in === 'query' && example(one) ? [`${one.name}=${encodeURIComponent(example(one) ?? '')}`] : [],
  );
  const url = `${origin}${filled}${query.length === 0 ? '' : `?${query.join('&')}`}`;
  const [type, media] = Object.entries(operation.requestBody?.content ?? {})[0] ?? [];
  const value = Object.values(media?.examples ?? {})[0]?.value;
  if (type === undefined || value === undefined) return `curl ${quote(url)}`;
  const body = typeof value === 'string' ? value : JSON.stringify(value);
  return `curl ${quote(url)} \\\n  -H ${quote(`Content-Type: ${type}`)} \\\n  --data-binary ${quote(body)}`;
}

/** Text in which `backticks` stand for code. */
function Prose({ text }: { text: string | undefined }) {
  return <>{text?.split('`').map((part, i) => (i % 2 === 1 ? <code>{part}</code> : part))}</>;
}

function Parameters({ parameters }: { parameters: readonly Parameter[] }) {
  return (
    <table class="docs">
      <caption class="hidden">Parameters</caption>
      <thead>
        <tr>
          <th scope="col">Parameter</th>
          <th scope="col">Value</th>
          <th scope="col">Meaning</th>
        </tr>
      </thead>
      <tbody>
        {parameters.map((parameter) => (
          <tr>
            <th scope="row">
              <code>{parameter.name}</code> <small>{parameter.in}</small>
            </th>
            <td>{inWords(parameter.schema)}</td>
            <td>
              <Prose text={parameter.description ?? parameter.schema?.description} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Responses({ responses }: { responses: Operation['responses'] }) {
  return (
    <ul>
      {Object.entries(responses).map(([status, { description, content }]) => (
        <li>
          <strong>{status}</strong> <Prose text={description} />
          {content !== undefined && (
            <small>
              {' '}
              {Object.entries(content)
                .map(([type, { schema }]) => `${type}${schema?.$ref === undefined ? '' : ` (${nameOf(schema.$ref)})`}`)
                .join(', ')}
            </small>
          )}
        </li>
      ))}
    </ul>
  );
}

interface OperationProps {
  method: string;
  path: string;
  operation: Operation;
  origin: string;
}

function OperationSection({ method, path, operation, origin }: OperationProps) {
  return (
    <section id={operation.operationId ?? path}>
      <h2>
        <span class="method">{method.toUpperCase()}</span> <code>{path}</code>
      </h2>
      <p>
        <strong>{operation.summary}.</strong> <Prose text={operation.description} />
      </p>
      {operation.parameters !== undefined && <Parameters parameters={operation.parameters} />}
      <pre>
        <code>{curlOf(path, operation, origin)}</code>
      </pre>
      <Responses responses={operation.responses} />
    </section>
  );
}

function Schemas({ schemas }: { schemas: Record<string, Schema> }) {
  return (
    <>
      {Object.entries(schemas).map(([name, schema]) => (
        <section id={`schema-${name}`}>
          <h3>{name}</h3>
          {schema.description !== undefined && <p>{schema.description}</p>}
          {schema.properties !== undefined && (
            <ul>
              {Object.entries(schema.properties).map(([property, own]) => (
                <li>
                  <code>{property}</code>
                  {schema.required?.includes(property) ? '' : ' (optional)'} <small>{inWords(own)}</small>{' '}
                  {own.description}
                </li>
              ))}
            </ul>
          )}
        </section>
      ))}
    </>
  );
}

export function documentationPage(services: Services, document: OpenApiDocument): string {
  const frame = frameOf(services);
  const origin = services.config.publicUrl || `http://${services.config.host}:${services.config.port}`;
  const operations = Object.entries(document.paths ?? {}).flatMap(([path, methods]) =>
    Object.entries(methods as Record<string, Operation>).map(([method, operation]) => ({ path, method, operation })),
  );
  return renderPage(
    <Layout frame={frame} title="API · Tifa" current="docs">
      <h1>The interface</h1>
      <p class="lead">{document.info.summary}</p>
      <p>{document.info.description}</p>
      <p>
        For programs: <a href={`${frame.base}/openapi.json`}>OpenAPI {document.openapi}</a>.
      </p>
      <ul>
        {operations.map(({ path, method, operation }) => (
          <li>
            <a href={`#${operation.operationId}`}>
              {method.toUpperCase()} {path}
            </a>
            : {operation.summary}
          </li>
        ))}
      </ul>
      {operations.map(({ path, method, operation }) => (
        <OperationSection method={method} path={path} operation={operation} origin={origin} />
      ))}
      <h2 id="problems">Problems</h2>
      <ul>
        {Object.entries(PROBLEMS).map(([code, [status, title]]) => (
          <li>
            <a href={`${frame.base}/problems/${code}`}>{code}</a> ({status}): {title}
          </li>
        ))}
      </ul>
      <h2 id="schemas">Schemas</h2>
      <Schemas schemas={(document.components?.schemas ?? {}) as Record<string, Schema>} />
    </Layout>,
  );
}
