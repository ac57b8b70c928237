import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { frameTexts, productName } from "../texts/zh-cn/page.ts";

/** A file of the page, kept in memory. */
export interface Asset {
  body: string;
  type: string;
  /** Changes with the body. */
  version: string;
}

/** What runs in the browser. */
export interface Scripts {
  script: Asset;
  worker: Asset;
  /** For the desk alone: villagers never load it. */
  desk: Asset;
}

export interface Assets {
  css: Asset;
  icon: Asset;
  manifest: Asset;
  /** Made at the first call of `bundle`; null until it is there. */
  script(): Asset | null;
  /** Resolves when the script is there. The page works without it. */
  bundle(): Promise<Scripts>;
}

const javascript = "text/javascript; charset=utf-8";

export function loadAssets(): Assets {
  const near = (name: string) => fileURLToPath(new URL(name, import.meta.url));
  let made: Scripts | null = null;
  let making: Promise<Scripts> | null = null;

  async function make() {
    const { build } = await import("esbuild");
    const result = await build({
      entryPoints: {
        script: near("page/client.tsx"),
        worker: near("page/worker.ts"),
        desk: near("page/desk-client.tsx"),
      },
      outdir: "memory",
      write: false,
      bundle: true,
      minify: true,
      format: "iife",
      target: "es2017",
      charset: "utf8",
      legalComments: "none",
      jsx: "automatic",
      jsxImportSource: "preact",
      tsconfigRaw: {},
    });
    const named = (name: string) => {
      const file = result.outputFiles.find(({ path }) => path.endsWith(`${name}.js`));
      if (!file) throw new Error(`esbuild made no ${name}.js.`);
      return asset(file.text, javascript);
    };
    made = { script: named("script"), worker: named("worker"), desk: named("desk") };
    return made;
  }

  return {
    css: asset(smaller(readFileSync(near("page.css"), "utf8")), "text/css; charset=utf-8"),
    icon: asset(readFileSync(near("icon.svg"), "utf8"), "image/svg+xml; charset=utf-8"),
    manifest: asset(JSON.stringify(manifest), "application/manifest+json; charset=utf-8"),
    script: () => made?.script ?? null,
    bundle() {
      making ??= make().catch((error: unknown) => {
        making = null;
        throw error;
      });
      return making;
    },
  };
}

const manifest = {
  name: productName,
  short_name: productName,
  description: frameTexts.manifestDescription,
  lang: frameTexts.language,
  start_url: "/",
  scope: "/",
  display: "standalone",
  background_color: "#ffffff",
  theme_color: "#0b3d91",
  icons: [{ src: "/icon.svg", sizes: "any", type: "image/svg+xml", purpose: "any" }],
};

function asset(body: string, type: string): Asset {
  return { body, type, version: createHash("sha256").update(body).digest("hex").slice(0, 12) };
}

/** Comments and indentation stay with us. */
function smaller(css: string): string {
  return css.replace(/\/\*[\s\S]*?\*\//g, "").replace(/\s*\n\s*/g, "\n");
}
