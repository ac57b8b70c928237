import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    env: { TZ: "Asia/Shanghai" },
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
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: "browser",
          include: ["tests/browser/**/*.test.ts"],
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
