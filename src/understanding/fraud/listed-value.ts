import type { ListedKind } from "../../domain/lists.ts";
import { digitRuns } from "../digits.ts";
import { mobileIn } from "../private-numbers.ts";
import { hostOf } from "./host.ts";
import { linksIn, shortLinkOf } from "./link.ts";

/** Fewest and most characters of an account: bank cards, and names in chat programs. */
const accountLength = /^[a-z\d_-]{5,40}$/;
const phoneLength = /^\d{3,16}$/;

/** A value as lists keep it, so that it is found however it is written; null = it is none of this kind. */
export function listedValue(kind: ListedKind, written: string): string | null {
  switch (kind) {
    case "host":
      return hostValue(written);
    case "phone":
      return phoneValue(written);
    case "account":
      return accountValue(written);
    case "app":
      return appValue(written);
    default:
      return kind satisfies never;
  }
}

function hostValue(written: string): string | null {
  const [link] = linksIn(written.trim());
  const host = link?.host ?? hostOf(written.trim());
  if (!host || !(host.isIp || host.ascii.includes("."))) return null;
  const short = shortLinkOf({ host, path: link?.path ?? "" });
  return short ?? host.ascii.replace(/^www\./, "");
}

function phoneValue(written: string): string | null {
  const runs = digitRuns(written);
  if (runs.length !== 1) return null;
  const digits = runs[0]!.map(({ value }) => value).join("");
  if (!phoneLength.test(digits)) return null;
  const abroad =
    /^(?:00)?86(0?[1-9]\d{8,10})$/.exec(digits)?.[1] ?? /^00([1-9]\d{4,})$/.exec(digits)?.[1];
  return mobileIn(digits) ?? abroad ?? digits;
}

function accountValue(written: string): string | null {
  const plain = written
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s·•]/gu, "");
  const value = /^[\d-]+$/.test(plain) ? plain.replaceAll("-", "") : plain;
  return accountLength.test(value) ? value : null;
}

/** The name without what all apps are called: 云集宝APP → 云集宝. */
function appValue(written: string): string | null {
  const plain = written
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
  const value = plain.replace(/(?:app|软件|平台|客户端|安装包|apk)+$/u, "") || plain;
  return value.length >= 2 && value.length <= 40 ? value : null;
}
