import { publicName } from "../../src/store/postgres.ts";
import { asked, postgresUrl } from "./database.ts";

/** Tests on PostgreSQL fail where there is none: skipped, they would prove nothing. */
export default async function setup(): Promise<void> {
  try {
    await asked("select 1");
  } catch (error) {
    throw new Error(
      `There is no PostgreSQL to test on at ${publicName(postgresUrl)}. Set TEST_DATABASE_URL, or install one as .ci/run does.`,
      { cause: error },
    );
  }
}
