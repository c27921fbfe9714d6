import { defineConfig } from 'vitest/config';

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: { globalSetup: ['tests/browser/setup.ts'], include: ['tests/**/*.test.{ts,tsx}'], testTimeout: 30_000, hookTimeout: 60_000 },
});
