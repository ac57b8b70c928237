import { hydrate } from "preact";
import { copying } from "./copying.ts";
import { DeskIsland } from "./desk-island.tsx";

const desk = document.getElementById("desk");
const start = desk?.dataset["start"];
if (desk && start !== undefined) hydrate(<DeskIsland start={JSON.parse(start)} />, desk);
copying(document);
