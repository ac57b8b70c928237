import { expect, test } from "vitest";
import { entry, fullStation, knowledgeOf } from "../web/fakes.ts";
import { freshBrowser, watchedPage } from "./chromium.ts";
import { openStation } from "./station.ts";

const hostile = [
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  '"><svg onload=alert(1)>',
  "</textarea><script>alert(1)</script>",
  "<a href=javascript:alert(1)>点我</a>",
  "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
  "<style>*{display:none}</style><base href=//evil.example>",
];

test("nobody's words run, load or restyle anything, typed, said, on buttons or in entries", async () => {
  const all = hostile.join("\n\n");
  const evil = entry("evil", {
    ...{ title: all, short: all, verify: [all], sections: [{ facet: "材料", text: all }] },
    sources: [{ title: all, number: all, article: all, inForceFrom: null }],
  });
  const knowledge = knowledgeOf([evil], { ...fullStation, name: all, address: all });
  const station = await openStation({ knowledge, offlineEntries: ["evil"] }, (incoming, say) =>
    say({ text: all, choices: hostile.map((label, at) => ({ id: `h${at}`, label })) }),
  );
  const { context, close } = await freshBrowser();
  const { page, faults } = await watchedPage(context);
  const foreign: string[] = [];
  page.on("request", (request) => {
    if (!request.url().startsWith(station.url)) foreign.push(request.url());
  });
  await page.goto(station.url);
  for (const words of hostile) {
    const before = await page.locator(".bubble").count();
    await page.fill("#say", words);
    await page.click(".send");
    await page.locator(".bubble").nth(before).waitFor();
  }
  await page.locator(".choices button").last().click();
  await page.locator(".bubble").nth(hostile.length).waitFor();
  await page.reload();
  for (const path of ["/entries/evil", "/offline", "/hotlines", "/privacy", "/nowhere"])
    await page.goto(station.url + path);
  expect(faults).toEqual([]);
  expect(foreign).toEqual([]);
  await close();
  await station.close();
});
