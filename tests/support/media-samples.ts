import { deflateSync } from "node:zlib";

const bytes = (text: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(Buffer.from(text, "base64"));
const ascii = (text: string): Buffer => Buffer.from(text, "latin1");
const joined = (...parts: (Buffer | Uint8Array | string)[]): Uint8Array<ArrayBuffer> =>
  new Uint8Array(
    Buffer.concat(parts.map((part) => (typeof part === "string" ? ascii(part) : part))),
  );

/** 24 × 16 pixels, two colours, as Chromium writes them (with a colour profile). */
export const jpeg = bytes(
  "/9j/4AAQSkZJRgABAQAAAQABAAD/4gHYSUNDX1BST0ZJTEUAAQEAAAHIAAAAAAQwAABtbnRyUkdCIFhZWiAH4AABAAEAAAAAAABhY3NwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAA9tYAAQAAAADTLQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAlkZXNjAAAA8AAAACRyWFlaAAABFAAAABRnWFlaAAABKAAAABRiWFlaAAABPAAAABR3dHB0AAABUAAAABRyVFJDAAABZAAAAChnVFJDAAABZAAAAChiVFJDAAABZAAAAChjcHJ0AAABjAAAADxtbHVjAAAAAAAAAAEAAAAMZW5VUwAAAAgAAAAcAHMAUgBHAEJYWVogAAAAAAAAb6IAADj1AAADkFhZWiAAAAAAAABimQAAt4UAABjaWFlaIAAAAAAAACSgAAAPhAAAts9YWVogAAAAAAAA9tYAAQAAAADTLXBhcmEAAAAAAAQAAAACZmYAAPKnAAANWQAAE9AAAApbAAAAAAAAAABtbHVjAAAAAAAAAAEAAAAMZW5VUwAAACAAAAAcAEcAbwBvAGcAbABlACAASQBuAGMALgAgADIAMAAxADb/2wBDABsSFBcUERsXFhceHBsgKEIrKCUlKFE6PTBCYFVlZF9VXVtqeJmBanGQc1tdhbWGkJ6jq62rZ4C8ybqmx5moq6T/2wBDARweHigjKE4rK06kbl1upKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKT/wAARCAAQABgDASIAAhEBAxEB/8QAFgABAQEAAAAAAAAAAAAAAAAAAAMF/8QAFhABAQEAAAAAAAAAAAAAAAAAAARC/8QAFgEBAQEAAAAAAAAAAAAAAAAABAMF/8QAHBEAAgEFAQAAAAAAAAAAAAAAAAIRAQMEEhNh/9oADAMBAAIRAxEAPwDAWn0qK3szqlU1ifTQtYnN6NIAAGn/2Q==",
);
export const png = bytes(
  "iVBORw0KGgoAAAANSUhEUgAAABgAAAAQCAYAAAAMJL+VAAAAQ0lEQVR4AeyRsQkAMAgEj8yU/SdwJ5NaC/nC7oUrFPHhPBCpEJAKP4DVcsCo14pmRcFFYbxYFvyDIqS3VtSdlMm6ogcAAP//97HrrAAAAAZJREFUAwBkUDcpvC8d0gAAAABJRU5ErkJggg==",
);
export const webp = bytes(
  "UklGRjACAABXRUJQVlA4WAoAAAAgAAAAFwAADwAASUNDUMgBAAAAAAHIAAAAAAQwAABtbnRyUkdCIFhZWiAH4AABAAEAAAAAAABhY3NwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAA9tYAAQAAAADTLQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAlkZXNjAAAA8AAAACRyWFlaAAABFAAAABRnWFlaAAABKAAAABRiWFlaAAABPAAAABR3dHB0AAABUAAAABRyVFJDAAABZAAAAChnVFJDAAABZAAAAChiVFJDAAABZAAAAChjcHJ0AAABjAAAADxtbHVjAAAAAAAAAAEAAAAMZW5VUwAAAAgAAAAcAHMAUgBHAEJYWVogAAAAAAAAb6IAADj1AAADkFhZWiAAAAAAAABimQAAt4UAABjaWFlaIAAAAAAAACSgAAAPhAAAts9YWVogAAAAAAAA9tYAAQAAAADTLXBhcmEAAAAAAAQAAAACZmYAAPKnAAANWQAAE9AAAApbAAAAAAAAAABtbHVjAAAAAAAAAAEAAAAMZW5VUwAAACAAAAAcAEcAbwBvAGcAbABlACAASQBuAGMALgAgADIAMAAxADZWUDggQgAAANACAJ0BKhgAEAA/EXKwUCwmpKKwCAGAIglAFYAFpIAA/uzYVsHb2UEq3/iHKPtrX8m+5AG3qegL/g3/1t6Sw8NAAA==",
);
/** A third of a second of a hum. */
export const webm = bytes(
  "GkXfo59ChoEBQveBAULygQRC84EIQoKEd2VibUKHgQRChYECGFOAZwEAAAAAAAHYEU2bdLlNu4tTq4QVSalmU6yBbk27i1OrhBZUrmtTrIGTTbuLU6uEH0O2dVOsgddNu4xTq4QcU7trU6yCAcbsrgAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAVSalmoCrXsYMPQkBEiYRDNABCTYCGQ2hyb21lV0GGQ2hyb21lFlSua7+uvdeBAXPFh1D2jtaxLVSDgQKGhkFfT1BVU2Oik09wdXNIZWFkAQIAAIC7AAAAAADhjbWERzuAAJ+BAmJkgSAfQ7Z1AQAAAAAAAOPngQCjtoEAAIAY4VOfSYE9NCZP0YZ2SsKGDDdODfTLbVmKjfYUh/Hp5ws21mO66CqiDC+Xq5mKxsg0hKO6gQA7gBjtgVBFNPL6Ly7UN/lKyPV/oRb2BDzZ0jQvtIIYi2/3j3Wb1/fDijcNSFVHchEgsWsLH0doUqOxgQCAgBjtgVBFNPL6McyEKDSR72ecPLP2GE+F/KojDcyESN0NVDB53uzbk8eykvaJYKO3gQC0gBjtgVBFNNp9P/Go0g94tqxN+j7njdLR5iIz13SBC+4cgyngXe9wv1xmyTAQ7si7VQQpwBxTu2uNu4uzgQC3hveBAfGB1w==",
);

/** What a phone writes into its pictures: here a place, as words that a test can look for. */
export const secret = "GPSLatitude 41 deg 42' 0.00\"";

/** A picture as a phone hands it over: place, camera, words, and a small picture inside. */
export function jpegOfPhone(): Uint8Array<ArrayBuffer> {
  const segment = (marker: number, data: Uint8Array): Buffer => {
    const head = Buffer.from([0xff, marker, 0, 0]);
    head.writeUInt16BE(data.length + 2, 2);
    return Buffer.concat([head, data]);
  };
  const exif = segment(0xe1, joined("Exif\0\0MM\0*\0\0\0\x08", secret));
  const words = segment(0xfe, ascii(secret));
  const thumbnail = segment(0xe2, joined("MPF\0", secret));
  return joined(jpeg.subarray(0, 2), exif, words, thumbnail, jpeg.subarray(2), secret);
}

const chunk = (name: string, data: Uint8Array): Buffer => {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(data.length, 0);
  head.write(name, 4, "latin1");
  return Buffer.concat([head, data, Buffer.alloc(4)]);
};

export function pngOfPhone(): Uint8Array<ArrayBuffer> {
  const told = Buffer.concat([chunk("eXIf", ascii(secret)), chunk("tEXt", ascii(secret))]);
  return joined(png.subarray(0, 33), told, png.subarray(33), secret);
}

export function webpOfPhone(): Uint8Array<ArrayBuffer> {
  const told = Buffer.from(
    `EXIF\0\0\0\0${secret}`.padEnd(8 + secret.length + (secret.length % 2)),
    "latin1",
  );
  told.writeUInt32LE(secret.length, 4);
  const all = Buffer.concat([webp, told]);
  all.writeUInt32LE(all.length - 8, 4);
  all[20]! |= 0x0c;
  return joined(all, secret);
}

/** Few bytes that would be a billion pixels. */
export function bombPng(): Uint8Array<ArrayBuffer> {
  const size = Buffer.alloc(13);
  size.writeUInt32BE(40_000, 0);
  size.writeUInt32BE(30_000, 4);
  size[8] = 8;
  const pixels = deflateSync(Buffer.alloc(1_000_000));
  const end = chunk("IEND", Buffer.alloc(0));
  return joined(png.subarray(0, 8), chunk("IHDR", size), chunk("IDAT", pixels), end);
}

/** One page that begins an Opus stream, one that goes on. */
export function ogg(): Uint8Array<ArrayBuffer> {
  const page = (data: Buffer): Buffer => {
    const head = Buffer.alloc(27);
    head.write("OggS", "latin1");
    head[26] = 1;
    return Buffer.concat([head, Buffer.from([data.length]), data]);
  };
  return joined(page(ascii("OpusHead\x01\x01")), page(Buffer.alloc(40, 7)));
}

export function amr(): Uint8Array<ArrayBuffer> {
  const frame = Buffer.alloc(32);
  frame[0] = 0x3c;
  return joined("#!AMR\n", frame, frame);
}

const box = (name: string, ...parts: Uint8Array[]): Buffer => {
  const data = Buffer.concat(parts);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(data.length + 8, 0);
  head.write(name, 4, "latin1");
  return Buffer.concat([head, data]);
};

/** A voice memo with the place where it was spoken; or something that moves. */
export function m4a(header: "smhd" | "vmhd" = "smhd"): Uint8Array<ArrayBuffer> {
  const minf = box("minf", box("smhd", Buffer.alloc(8)), box(header, Buffer.alloc(8)));
  const trak = box("trak", box("mdia", minf));
  const moov = box("moov", trak, box("udta", ascii(secret)));
  return joined(box("ftyp", ascii("M4A \0\0\0\0")), moov, box("mdat", Buffer.alloc(50, 3)));
}
