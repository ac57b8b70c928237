import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";

/** Keeps people's words unreadable at rest. */
export interface Cipher {
  /** AES-256-GCM. `place` (table.column.row) is bound in: the text opens nowhere else. */
  seal(text: string, place: string): string;
  /** @throws when the text was changed, moved to another place, or sealed with another key */
  open(sealed: string, place: string): string;
  /** A keyed hash that finds equal values without telling them. */
  blind(value: string, place: string): string;
}

const ivBytes = 12;
const tagBytes = 16;

/** @param key 32 bytes */
export function cipherWith(key: Buffer): Cipher {
  if (key.length !== 32) throw new Error("The data key must have 32 bytes.");
  const sealKey = Buffer.from(hkdfSync("sha256", key, "", "sanwu seal v1", 32));
  const blindKey = Buffer.from(hkdfSync("sha256", key, "", "sanwu blind v1", 32));
  const keyId = createHmac("sha256", sealKey).update("key id").digest("hex").slice(0, 8);
  return {
    seal(text, place) {
      const iv = randomBytes(ivBytes);
      const cipher = createCipheriv("aes-256-gcm", sealKey, iv);
      cipher.setAAD(Buffer.from(place));
      const sealed = [iv, cipher.update(text, "utf8"), cipher.final(), cipher.getAuthTag()];
      return `${keyId}.${Buffer.concat(sealed).toString("base64url")}`;
    },
    open(sealed, place) {
      const [by, body] = sealed.split(".", 2);
      if (by !== keyId)
        throw new Error(
          `${place}: sealed with another key (${by}); this station's key is ${keyId}.`,
        );
      const bytes = Buffer.from(body ?? "", "base64url");
      const decipher = createDecipheriv("aes-256-gcm", sealKey, bytes.subarray(0, ivBytes));
      decipher.setAAD(Buffer.from(place));
      decipher.setAuthTag(bytes.subarray(-tagBytes));
      const plain = decipher.update(bytes.subarray(ivBytes, -tagBytes));
      return Buffer.concat([plain, decipher.final()]).toString("utf8");
    },
    blind(value, place) {
      return createHmac("sha256", blindKey)
        .update(`${place}\0${value}`)
        .digest("base64url")
        .slice(0, 27);
    },
  };
}

/** What was sealed, or null where it is damaged. */
export function readable(open: () => string): string | null {
  try {
    return open();
  } catch {
    return null;
  }
}
