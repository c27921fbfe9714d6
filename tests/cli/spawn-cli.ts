/** Runs the built command line as its users do: as a process of its own. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buffer, text } from 'node:stream/consumers';

export const CLI = join(import.meta.dirname, '..', '..', 'dist', 'src', 'cli', 'main.js');
if (!existsSync(CLI)) throw new Error(`${CLI} is not there: run "npm run build" first`);

export interface CliRun {
  code: number | null;
  stdout: string;
  stderr: string;
}

export interface CliSetup {
  input?: string | Uint8Array;
  cwd?: string;
  env?: Record<string, string>;
  /** Arguments of Node itself. */
  node?: readonly string[];
}

/** Starts the command and leaves its streams to the test. */
export function startCli(
  args: readonly string[],
  { cwd, env = {}, node = [] }: CliSetup = {},
): ChildProcessWithoutNullStreams {
  const { NO_COLOR: _, FORCE_COLOR: __, ...plain } = process.env;
  return spawn(process.execPath, [...node, CLI, ...args], { cwd, env: { ...plain, ...env }, stdio: 'pipe' });
}

/** The exit code, once the process has ended. */
export function exitOf(child: ChildProcessWithoutNullStreams): Promise<number | null> {
  return new Promise((resolve) => {
    if (child.exitCode !== null) resolve(child.exitCode);
    else child.on('exit', resolve);
  });
}

/** Runs the command to its end. */
export async function runCli(args: readonly string[], setup: CliSetup = {}): Promise<CliRun> {
  const child = startCli(args, setup);
  child.stdin.on('error', () => {});
  child.stdin.end(setup.input ?? '');
  const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), exitOf(child)]);
  return { code, stdout, stderr };
}

/** Runs the command and gives its output as bytes. */
export async function bytesOf(args: readonly string[], setup: CliSetup = {}): Promise<Buffer> {
  const child = startCli(args, setup);
  child.stdin.end(setup.input ?? '');
  const [bytes] = await Promise.all([buffer(child.stdout), exitOf(child)]);
  return bytes;
}
