import { hydrate } from "preact";
import { watchLeave } from "./leave.ts";
import { Island } from "./island.tsx";
import { watchSizes } from "./sizes.ts";
import { keepForOffline } from "./keep-for-offline.ts";

watchSizes();
watchLeave();
const chat = document.getElementById("chat");
const start = chat?.dataset["start"];
if (chat && start !== undefined) hydrate(<Island start={JSON.parse(start)} />, chat);
keepForOffline();
