import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";

/** Keeps people's words unreadable at rest. */
export interface Cipher {
  /** AES-256-GCM. `place` (table.column.row) is bound in: the text opens nowhere else. */
  seal(text: string, place: string): string;
  /** @throws when the text was changed, moved to another place, or sealed with another key */
  open(sealed: string, place: string): string;
  /** The same for bytes. */
  sealBytes(bytes: Uint8Array, place: string): Buffer;
  /** @throws as `open` does */
  openBytes(sealed: Uint8Array, place: string): Buffer;
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
  const sealed = (bytes: Uint8Array, place: string): Buffer => {
    const iv = randomBytes(ivBytes);
    const cipher = createCipheriv("aes-256-gcm", sealKey, iv);
    cipher.setAAD(Buffer.from(place));
    return Buffer.concat([iv, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
  };
  const opened = (bytes: Uint8Array, place: string): Buffer => {
    const decipher = createDecipheriv("aes-256-gcm", sealKey, bytes.subarray(0, ivBytes));
    decipher.setAAD(Buffer.from(place));
    decipher.setAuthTag(bytes.subarray(-tagBytes));
    const plain = decipher.update(bytes.subarray(ivBytes, -tagBytes));
    return Buffer.concat([plain, decipher.final()]);
  };
  const refuseOther = (by: string | undefined, place: string): void => {
    if (by !== keyId)
      throw new Error(`${place}: sealed with another key (${by}); this station's key is ${keyId}.`);
  };
  return {
    seal: (text, place) => `${keyId}.${sealed(Buffer.from(text), place).toString("base64url")}`,
    open(text, place) {
      const [by, body] = text.split(".", 2);
      refuseOther(by, place);
      return opened(Buffer.from(body ?? "", "base64url"), place).toString("utf8");
    },
    sealBytes: (bytes, place) => Buffer.concat([Buffer.from(keyId), sealed(bytes, place)]),
    openBytes(bytes, place) {
      refuseOther(Buffer.from(bytes.subarray(0, keyId.length)).toString("latin1"), place);
      return opened(bytes.subarray(keyId.length), place);
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
