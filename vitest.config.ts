import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    env: { TZ: "Asia/Shanghai" },
    // One for each core of a station's old PC: by itself it would leave one core idle.
    maxWorkers: 2,
    // Only what hangs is ended: how fast something is shows in the benchmarks.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["tests/**/*.test.ts"],
          exclude: ["tests/browser/**", "tests/postgres/**"],
        },
      },
      {
        extends: true,
        test: {
          name: "postgres",
          env: { TEST_ON: "postgres" },
          globalSetup: ["tests/support/postgres-there.ts"],
          include: ["tests/store/**/*.test.ts", "tests/postgres/**/*.test.ts"],
          // What is about SQLite's files, or about no database at all.
          exclude: ["backup", "cipher", "key-file"].map((name) => `tests/store/${name}.test.ts`),
        },
      },
      {
        extends: true,
        test: {
          name: "browser",
          include: ["tests/browser/**/*.test.ts"],
          fileParallelism: false,
        },
      },
    ],
  },
});
