import { openDatabase } from "../src/store/connection.ts";

/** `node migrate-child.ts FILE`: brings the tables of a file up to date, for somebody who kills it meanwhile. */
const [file] = process.argv.slice(2);
process.stdout.write("begins\n");
const db = await openDatabase(file!);
process.stdout.write("is done\n");
await db.destroy();
