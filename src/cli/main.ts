#!/usr/bin/env node
/** The command `tifa`. Imports nothing before it knows that this Node can run the rest. */

const LEAST_NODE = 24;

if (Number.parseInt(process.versions.node, 10) < LEAST_NODE) {
  process.stderr.write(`tifa: needs Node ${LEAST_NODE} or later; this is Node ${process.versions.node}\n`);
  process.exitCode = 2;
} else {
  const { run } = await import('./run.ts');
  process.exitCode = await run(process.argv.slice(2));
}
