/** Problems for people: the same as the problem document says. */
import { isProblemCode, PROBLEMS, type Problem } from '../problems.ts';
import type { Services } from '../services.ts';
import { type Frame, frameOf, Layout, renderPage } from './layout.tsx';

function WaysOn({ base }: { base: string }) {
  return (
    <p>
      Ways on: <a href={`${base}/terms`}>look up a phrase</a>, <a href={`${base}/annotate`}>annotate a text</a>, or read{' '}
      <a href={`${base}/docs`}>how the interface is used</a>.
    </p>
  );
}

export function problemPage(services: Services, problem: Problem): string {
  const frame = frameOf(services);
  return renderPage(
    <Layout frame={frame} title={`${problem.title} · Tifa`}>
      <h1>{problem.title}</h1>
      <p>{problem.detail}</p>
      {problem.errors !== undefined && (
        <ul>
          {problem.errors.map(({ pointer, detail }) => (
            <li>
              <code>{pointer}</code>: {detail}
            </li>
          ))}
        </ul>
      )}
      <WaysOn base={frame.base} />
    </Layout>,
  );
}

/** What a type of problem means: the page that its `type` names. Undefined for a code that is none. */
export function problemTypePage(services: Services, code: string): string | undefined {
  if (!isProblemCode(code)) return undefined;
  const frame: Frame = frameOf(services);
  const [status, title] = PROBLEMS[code];
  return renderPage(
    <Layout frame={frame} title={`Problem: ${code} · Tifa`}>
      <h1>{title}</h1>
      <p>
        Problem <code>{code}</code>, HTTP status {status}. The member <code>detail</code> of the answer says what was
        wrong and the way out; <code>errors</code> points at each fault.
      </p>
      <WaysOn base={frame.base} />
    </Layout>,
  );
}
